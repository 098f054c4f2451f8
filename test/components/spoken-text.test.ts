import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SpokenText } from '~/components/chat/spoken-text';

function speak(pieces: readonly string[]): string[] {
  const spoken = new SpokenText();
  return [...pieces.flatMap((piece) => spoken.take(piece)), ...spoken.end()];
}

test('sentences are said when they end, without marks', () => {
  const text = '## Key points\n\n- The **quay** closes, e.g. in March. Dr. Low said: "Yes!" See [the report](https://a.example).\n1. First\n```js\ncode\n```\n| a | b |\n|---|---|\nLast';
  expect(speak([text])).toEqual(['Key points', 'The quay closes, e.g. in March.', 'Dr. Low said: "Yes!"', 'See the report.', '1. First', 'code', 'a b', 'Last']);
});

test('nothing is said before it is finished', () => {
  const spoken = new SpokenText();
  expect(spoken.take('The quay clo')).toEqual([]);
  expect(spoken.take('ses. The')).toEqual(['The quay closes.']);
  expect(spoken.take(' ferry。次')).toEqual(['The ferry。']);
});

test('the same is said however the text arrives', () => {
  const unit = fc.constantFrom('a', 'Word ', '. ', '! ', '"', '\n', '。', '1. ', 'e.g. ', '**', '…');
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
      expect(speak(units.flatMap((text) => [...text]))).toEqual(speak([units.join('')]));
    }),
  );
});
