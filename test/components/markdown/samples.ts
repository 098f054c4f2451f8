import fc from 'fast-check';

/** Kinds of Markdown an answer is made of, each as lines. Blank lines are put between blocks by `markdown`. */
const words = fc.array(fc.constantFrom(
  'harbour', 'the', '**bold**', '*em*', '`code`', '~~gone~~', '[link](https://a.example/x)', '[ref][1]', '[1]', 'snake_case', '2 * 3',
  'a < b', 'https://b.example/y', '![pic](https://c.example/p.png)', '&amp;', '\\*', '<b>', 'שלום', '**open', '`tick', '<br>', '(x)', '1.',
), { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));

const plain = fc.array(fc.constantFrom('quay', 'closes', 'in', 'March', '*soon*', '[1]', 'x'), { minLength: 1, maxLength: 6 }).map((l) => l.join(' '));
const paragraph = fc.array(words, { minLength: 1, maxLength: 4 });
const heading = fc.tuple(fc.integer({ min: 1, max: 4 }), plain).map(([n, text]) => [`${'#'.repeat(n)} ${text}`]);
const setext = fc.tuple(plain, fc.constantFrom('===', '---')).map(([text, line]) => [text, line]);
const fence = fc.tuple(fc.constantFrom('```', '~~~', '````', '```js'), fc.array(fc.oneof(words, fc.constantFrom('', '# no', '- no', '  in')), { maxLength: 6 }))
  .map(([mark, lines]) => [mark, ...lines, (/^[`~]+/.exec(mark) ?? [''])[0]]);
const table = fc.tuple(plain, fc.array(words, { maxLength: 5 })).map(([head, rows]) => [`| ${head} | b |`, '|:--|---|', ...rows.map((row) => `| ${row} | y |`)]);
const item = fc.tuple(words, fc.array(fc.oneof(
  plain.map((text) => `  - ${text}`), plain.map((text) => `    ${text}`), plain, fc.constant(''), fc.constantFrom('  ```', '  | a |'),
), { maxLength: 3 }));
const list = fc.tuple(fc.constantFrom('-', '*', '1.', '3)'), fc.array(item, { minLength: 1, maxLength: 6 }))
  .map(([mark, items]) => items.flatMap(([first, rest]) => [`${mark} ${first}`, ...rest]));
const tasks = fc.array(fc.tuple(fc.constantFrom('[ ]', '[x]'), plain), { minLength: 1, maxLength: 3 }).map((l) => l.map(([b, text]) => `- ${b} ${text}`));
const quote = fc.array(fc.oneof(words, fc.constant('')), { minLength: 1, maxLength: 4 }).map((l) => l.map((text) => `> ${text}`));
const definition = fc.constantFrom(['[1]: https://d.example/one "One"'], ['[x]: <https://d.example/x>']);
const other = fc.constantFrom(['---'], ['***'], ['    indented', '    code'], ['<div>', 'html', '</div>'], ['#no heading'], ['- '], ['2. two'], ['+']);
const block = fc.oneof(paragraph, heading, setext, fence, table, list, tasks, quote, definition, other);

/** Whole answers of such blocks. */
export const markdown = fc.array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n')), { maxLength: 8 })
  .map((blocks) => blocks.map(([lines, gap]) => lines.join('\n') + gap).join(''));

/** Any sequence of the characters that mean something in Markdown. */
export const wild = fc.string({ unit: fc.constantFrom(...'ab \n\n\t-*_`~#>|[]()!<:1.\\&=+"\'\r\u202E😀'), maxLength: 120 });

/** The same text cut into pieces at random places. */
export function cut(text: string, seeds: readonly number[]): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let i = 0; from < text.length; i++) {
    const length = (seeds[i % seeds.length] ?? 1) % 40 || 1;
    pieces.push(text.slice(from, from + length));
    from += length;
  }
  return pieces;
}
