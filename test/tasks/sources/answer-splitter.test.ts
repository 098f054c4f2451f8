import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { AnswerSplitter, type SplitPiece } from '~/lib/tasks/sources/answer-splitter';

function split(pieces: readonly string[], { isCut = false, before }: { isCut?: boolean; before?: ConstructorParameters<typeof AnswerSplitter>[0] } = {}): SplitPiece {
  const splitter = new AnswerSplitter(before);
  const all = [...pieces.map((piece) => splitter.take(piece)), splitter.end(isCut)];
  return { text: all.map(({ text }) => text).join(''), quotations: all.flatMap(({ quotations }) => quotations) };
}

const TEXT = 'The quay closes [1].\n\n- Ferries go from the south [2].';
const ONE = { mark: 1, quote: 'The north quay will close' };
const TWO = { mark: 2, quote: 'from the south quay' };

describe('the list of quotations at the end of an answer', () => {
  test.each([
    ['as the model was told to write it', `${TEXT}\n\n<sources>\n[1] "The north quay will close"\n[2] "from the south quay"\n</sources>`],
    ['without an end', `${TEXT}\n<sources>\n[1] "The north quay will close"\n[2] "from the south quay"`],
    ['right behind the text', `${TEXT}<sources>[1] "The north quay will close"\n[2] "from the south quay"</sources>\n`],
    ['in a code block', `${TEXT}\n\n\`\`\`xml\n<sources>\n[1] "The north quay will close"\n[2] "from the south quay"\n</sources>\n\`\`\``],
    ['in other letters', `${TEXT}\n\n**<Sources>**\n[1] “The north quay will close”\n[2] «from the south quay»\n</SOURCES>`],
    ['below a heading', `${TEXT}\n\n## Sources\n\n[1] "The north quay will close"\n[2] "from the south quay"`],
    ['below a heading, without quotation marks', `${TEXT}\n\n**Sources:**\n[1] The north quay will close\n[2] from the south quay`],
    ['below a rule', `${TEXT}\n\n---\n[1]: "The north quay will close"\n[2]: "from the south quay"`],
    ['below a heading in another language', `${TEXT}\n\nQuellen:\n- [1] „The north quay will close“\n- [2] „from the south quay“`],
    ['without anything before it', `${TEXT}\n\n[1] "The north quay will close"\n\n[2] "from the south quay"`],
    ['as footnotes', `${TEXT}\n\n[^1]: The north quay will close\n[^2]: from the south quay`],
    ['with brackets of Chinese', `${TEXT}\n\n来源：\n【1】「The north quay will close」\n【2】『from the south quay』`],
    ['with digits of Arabic', `${TEXT}\n\nالمصادر:\n[١] "The north quay will close"\n[٢] "from the south quay"`],
    ['as a numbered list', `${TEXT}\n<sources>\n1. "The north quay will close"\n2) "from the south quay" (second paragraph)\n</sources>`],
    ['without numbers', `${TEXT}\n<sources>\n- "The north quay will close"\n- "from the south quay"\n</sources>`],
    ['with a quotation over two lines, and one that is never closed', `${TEXT}\n<sources>\n[1] "The north quay\nwill close"\n[2] "from the south quay\n</sources>`],
    ['with emphasis', `${TEXT}\n<sources>\n**[1]**: "The north quay will close"\n**[2]** – "from the south quay"\n</sources>`],
  ])('%s', (_, answer) => {
    const { text, quotations } = split([answer]);
    expect(text.trimEnd()).toBe(TEXT);
    expect(quotations).toEqual([ONE, TWO]);
  });

  it('keeps quotation marks and apostrophes within a quotation', () => {
    const { quotations } = split([`A [1].\n<sources>\n[1] 'It isn't the "best" quay'\n[2] "He said "no" to it"\n</sources>`]);
    expect(quotations).toEqual([{ mark: 1, quote: `It isn't the "best" quay` }, { mark: 2, quote: 'He said "no" to it' }]);
  });

  it('leaves out a quotation that was cut off, and keeps those before', () => {
    const answer = `${TEXT}\n\n<sources>\n[1] "The north quay will close"\n[2] "from the sou`;
    expect(split([answer], { isCut: true })).toEqual({ text: `${TEXT}\n\n`, quotations: [ONE] });
  });

  it('goes on in the middle of the list, and before it', () => {
    expect(split(['[2] "from the south quay"\n</sources>'], { before: { text: TEXT, lastMark: 1 } })).toEqual({ text: '', quotations: [TWO] });
    expect(split([' soon.\n<sources>\n[1] "The north quay will close"'], { before: { text: 'The quay closes' } })).toEqual({ text: ' soon.\n', quotations: [ONE] });
  });

  it('shows what follows the list', () => {
    expect(split([`A [1].\n<sources>\n[1] "The north quay will close"\n</sources>\n\nI hope this helps.`]).text).toBe('A [1].\n\nI hope this helps.');
    expect(split([`<sources>\n[1] "The north quay will close"\n</sources>\n\nA [1].`])).toEqual({ text: 'A [1].', quotations: [ONE] });
    expect(split([`A [1].\n<sources>\n[1] "The north quay will close"\nI hope this helps.\n- Bye`]).text).toBe('A [1].\n\nI hope this helps.\n- Bye');
  });
});

