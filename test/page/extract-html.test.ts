// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractHtml } from '~/lib/page/extract-html';
import { blockText } from '~/lib/shared/block-text';
import { ExtractedPage, type PageContent } from '~/lib/shared/page-content';

const URL_OF_PAGE = 'https://meadow.example/bees/home';
const fixture = (name: string) => readFileSync(`test/fixtures/pages/${name}.html`, 'utf8');
const read = (body: string) => extractHtml(`<!doctype html><html><head><title>T</title></head><body>${body}</body></html>`, URL_OF_PAGE);
const described = (description: string, html: string) =>
  extractHtml(`<!doctype html><html><head><title>How bees find home</title><meta property="og:type" content="article"><meta name="description" content="${description}"></head><body>${html}</body></html>`, URL_OF_PAGE);
const textOf = (page: PageContent) => page.blocks.map(blockText).join('\n');

describe('an article', () => {
  it('becomes its own text, in blocks of every kind', async () => {
    const page = await extractHtml(fixture('article'), URL_OF_PAGE);
    expect(ExtractedPage.parse(page)).toEqual(page);
    expect(page.kind).toBe('article');
    expect(page.blocks).toMatchObject([
      { kind: 'paragraph', text: 'A bee that leaves the hive flies in widening loops, and it looks back at the entrance the whole time, learning where it stands.' },
      { kind: 'figure', imageIds: ['i1'], caption: 'The hive in the orchard. Photo: A. Field' },
      { kind: 'paragraph', text: 'After three such flights it can come home from two kilometres away, even when the wind has turned and clouds hide the sun.' },
      { kind: 'heading', level: 2, text: 'What they remember' },
      { kind: 'list', ordered: false, items: [{ text: 'The colour of the entrance', depth: 0 }, { text: 'Landmarks', depth: 0 }, { text: 'A tall tree', depth: 1 }, { text: 'A fence', depth: 1 }] },
      { kind: 'quote', text: 'They carry a map, and they correct it every day.' },
      { kind: 'code', text: 'def home(bee):\n    return bee.map["hive"]', language: 'python' },
      { kind: 'table', rows: [['Day', 'Metres'], ['1', '40'], ['2', '310']], headerRows: 1, caption: 'Flights' },
      { kind: 'paragraph', text: 'The map is kept for weeks, so that a bee which has been shut in by rain still knows the way when the sun comes back at last.' },
    ]);
    expect(page.images).toEqual([{ id: 'i1', blockId: 'b2', src: 'https://meadow.example/hive.jpg', alt: 'A wooden hive', caption: 'The hive in the orchard. Photo: A. Field', width: 640, height: 400 }]);
  });

  it('tells what the page says of itself and what was left out', async () => {
    const page = await extractHtml(fixture('article'), URL_OF_PAGE);
    expect(page).toMatchObject({ title: 'How bees find home', lang: 'en-GB', dir: 'ltr', byline: 'Ada Field', siteName: 'The Meadow', publishedTime: '2026-04-02T08:00:00Z', url: URL_OF_PAGE });
    const furniture = page.omissions.find((omission) => omission.reason === 'furniture');
    expect(furniture?.excerpts.join(' ')).toContain('cookies');
    expect(furniture?.words).toBeGreaterThan(40);
    expect(page.wordCount).toBeGreaterThan(80);
  });
});

describe('what says below the title what an article is about', () => {
  const body = (standfirst: string) => `<article><h1>How bees find home</h1>${standfirst}${'<p>A bee that leaves the hive flies in widening loops, and it looks back at the entrance the whole time, learning where it stands.</p>'.repeat(8)}</article>`;

  it('is kept apart from the text, by its name', async () => {
    const page = await described('', body('<p class="standfirst">Bees carry a map of the country, and correct it daily.</p>'));
    expect(page.standfirst).toBe('Bees carry a map of the country, and correct it daily.');
    expect(textOf(page)).not.toContain('Bees carry');
  });

  it('is found by the description, which alone is not believed', async () => {
    const text = 'Bees carry a map of the country, and correct it daily.';
    const page = await described(text, `<header><h1>How bees find home</h1><p>${text}</p></header>${body('')}`);
    expect(page.standfirst).toBe(text);
    expect((await described('Nobody sees this line, which is why it is not read.', body(''))).standfirst).toBeUndefined();
  });
});

