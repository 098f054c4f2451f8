import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ALT_TEXT_LENGTH } from '~/lib/shared/picture-limits';
import { tidyAltText } from '~/lib/tasks/prompt/tidy-alt-text';

describe('an alternative text', () => {
  it.each([
    ['A red bridge over a river', 'A red bridge over a river'],
    ['  "A red bridge over a river."\n', 'A red bridge over a river.'],
    ['Alt text: A red bridge', 'A red bridge'],
    ['**Alt text:** “A red bridge”', 'A red bridge'],
    ["Here's a concise alt text for the image: 'A red bridge'", 'A red bridge'],
    ['Alternativtext: „Eine rote Brücke“', 'Eine rote Brücke'],
    ['النص البديل: «جسر أحمر»', 'جسر أحمر'],
    ['- A red bridge', 'A red bridge'],
    ['A photo of a red bridge', 'A red bridge'],
    ['Image of the red bridge', 'The red bridge'],
    ['This picture shows children on a slide', 'Children on a slide'],
    ['Das Bild zeigt eine rote Brücke', 'Eine rote Brücke'],
    ['الصورة تظهر جسرًا أحمر', 'جسرًا أحمر'],
    ['The Picture of Dorian Gray, book cover', 'The Picture of Dorian Gray, book cover'],
    ['"Open" and "closed" signs', '"Open" and "closed" signs'],
    ['Two lines\nof text', 'Two lines of text'],
    ['Sign: Mind the gap', 'Sign: Mind the gap'],
    ['', ''],
  ])('from %j is %j', (answer, text) => {
    expect(tidyAltText(answer)).toBe(text);
  });

  it.each([
    "I'm sorry, but I can't help with identifying people in images.",
    'I cannot describe this image.',
    "I'm unable to process this picture.",
    'As an AI, I do not look at people.',
    'Es tut mir leid, aber ich kann dieses Bild nicht beschreiben.',
    'Désolé, je ne peux pas vous aider.',
    'عذرًا، لا يمكنني وصف هذه الصورة.',
  ])('is none where the model declines: %s', (answer) => {
    expect(() => tidyAltText(answer)).toThrowError(expect.objectContaining({ code: 'content-filtered' }) as Error);
  });

  it.each(['Sign: Sorry, we are closed', 'Sorry, we are closed', 'I cannot stop dancing, a book cover', 'Ich kann fliegen, Filmplakat', 'Désolé, fermé le lundi'])(
    'may well be about regrets: %s',
    (answer) => expect(tidyAltText(answer)).toBe(answer),
  );

  it('is cut after a word when it is too long', () => {
    const text = tidyAltText(`${'wide river '.repeat(20)}end`);
    expect(text.length).toBeLessThanOrEqual(ALT_TEXT_LENGTH);
    expect(text).toMatch(/(wide|river)…$/);
    expect(tidyAltText('一'.repeat(200))).toBe(`${'一'.repeat(ALT_TEXT_LENGTH - 1)}…`);
  });

  it('is one line within its length, in whole characters, whatever a model says', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.lorem({ maxCount: 60 })), (answer) => {
      const text = tidyAltText(answer);
      expect(text.length).toBeLessThanOrEqual(ALT_TEXT_LENGTH);
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/[\n\r]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    }));
  });
});