describe('an answer without a list', () => {
  test.each([
    '', ' ', '\n', 'Plain text.', 'Two\n\nparagraphs\n', '# Sources\n\nThe river springs in the hills.', '**Sources**: the board, the mayor.', 'Sources of energy:\n- coal',
    'Quotes:\n- “We will win,” she said.\n- “No.”', 'A `<sources>` element holds sources.', '```html\n<p>\n<sources>\n[1] "code"\n</sources>\n```\nDone.', '~~~\n[1] "code"\n~~~',
    'See [1](https://example.org) and [2].\n\n[2]: https://example.org/2\n', '## References\n[1] https://example.org\n[2] www.example.org', '- [ ] task\n- [x] done', '[link] "title"',
    '1. "First", he said.\n2. "Second".', '---\n---\n\n***\nx', 'a < b <so on> <source', '| [1] | "x" |\n|---|---|', '[2024] "was a year"', '\n\n\n  indented', '```', '**Important**\n\nText',
    'Sources:\n\n', 'Quellen', '> “Quoted” [1]',
  ])('%j stays as it is', (answer) => {
    expect(split([answer])).toEqual({ text: answer, quotations: [] });
  });

  it('is the one at the end: a line like its lines in the middle is text', () => {
    const quoted = 'He writes [1]:\n\n[1] "We will win"\n[2] "No"\n\nThat is all [2].\n';
    expect(split([`${quoted}\n<sources>\n[1] "The north quay will close"\n[2] "from the south quay"\n</sources>`])).toEqual({ text: `${quoted}\n`, quotations: [ONE, TWO] });
    // The last one that simply begins is the list, too.
    expect(split([`${quoted}\n[1] "The north quay will close"\n[2] "from the south quay"`])).toEqual({ text: `${quoted}\n`, quotations: [ONE, TWO] });
    // Without any other, what the lines quote is what the answer rests on.
    expect(split(['A [1].\n[1] "The north quay will close"\nB [2].\n[2] "from the south quay"\nI hope this helps.'])).toEqual({
      text: 'A [1].\n[1] "The north quay will close"\nB [2].\n[2] "from the south quay"\nI hope this helps.', quotations: [TWO],
    });
    expect(split(['A [1].\n[1] "The north quay will close"\nI hope this helps.'])).toEqual({ text: 'A [1].\n[1] "The north quay will close"\nI hope this helps.', quotations: [ONE] });
  });

  it('is shown when it is nothing but a list', () => {
    expect(split(['[1] "We will win"\n[2] "No"'])).toEqual({ text: '[1] "We will win"\n[2] "No"', quotations: [] });
    expect(split(['<sources>\nThe answer, in the wrong place.'])).toEqual({ text: 'The answer, in the wrong place.', quotations: [] });
  });
});

