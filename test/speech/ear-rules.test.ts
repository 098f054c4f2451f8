import { describe, expect, it } from 'vitest';
import { DEFAULT_SPEECH_OPTIONS, type SpeechOptions } from '~/lib/shared/speech';
import { Narration } from '~/lib/speech/narration';
import { PHRASES } from './phrases';

function hear(text: string, options: Partial<SpeechOptions> = {}, lang = 'en'): string {
  const page = { lang, images: [], blocks: [{ id: 'b1', kind: 'paragraph' as const, text }] };
  const narration = new Narration(page, { options: { ...DEFAULT_SPEECH_OPTIONS, languages: 'declared', ...options }, phrases: PHRASES, maxLength: 1_000 });
  return [...narration.from()].map((sentence) => sentence.text).join(' | ');
}

describe('what is heard of what is written', () => {
  it.each([
    // Footnote marks
    ['Peat forms slowly.[1] It stores carbon.[2][3]', 'Peat forms slowly. | It stores carbon.'],
    ['It was first.[citation needed] It was [note 4] not.[a]', 'It was first. | It was not.'],
    ['It is known to last.12 The others are not.', 'It is known to last. | The others are not.'],
    ['As shown by others¹² and later,³ it works.', 'As shown by others and later, it works.'],
    ['It covers 5 km² and 3 m³ of x².', 'It covers 5 km² and 3 m³ of x².'],
    ['Free* for all†, they say.', 'Free for all, they say.'],
    ['* Prices include tax.', 'Prices include tax.'],
    ['He said "[it] is late" in [2019].', 'He said "[it] is late" in [2019].'],
    ['Read it in [7]:12 and [3, 4–6].', 'Read it in and.'],
    // Addresses
    ['See https://www.example.org/a/b?c=d#e. It is free.', 'See link to example.org. | It is free.'],
    ['It is at www.example.co.uk, they say.', 'It is at link to example.co.uk, they say.'],
    ['Mail ann@example.org today.', 'Mail ann@example.org today.'],
    ['Version 2.0.1 of foo.js (https://a.example/x_y) is out.', 'Version 2.0.1 of foo.js (link to a.example) is out.'],
    // Emoji
    ['We won 🎉🎉🎉!', 'We won 🎉 3 times!'],
    ['Yes 👍🏽 👍🏽 ❤️ 🇫🇷 🐝 🐝', 'Yes 👍🏽 2 times, ❤️, 🇫🇷'],
    ['A family 👨‍👩‍👧 lives here.', 'A family 👨‍👩‍👧 lives here.'],
    // Symbols
    ['Menu → File → Open', 'Menu, File, Open'],
    ['Home | News | Sport', 'Home, News, Sport'],
    ['• Milk • Eggs', 'Milk Eggs'],
    ['It costs ~5 dollars and ≈ 3.5 euros.', 'It costs about 5 dollars and about 3.5 euros.'],
    ['The end. ----- *** The start.', 'The end. The start.'],
    ['50 % of a/b & c, 3–4 times, -5 °C.', '50 % of a/b & c, 3–4 times, -5 °C.'],
    ['*** 🎉', '🎉'],
    ['… — ***', ''],
  ])('%s', (written, heard) => {
    expect(hear(written)).toBe(heard);
  });

  it('by the wish of who listens', () => {
    const text = 'Peat.[1] See https://a.example/x 🎉🎉.';
    expect(hear(text, { footnotes: 'read', addresses: 'full', emoji: 'read' })).toBe('Peat.[1] | See https://a.example/x 🎉🎉.');
    expect(hear(text, { addresses: 'skip', emoji: 'skip' })).toMatch(/^Peat\. \| See\s*\.$/);
  });

  it('without English words in a sentence of another language', () => {
    expect(hear('Siehe https://www.example.org/a, es kostet ~5 Euro 🎉🎉.', {}, 'de')).toBe('Siehe example.org, es kostet 5 Euro 🎉.');
  });
});
