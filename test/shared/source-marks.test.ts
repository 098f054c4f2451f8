import { describe, expect, it, test } from 'vitest';
import { findMarks, findMarksInMarkdown, replaceMarks, stripMarks } from '~/lib/shared/source-marks';

test.each([
  ['It closes [1].', [[1]]], ['It closes[1]. Then', [[1]]], ['It closes.[1]Then', [[1]]], ['[1][2]', [[1], [2]]], ['[1, 2]', [[1, 2]]], ['[1,2;3]', [[1, 2, 3]]], ['[2-4]', [[2, 3, 4]]],
  ['[1–3]', [[1, 2, 3]]], ['a [^1] b', [[1]]], ['关闭【1】。', [[1]]], ['关闭［2］了', [[2]]], ['关闭[1]了', [[1]]], ['【3†source】', [[3]]], ['يغلق [١] ثم [١٢]', [[1], [12]]], ['[۳]', [[3]]], ['Great![1]', [[1]]], ['nine [1]: then', [[1]]],
])('%s has marks', (text, numbers) => {
  expect(findMarks(text).map((mark) => mark.numbers)).toEqual(numbers);
});

test.each([
  'a[1] = 2', 'a[1].b', 'a[1]b', 'a[1] + b', '[1](https://example.org)', '\\[1]', '[0]', '[2024]', '[1', '1]', '[]', '[x]', '[1.5]', '[4-2]', '[1-90]', '[^1]: a note', '[ 1 2 ]', '(1)', '[1a]',
])('%s has none', (text) => {
  expect(findMarks(text)).toEqual([]);
});

describe('in Markdown', () => {
  it('code, links and definitions hold no marks', () => {
    const markdown = 'A [1] `b [2]`\n\n```js\nc [3]\n```\n\n[see [4]](https://x.org) ![5](y) [6]\n\n[7]: https://x.org\n\n``d ` [8]`` [9]\n\n~~~\n[10]';
    expect(findMarksInMarkdown(markdown).flatMap(({ numbers }) => numbers)).toEqual([1, 6, 9]);
  });

  it('marks are replaced with the space before them, or by other words', () => {
    const text = 'It closes [1]. `[2]` stays [2].';
    expect(replaceMarks(text, findMarksInMarkdown(text), () => '')).toBe('It closes. `[2]` stays.');
    expect(replaceMarks(text, findMarksInMarkdown(text), ({ numbers }) => (numbers[0] === 1 ? '(a)' : undefined))).toBe('It closes (a). `[2]` stays [2].');
  });
});

it('a sentence is heard without them', () => {
  expect(stripMarks('[1] The quay [2] closes [3][4].')).toBe('The quay closes.');
  expect(stripMarks('[1]')).toBe('');
});

it('takes time in proportion to the text, whatever it is made of', () => {
  for (const hostile of ['[', '[1', '[1,', '`', '```\n', '[1](', '【1†', '[1] ', '[^']) {
    const began = performance.now();
    findMarksInMarkdown(hostile.repeat(50_000));
    expect(performance.now() - began, hostile).toBeLessThan(2_000);
  }
});
