import { toTokens } from '../server/write-answer.ts';

const SENTENCE = 'The **council** closes the north `quay` in March, as the [report](https://harbour.example/report) says; ferries use dock 2. ';

function fill(tokens: number, head: string, unit: (index: number) => string): string {
  let text = head;
  const each = toTokens(unit(0)).length;
  for (let index = 0; index * each < tokens; index++) text += unit(index);
  return text;
}

/** Answers that are one single block of about so many tokens: the worst a renderer can meet. */
export const LONG_BLOCKS: Record<string, (tokens: number) => string> = {
  'one paragraph': (tokens) => fill(tokens, '', () => SENTENCE),
  'one list': (tokens) => fill(tokens, '', () => `- ${SENTENCE}\n`),
  'one table': (tokens) => fill(tokens, '| berth | what the report says |\n| --- | --- |\n', (index) => `| ${index} | ${SENTENCE.trim()} |\n`),
  'one code block': (tokens) => fill(tokens, '```js\n', (index) => `const berth${index} = closes('north quay', { month: 3 });\n`),
};
