import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_SPEECH_OPTIONS, type SpeechOptions } from '~/lib/shared/speech';
import { AnswerSpeech } from '~/lib/speech/answer-speech';
import { PHRASES } from './phrases';

function speak(pieces: readonly string[], options: Partial<SpeechOptions> = {}, maxLength = 200) {
  const answer = new AnswerSpeech({ answerId: 'a1', options: { ...DEFAULT_SPEECH_OPTIONS, ...options }, phrases: PHRASES, maxLength, lang: 'en' });
  return [...pieces.flatMap((piece) => answer.take(piece)), ...answer.end()];
}

const ANSWER = '## Bees 🐝🐝\n\n1. They **fly** home.[1] See https://www.example.org/a.\n2. They sleep.\n\n```js\nlet a;\nlet b;\n```\n\n> Das ist nicht der Weg, den wir mit der Stadt gehen wollen.\n';

it('an answer is spoken as a page is', () => {
  expect(speak([ANSWER]).map(({ kind, text, lang, pause }) => [kind, text, lang, pause])).toEqual([
    ['heading', 'Bees 🐝 2 times', 'en', 600],
    ['list-item', '1: They fly home.', 'en', 0],
    ['list-item', 'See link to example.org.', 'en', 250],
    ['list-item', '2: They sleep.', 'en', 250],
    ['announcement', 'Code, 2 lines.', 'en', 400],
    ['quote', 'Das ist nicht der Weg, den wir mit der Stadt gehen wollen.', 'de', 400],
  ]);
  expect(speak([ANSWER], { code: 'read', listNumbers: false }).map(({ text }) => text).slice(1)).toEqual(['They fly home.', 'See link to example.org.', 'They sleep.', 'let a;', 'let b;', 'Das ist nicht der Weg, den wir mit der Stadt gehen wollen.']);
});

it('the first sentence is there before the second is over', () => {
  const answer = new AnswerSpeech({ answerId: 'a1', options: DEFAULT_SPEECH_OPTIONS, phrases: PHRASES, maxLength: 200 });
  const take = (piece: string) => answer.take(piece).map(({ text }) => text);
  expect([take('The bees are home.'), take(' Th'), take('ey ')]).toEqual([[], [], ['The bees are home.']]);
});

it('it is the same however the answer arrives, also between the two halves of an emoji', () => {
  const whole = speak([ANSWER]);
  expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 80 }), (cuts) => {
      const pieces: string[] = [];
      let at = 0;
      for (const cut of cuts) pieces.push(ANSWER.slice(at, (at += cut)));
      expect(speak([...pieces, ANSWER.slice(at)])).toEqual(whole);
    }),
  );
});

it('no part is longer than the voice takes', () => {
  const spoken = speak(['word, '.repeat(400)], {}, 60);
  expect(Math.max(...spoken.map(({ text }) => text.length))).toBeLessThanOrEqual(60);
  expect(spoken.map(({ text }) => text).join(' ').match(/word/g)).toHaveLength(400);
});