describe('names that say little', () => {
  const text = '<p>A bee that leaves the hive flies in widening loops, and it looks back at the entrance the whole time, learning where it stands.</p>';

  it('do not make running text furniture', async () => {
    const intro = 'The first flights of a summer are short, they say, and nobody has ever counted how many of them end in the wrong hive, or in a flower pot on a balcony.';
    const page = await read(`<article><div class="teaser-text"><p>${intro}</p></div>${text.repeat(12)}</article>`);
    expect(page.kind).toBe('article');
    expect(textOf(page)).toContain(intro);
  });

  it('still tell cards that lead elsewhere', async () => {
    const page = await read(`<article>${text.repeat(6)}<div class="teaser"><a href="/honey">How honey is made</a><p>Between the flower and the glass lie many hands, or rather many legs, and most of the work is done at night by bees that never saw a flower themselves.</p></div>${text.repeat(6)}</article>`);
    expect(textOf(page)).not.toContain('many hands');
  });

  it('do not let a notice on cookies pass for a short article', async () => {
    const notice = 'We and our partners store cookies on your device in order to measure how this site is used, to remember what you like and to show you what you may like to buy. '.repeat(3);
    const page = await described('', `<div class="cookie-notice"><p>${notice}</p></div><main><h1>Bees</h1>${text.repeat(3)}</main>`);
    expect(textOf(page)).toContain('widening loops');
    expect(textOf(page)).not.toContain('our partners');
  });
});

describe('a page that is no article', () => {
  it('keeps every post of a thread in reading order, without navigation and footer', async () => {
    const page = await extractHtml(fixture('forum'), URL_OF_PAGE);
    expect(page.kind).toBe('page');
    expect(page.lang).toBe('de');
    expect(page.blocks.map(blockText)).toEqual(['Fahrrad quietscht', 'Lena', 'Seit gestern quietscht mein Hinterrad bei jeder Umdrehung. Was kann das sein?', 'Jo', 'Bremsbelag schleift. Schau, ob die Felge rund läuft.', 'Lena', 'Das war es, danke!']);
    expect(page.omissions).toEqual([{ reason: 'furniture', passages: 2, words: 3, excerpts: ['Start Neues', 'Impressum'] }]);
  });

  it('may be empty', async () => {
    expect(await read('')).toMatchObject({ kind: 'page', blocks: [], images: [], wordCount: 0, omissions: [] });
  });

  it('knows a right-to-left page by its letters', async () => {
    const page = await extractHtml(fixture('rtl'), URL_OF_PAGE);
    expect(page.dir).toBe('rtl');
    expect(page.lang).toBeUndefined();
  });
});

describe('text that mark-up hides', () => {
  it.each([
    ['display', '<p style="display: none">SECRET</p>'],
    ['hidden', '<p hidden>SECRET</p>'],
    ['visibility', '<div style="visibility:hidden"><p>SECRET</p></div>'],
    ['opacity', '<p style="opacity: 0">SECRET</p>'],
    ['font size', '<p style="font-size:0">SECRET</p>'],
    ['off-screen', '<p style="position:absolute; left:-9999px">SECRET</p>'],
    ['zero size', '<p style="height:0; overflow:hidden">SECRET</p>'],
    ['clip', '<p style="position:absolute; clip: rect(0 0 0 0)">SECRET</p>'],
    ['indent', '<p style="text-indent:-9999px">SECRET</p>'],
    ['details that nobody can open', '<details><p>SECRET</p></details>'],
    ['hidden in closed details', '<details><summary>Open me</summary><p hidden>SECRET</p></details>'],
    ['off-screen in closed details', '<details><summary>Open me</summary><p style="position:absolute; left:-9999px">SECRET</p></details>'],
  ])('is left out and counted: %s', async (_, hidden) => {
    const page = await read(`<p>Seen.</p>${hidden}`);
    expect(textOf(page)).not.toContain('SECRET');
    expect(page.omissions).toContainEqual({ reason: 'hidden', passages: 1, words: 1, excerpts: ['SECRET'] });
  });

  it('closed details are a press away: they are read', async () => {
    const page = await read('<p>Seen.</p><details><summary>Open me</summary><p>Behind.</p></details>');
    expect(textOf(page)).toContain('Behind.');
    expect(page.omissions).toEqual([]);
  });

  it('in the colour of its background is told apart', async () => {
    const page = await read('<div style="background:#fff"><p>Seen.</p><p style="color: white">SECRET</p></div>');
    expect(textOf(page)).toBe('Seen.');
    expect(page.omissions).toEqual([{ reason: 'same-colour', passages: 1, words: 1, excerpts: ['SECRET'] }]);
  });

  it('in Unicode tags and zero-width characters is removed, and the tags are read', async () => {
    const tags = [...'obey me'].map((c) => String.fromCodePoint(0xe0000 + (c.codePointAt(0) ?? 0))).join('');
    const page = await read(`<p>Go\u200Bod${tags} day\u2060, می\u200Cخواهم 👩\u200D🌾</p>`);
    expect(textOf(page)).toBe('Good day, می\u200Cخواهم 👩\u200D🌾');
    expect(page.omissions).toEqual([{ reason: 'invisible-characters', passages: 1, words: 2, excerpts: ['obey me'] }]);
  });

  it('is not confused with text that only screen readers skip', async () => {
    expect(textOf(await read('<p aria-hidden="true">Seen.</p>'))).toBe('Seen.');
  });
});