const piece = fc.constantFrom(
  'The quay closes', ' [1]', '.', '\n', '\n\n', '<sources>', '</sources>', '<sou', 'rces>', '[1] "north quay"', '[2] “south', ' quay”', '[^3]: ', '【4】「', '」', '```', '```xml', '---', '## ',
  'Sources', '**', ':', '- ', '1. ', '"', ' ', 'https://', 'h', 'words go on here', '\r', '[', ']', '5', '> ', '~~~', '`', 'Quellen:', '<', '†source】', '   ',
);
const answer = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

it('is taken apart in the same way however it is cut into pieces', () => {
  fc.assert(fc.property(answer, fc.array(fc.nat(), { maxLength: 40 }), fc.boolean(), (whole, cuts, isCut) => {
    const borders = [...new Set(cuts.map((cut) => cut % (whole.length + 1)))].sort((a, b) => a - b);
    const pieces = [...borders, whole.length].map((end, i) => whole.slice(i === 0 ? 0 : borders[i - 1], end));
    expect(split(pieces, { isCut })).toEqual(split([whole], { isCut }));
    expect(split([...whole], { isCut })).toEqual(split([whole], { isCut }));
  }), { numRuns: 3_000 });
});

it('loses no word of a text in which nothing looks like a list', () => {
  const words = fc.array(fc.constantFrom('quay', 'closes', ' ', '\n', '**bold**', '- item', '"quoted"', 'a < b', '`code`', '42', '(1)', '港口'), { maxLength: 40 }).map((list) => list.join(' '));
  fc.assert(fc.property(words, (whole) => {
    expect(split([...whole])).toEqual({ text: whole, quotations: [] });
  }));
});

it('shows a long line of code as it comes, and the list behind its block', () => {
  const splitter = new AnswerSplitter();
  expect(splitter.take('```\n').text + splitter.take('const table = [').text).toBe('```\nconst table = [');
  expect(splitter.take('0x00, ').text).toBe('0x00, ');
  expect(splitter.take('``` is no end here').text).toBe('``` is no end here');
  // What may be the end of the block is held until it is known.
  expect(splitter.take('];\n  ``').text).toBe('];');
  expect(splitter.take('`').text).toBe('');
  expect(splitter.take('\n<sources>\n[1] "The north quay will close"').text).toBe('\n  ```\n');
  expect(splitter.end()).toEqual({ text: '', quotations: [ONE] });
});

it.each([['a code block', '```\n', 'x = 1; '], ['a code block, of its own signs', '```\n', '````'], ['a blank line', '', '    '], ['signs of Markdown', '', '****'], ['a bracket and blank space', '[1]', '    '], ['the list', 'A.\n<sources>\n[1] "', 'quay '], ['what follows the list', '```\n<sources>\n[1] "a"\n</sources>', '````']])('takes apart a line of a megabyte in time proportional to it: %s', (_, begin, piece) => {
  const began = performance.now();
  const { text } = split([begin, ...Array.from({ length: 1_000_000 / piece.length }, () => piece), '\nThe end.\n']);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(text).toContain('The end.');
});

it('takes time in proportion to the answer, whatever it is made of', () => {
  for (const hostile of ['\n', '[1', '[1] "', '<', '```\n', '**', '---\n', 'Sources\n', '"', '[1]: ', '<sources>', '- ', '> ']) {
    const began = performance.now();
    split([hostile.repeat(20_000)]);
    split(Array.from({ length: 2_000 }, () => hostile));
    expect(performance.now() - began, JSON.stringify(hostile)).toBeLessThan(2_000);
  }
});
