// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { extractHtml } from '~/lib/page/extract-html';
import { extractPage } from '~/lib/page/extract-page';
import { isEmptyShape } from '~/lib/page/clip-shape';
import { readColour } from '~/lib/page/colours';
import { blockText } from '~/lib/shared/block-text';
import { PageContent } from '~/lib/shared/page-content';

const read = async (body: string, head = '') => PageContent.parse(JSON.parse(JSON.stringify(await extractHtml(`<!doctype html><html><head><title>T</title>${head}</head><body>${body}</body></html>`, 'https://meadow.example/'))));
const textOf = (page: PageContent) => page.blocks.map(blockText).join('\n');

describe('a page that says of itself what no reader sees', () => {
  it('has room for a name, not for a speech', async () => {
    const speech = 'of the house of the meadow '.repeat(50);
    const page = await read('<p>Seen.</p>', `<meta name="author" content="${speech}"><meta property="og:site_name" content="${speech}"><meta property="article:published_time" content="3 ${speech}">`);
    expect(page.byline?.length).toBeLessThanOrEqual(200);
    expect(page.siteName?.length).toBeLessThanOrEqual(200);
    expect(page.publishedTime).toBeUndefined();
  });

  it('keeps a date however it is written', async () => {
    for (const date of ['2026-04-02T08:00:00Z', 'Thursday, 2 April 2026']) expect((await read('', `<meta name="date" content="${date}">`)).publishedTime).toBe(date);
  });

  it.each([
    ['en-x-ignore-all-rules', 'en'],
    ['x-ignore-all-rules', undefined],
    ['de-u-co-phonebk', 'de'],
    ['zh_hant_tw', 'zh-Hant-TW'],
    ['<script>', undefined],
  ])('names a language, %s, and nothing else', async (lang, expected) => {
    const page = await extractHtml(`<html lang="${lang}"><body>x</body></html>`, 'https://meadow.example/');
    expect(page.lang).toBe(expected);
  });

  it('may write any JSON-LD', async () => {
    for (const json of ['schema.org {{{', '[[[null]]]', '{"@context":"schema.org","@type":[1,{}],"@graph":[null,3]}', '{"@context":"schema.org","@type":"Article","headline":{},"author":[null,[[]],{"name":[]}],"datePublished":12,"publisher":7}'])
      expect(textOf(await read('<p>Seen.</p>', `<script type="application/ld+json">${json}</script>`))).toBe('Seen.');
  });
});

describe('pictures', () => {
  it('have finite sizes', async () => {
    const page = await read(`<img src="a.png" width="${'9'.repeat(400)}" height="-5">`);
    expect(page.images).toMatchObject([{ width: 100_000, height: 0 }]);
  });

  it('lie on the web, and say no passwords', async () => {
    const page = await read('<img src="javascript:alert(1)" width="90" height="90"><img src="https://me:secret@h.example/x.png" width="90" height="90">');
    expect(page.images.map((image) => image.src)).toEqual(['https://h.example/x.png']);
  });
});

it('an address says no passwords', async () => {
  expect((await extractHtml('<p>x</p>', 'https://me:secret@meadow.example/a?b@c')).url).toBe('https://meadow.example/a?b@c');
});

it('a document without a root is empty', async () => {
  const empty = new DOMParser().parseFromString('<p>x</p>', 'text/html');
  empty.documentElement.remove();
  expect(await extractPage(empty, { url: 'https://meadow.example/' })).toMatchObject({ blocks: [], wordCount: 0 });
});

it('one text of 20 MB is read up to the most that is read of a page, and the rest is said to be left out', async () => {
  const document = new DOMParser().parseFromString('<p></p>', 'text/html');
  document.querySelector('p')?.append('word '.repeat(4_000_000));
  const page = await extractPage(document, { url: 'https://meadow.example/' });
  expect(page.wordCount).toBeLessThan(900_000);
  expect(page.omissions.map(({ reason }) => reason)).toContain('limit');
});

it.each([
  ['inset(0px 0px 100%)', true], ['inset(50%)', true], ['inset(500px)', true], ['inset(10px round 4px)', false], ['inset(0px)', false],
  ['circle(0.1px at 50% 50%)', true], ['circle(40px)', false], ['circle(50% at 0px 0px)', false], ['polygon(0px 0px, 0px 0px)', true], ['polygon(0 0, 9px 0, 9px 9px)', false],
])('a shape that shows nothing: %s', (path, expected) => {
  expect(isEmptyShape(path, 200, 100)).toBe(expected);
});

it.each([
  ['oklch(1 0 0)', [255, 255, 255, 1]], ['oklab(0 0 0 / 0.5)', [0, 0, 0, 0.5]], ['lab(100 0 0)', [255, 255, 255, 1]], ['lch(0 none none)', [0, 0, 0, 1]],
  ['color(display-p3 1 1 1)', [255, 255, 255, 1]], ['color(srgb-linear 1 1 1 / 0%)', [255, 255, 255, 0]], ['color(xyz-d65 0.9505 1 1.089)', [255, 255, 255, 1]],
  ['oklch(0.628 0.2577 29.23)', [255, 0, 0, 1]], ['lab(53.2 80.1 67.2)', [255, 0, 0, 1]],
])('a colour beyond sRGB: %s', (value, expected) => {
  const colour = readColour(value);
  expected.forEach((part, i) => expect(Math.abs((colour?.[i as 0] ?? NaN) - part)).toBeLessThan(6));
});