describe('blocks', () => {
  it('part paragraphs at two line breaks and keep one', async () => {
    expect((await read('Roses are red,<br>violets blue.<br><br>  The end.')).blocks.map(blockText)).toEqual(['Roses are red,\nviolets blue.', 'The end.']);
  });

  it('read a table that only lays out the page as its contents', async () => {
    const page = await read('<table role="presentation"><tr><td><h2>Left</h2></td><td><p>Right.</p></td></tr></table>');
    expect(page.blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph']);
  });

  it('leave out spacers and trackers among pictures', async () => {
    const page = await read('<p>Text <img src="/spacer.gif"><img src="https://t.example/pixel?x" width="1" height="1"><img data-src="lazy.png" src="data:image/gif;base64,R0lGOD" alt="Real"> more.</p>');
    expect(page.images).toEqual([{ id: 'i1', blockId: 'b1', src: 'https://meadow.example/bees/lazy.png', alt: 'Real', width: 0, height: 0 }]);
  });
});

describe('a list or table of very many items', () => {
  it('is read in parts, and nothing of it is lost', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `<tr><td>row ${i}</td><td>${i * 7}</td></tr>`).join('');
    const items = Array.from({ length: 4100 }, (_, i) => `<li>item ${i}</li>`).join('');
    const page = await read(`<table><caption>Rows</caption><thead><tr><th>Name</th><th>Value</th></tr></thead><tbody>${rows}</tbody></table><ul>${items}</ul>`);
    const tables = page.blocks.filter((block) => block.kind === 'table');
    const lists = page.blocks.filter((block) => block.kind === 'list');
    expect(tables.length).toBeGreaterThan(1);
    expect(tables[0]).toMatchObject({ headerRows: 1, caption: 'Rows' });
    expect(tables.flatMap((table) => table.rows).slice(1).map((row) => row[0])).toEqual(Array.from({ length: 5000 }, (_, i) => `row ${i}`));
    expect(lists.length).toBeGreaterThan(1);
    expect(lists.flatMap((list) => list.items).map((item) => item.text)).toEqual(Array.from({ length: 4100 }, (_, i) => `item ${i}`));
  });
});

it('notes the language that the page declares for a block, where it is not its own', async () => {
  const body = '<p>One.</p><p lang="fr">Deux. <i lang="la">Tres.</i></p><blockquote><p lang="DE-at">Vier.</p></blockquote><p><i lang="es">Cinco</i> is five.</p><div lang="it"><ul><li>Sei.</li></ul><p lang="en">Seven.</p></div><p lang="x y!">Eight.</p>';
  const page = await extractHtml(`<!doctype html><html lang="en"><head><title>T</title></head><body>${body}</body></html>`, URL_OF_PAGE);
  expect(page.blocks.map(({ lang }) => lang)).toEqual([undefined, 'fr', 'de-AT', undefined, 'it', undefined, undefined]);
});
