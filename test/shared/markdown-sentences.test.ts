import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MarkdownSentences, type MarkdownSentence } from '~/lib/shared/markdown-sentences';

function read(pieces: readonly string[]): MarkdownSentence[] {
  const sentences = new MarkdownSentences();
  return [...pieces.flatMap((piece) => sentences.take(piece)), ...sentences.end()];
}
const texts = (...pieces: string[]) => read(pieces).map(({ text }) => text);

describe('an answer is cut into sentences', () => {
  it('without its marks', () => {
    const text = '## Key points\n\n- The **quay** closes, e.g. in March. Dr. Low said: "Yes!" See [the report](https://a.example/x_y_(z).\n1. First\n```js\nlet a = "x. Y";\n```\nLast `one.two`, snake_case and 2 * 3';
    expect(texts(text)).toEqual(['Key points', 'The quay closes, e.g. in March.', 'Dr. Low said: "Yes!"', 'See the report.', 'First', 'let a = "x. Y";', 'Last one.two, snake_case and 2 * 3']);
  });

  it('each with its kind, its number and its place', () => {
    const text = '# One\n> Two. Three.\n\n2. Four. Five.\n';
    expect(read([text])).toEqual([
      { kind: 'heading', text: 'One', last: true, at: 2 },
      { kind: 'quote', text: 'Two.', last: false, at: 8 },
      { kind: 'quote', text: 'Three.', last: true, at: 12 },
      { kind: 'list-item', text: 'Four.', number: 2, last: false, at: 24 },
      { kind: 'list-item', text: 'Five.', last: true, at: 29 },
    ]);
  });

  it('tables by their rows, with headers', () => {
    expect(texts('| Country | Size |\n|---|:-:|\n| **France** | 68 million |\n| Malta | |\nEnd.')).toEqual(['Country: France. Size: 68 million.', 'Country: Malta.', 'End.']);
    expect(texts('| a | b |\n|---|---|\n')).toEqual(['a. b.']);
    expect(texts('| a | b |\n| c | d |')).toEqual(['a. b.', 'c. d.']);
  });

  it('over lines that break within a sentence, not over lines that are their own', () => {
    expect(texts('The quay\ncloses. Key points\nThe ferry')).toEqual(['The quay closes.', 'Key points', 'The ferry']);
  });

  it('without a cut in the text of a link', () => {
    expect(texts('See [No. One did. It was](https://a.example) there. End')).toEqual(['See No. One did. It was there.', 'End']);
  });
});

describe('a sentence is given', () => {
  it('as soon as it is over, and not before', () => {
    const sentences = new MarkdownSentences();
    const take = (piece: string) => sentences.take(piece).map(({ text }) => text);
    expect(take('The quay clo')).toEqual([]);
    expect(take('ses. ')).toEqual([]);
    expect(take('The ')).toEqual(['The quay closes.']);
    expect(take('ferry。次は、')).toEqual(['The ferry。']);
    expect(take('明日です。\n')).toEqual(['次は、明日です。']);
  });

  it('the same however the text arrives', () => {
    const unit = fc.constantFrom('a', 'Word ', 'lower ', '. ', '! ', '"', '\n', '\n\n', '。', '说', '1. ', 'e.g. ', 'Dr. ', '**', '…', '```\n', '| x | y |\n', '|--|--|\n', '> ', '# ', '[l](u) ', '[', '`', '- ', ', ');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), fc.array(fc.nat(12), { maxLength: 40 }), (units, cuts) => {
        const text = units.join('');
        const pieces: string[] = [];
        let at = 0;
        for (const cut of cuts) pieces.push(text.slice(at, (at += cut)));
        pieces.push(text.slice(at));
        const whole = read([text]);
        expect(read(pieces)).toEqual(whole);
        expect(read([...text])).toEqual(whole);
      }),
      { numRuns: 400 },
    );
  });

  it('never twice, and no word is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Word', ' ', '. ', 'B', '! ', '\n', '。', '**', 'Dr. ', '- ', ', '), { maxLength: 60 }), (units) => {
        const letters = (text: string) => text.replace(/\P{L}/gu, '');
        expect(letters(texts(units.join('')).join(''))).toBe(letters(units.join('')));
      }),
    );
  });

  it('also where a text of any length has no end of a sentence', () => {
    const sentences = new MarkdownSentences();
    let most = 0;
    let said = 0;
    for (let piece = 0; piece < 60_000; piece++)
      for (const { text } of sentences.take('word ')) {
        most = Math.max(most, text.length);
        said += text.split(' ').length;
      }
    expect(most).toBeLessThanOrEqual(2_000);
    expect(said + sentences.end().reduce((sum, { text }) => sum + text.split(' ').length, 0)).toBe(60_000);
  });
});
