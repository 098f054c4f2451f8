// @vitest-environment happy-dom
import { Lexer } from 'marked';
import { beforeEach, expect, test, vi } from 'vitest';
import { MarkdownDocument } from '~/components/chat/markdown/markdown-document';
import { useMessages } from '../use-messages';

beforeEach(useMessages);

const SENTENCE = 'The **council** closes the north `quay` in [March](https://a.example/), see note [3] or 2 * 3 berths. ';
const PIECE = 200;

/** Characters handed to marked while a text streams in and is looked at after every piece. */
function countRead(text: string): number {
  let read = 0;
  const { lex, inlineTokens } = Lexer.prototype;
  vi.spyOn(Lexer.prototype, 'lex').mockImplementation(function (this: Lexer, src) {
    read += src.length;
    return lex.call(this, src);
  });
  vi.spyOn(Lexer.prototype, 'inlineTokens').mockImplementation(function (this: Lexer, src, tokens) {
    read += src.length;
    return inlineTokens.call(this, src, tokens);
  });
  const answer = new MarkdownDocument();
  for (let at = 0; at < text.length; at += PIECE) {
    answer.append(text.slice(at, at + PIECE));
    answer.view();
  }
  answer.finish();
  vi.restoreAllMocks();
  return read;
}

test.each([
  ['one paragraph', SENTENCE],
  ['one paragraph of many lines', `${SENTENCE}\n`],
  ['one list', `- ${SENTENCE}\n`],
  ['one item that holds a list', `  - ${SENTENCE}\n`, '- first\n'],
  ['one table', `| a | ${SENTENCE}|\n`, '| x | y |\n|---|---|\n'],
  ['one code block', `${SENTENCE}\n`, '```\n'],
  ['one quotation', `> ${SENTENCE}\n`],
  ['one line of stars', '*a '],
  ['many paragraphs', `${SENTENCE}\n\n`],
])('%s: what is read grows no faster than the text', (_, unit, head = '') => {
  const read = (length: number) => countRead(head + unit.repeat(Math.ceil(length / unit.length)));
  const [short, long] = [read(50_000), read(200_000)];
  expect(long).toBeLessThanOrEqual(short * 5);
  expect(long).toBeLessThan(200_000 * 40);
}, 30_000);

test('an answer of a megabyte keeps few nodes at the top', () => {
  const answer = new MarkdownDocument();
  answer.append(`${SENTENCE}\n\n`.repeat(10_000));
  answer.finish();
  expect(answer.view().length).toBeLessThan(400);
});
