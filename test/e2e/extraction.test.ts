import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer';
import puppeteer from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { findChromium } from '../../scripts/browsers.mjs';
import { blockText } from '../../lib/shared/block-text.ts';
import { PageContent } from '../../lib/shared/page-content.ts';
import { hideProperties } from './support/hidden-properties.ts';

/** What only a browser that lays pages out can show: computed styles, geometry, shadow trees, frames, selection. */
let browser: Browser;
let page: Page;
const script = readFileSync(`${inject('chromiumBuild')}/extract.js`, 'utf8');

beforeAll(async () => {
  browser = await puppeteer.launch({
    executablePath: findChromium() ?? (await puppeteer.executablePath()),
    headless: true,
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(() => page.close());

async function extract(body: string, head = ''): Promise<PageContent> {
  await page.setContent(`<!doctype html><html><head><title>T</title>${head}</head><body>${body}</body></html>`);
  return extractNow();
}

const serialize = () => new XMLSerializer().serializeToString(document);

async function extractNow(): Promise<PageContent> {
  const before = await page.evaluate(serialize);
  // Twice, as a second summary of one tab does.
  await page.evaluate(script);
  const content = PageContent.parse(await page.evaluate(script));
  expect(await page.evaluate(serialize)).toBe(before);
  return content;
}

const textOf = (content: PageContent) => content.blocks.map(blockText).join('\n');

describe('a page that hides itself until its scripts have run is read all the same', () => {
  const text = '<p>A bee that leaves the hive flies in widening loops, and it looks back at the entrance the whole time.</p>'.repeat(12);
  it.each([
    ['invisible body', 'body { visibility: hidden !important }'],
    ['body without a box', 'body { display: none }'],
    ['faint wrapper', '.app { opacity: 0 }'],
  ])('%s', async (_, style) => {
    const content = await extract(`<div class="app">${text}<p style="display:none">SECRET</p></div>`, `<style>${style}</style>`);
    expect(textOf(content)).toContain('widening loops');
    expect(textOf(content)).not.toContain('SECRET');
  });

  it('but not what a page hides beside text that is seen', async () => {
    const content = await extract(`<p>${'Seen. '.repeat(50)}</p><div class="app">${text}</div>`, '<style>.app { opacity: 0 }</style>');
    expect(textOf(content)).not.toContain('widening loops');
  });
});

describe('text out of sight is left out and counted', () => {
  it.each([
    ['display', 'display: none'],
    ['visibility', 'visibility: hidden'],
    ['opacity', 'opacity: 0.01'],
    ['zero size', 'width: 0; height: 0; overflow: hidden'],
    ['one pixel', 'position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap'],
    ['collapsed', 'max-height: 0; overflow: hidden'],
    ['off-screen left', 'position: absolute; left: -9999px'],
    ['off-screen above', 'position: absolute; top: -500px'],
    ['moved away', 'transform: translateX(-5000px)'],
    ['drawer beyond the edge', 'position: fixed; left: 100vw; top: 0'],
    ['clip', 'position: absolute; clip: rect(0, 0, 0, 0)'],
    ['clip-path', 'clip-path: inset(50%)'],
    ['scaled away', 'transform: scale(0)'],
    ['font size', 'font-size: 0.5px'],
    ['indent', 'text-indent: -9999px; overflow: hidden'],
    ['skipped content', 'content-visibility: hidden'],
    ['filter', 'filter: blur(1px) opacity(0)'],
    ['mask', 'mask-image: linear-gradient(transparent, transparent)'],
    ['clip-path at one side', 'clip-path: inset(0 0 100% 0)'],
    ['a dot of a clip-path', 'clip-path: circle(0.1px)'],
    ['three pixels', 'width: 3px; height: 3px; overflow: hidden'],
    ['indent to the right', 'text-indent: 200vw; overflow: hidden; white-space: nowrap'],
  ])('%s', async (_, style) => {
    const content = await extract('<p>Seen.</p><div class="x">SECRET</div>', `<style>.x { ${style} }</style>`);
    expect(textOf(content)).toBe('Seen.');
    expect(content.omissions).toEqual([{ reason: 'hidden', passages: 1, words: 1, excerpts: ['SECRET'] }]);
  });

  it.each([
    ['the page’s white', '', 'color: #fefefe'],
    ['a dark box', 'background: rgb(20, 20, 30)', 'color: rgb(22, 22, 30)'],
    ['a flat gradient', 'background: linear-gradient(red, red)', 'color: red'],
    ['no colour at all', '', 'color: transparent'],
    ['a fill of its own', '', 'color: black; -webkit-text-fill-color: white'],
    ['white by another name', '', 'color: oklch(1 0 0)'],
    ['white of another space', '', 'color: color(display-p3 1 1 1)'],
    ['with a shadow of no colour', '', 'color: transparent; text-shadow: 0 0 1px transparent'],
  ])('in the colour of its background: %s', async (_, box, text) => {
    const content = await extract(`<p>Seen.</p><div style="${box}"><span style="${text}">SECRET</span></div>`);
    expect(textOf(content)).toBe('Seen.');
    expect(content.omissions).toEqual([{ reason: 'same-colour', passages: 1, words: 1, excerpts: ['SECRET'] }]);
  });
});

describe('text in sight is kept', () => {
  it.each([
    ['a visible child of an invisible parent', '<div style="visibility:hidden"><b style="visibility:visible">SEEN</b></div>'],
    ['text that overflows a box without height', '<div style="height:0">SEEN</div>'],
    ['white on a picture that lies behind', '<div style="position:relative;height:90px"><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" style="position:absolute;inset:0;width:300px;height:90px"><span style="position:relative;color:#fff">SEEN</span></div>'],
    ['letters cut out of a gradient', '<p style="background:linear-gradient(red,blue);-webkit-background-clip:text;background-clip:text;color:transparent">SEEN</p>'],
    ['hidden from screen readers only', '<p aria-hidden="true">SEEN</p>'],
    ['within display: contents', '<div style="display:contents"><p>SEEN</p></div>'],
    ['below the fold', '<div style="height:5000px"></div><p>SEEN</p>'],
    ['scrolled up in a box of its own', '<div id="box" style="height:60px;overflow:auto"><p>SEEN</p><div style="height:4000px"></div></div>'],
  ])('%s', async (_, body) => {
    await page.setContent(`<!doctype html><title>T</title><body>${body}</body>`);
    await page.evaluate(() => document.getElementById('box')?.scrollTo(0, 3000));
    const content = await extractNow();
    expect(textOf(content)).toBe('SEEN');
    expect(content.omissions).toEqual([]);
  });
});

it('reads shadow roots, slots and frames of the same origin in reading order', async () => {
  await page.setContent('<!doctype html><title>T</title><body><p>One.</p><x-card><b>Three.</b></x-card><iframe srcdoc="<p>Five.</p><p hidden>SECRET</p>"></iframe><p>Six.</p></body>');
  await page.evaluate(() => {
    const root = document.querySelector('x-card')?.attachShadow({ mode: 'open' });
    root?.append(...['Two.', null, 'Four.'].map((text) => Object.assign(document.createElement(text === null ? 'slot' : 'p'), text === null ? {} : { textContent: text })));
  });
  await page.waitForFunction(() => document.querySelector('iframe')?.contentDocument?.body.textContent?.includes('Five'));
  expect(textOf(await extractNow()).split('\n')).toEqual(['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.']);
});

it('tells what is selected, and the direction the style gives', async () => {
  await page.setContent('<!doctype html><title>T</title><style>body { direction: rtl }</style><body><p>one two three</p></body>');
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p') as Element));
  expect(await extractNow()).toMatchObject({ selection: 'one two three', dir: 'rtl' });
});

it('parts what the style sheet sets in lines, and keeps a first letter with its word', async () => {
  const content = await extract('<div style="display:flex"><span>Alpha beta</span><span>Gamma delta</span></div><p><span style="float:left">O</span>nce upon.</p>');
  expect(content.blocks.map(blockText)).toEqual(['Alpha beta', 'Gamma delta', 'Once upon.']);
});

it('leaves out frames that the reader cannot see', async () => {
  const unseen = ['style="visibility:hidden"', 'style="position:absolute; left:-9999px"', 'width="3" height="3" frameborder="0"', 'style="opacity:0"'];
  const frames = unseen.map((how) => `<iframe ${how} srcdoc="<p>SECRET</p>"></iframe>`).join('');
  await page.setContent(`<!doctype html><title>T</title><body><p>Seen.</p>${frames}<iframe srcdoc="<body style='opacity:0'><p>SECRET</p>"></iframe><iframe srcdoc="<p>Framed.</p>"></iframe></body>`);
  await page.waitForFunction(() => [...document.querySelectorAll('iframe')].every((frame) => frame.contentDocument?.querySelector('p')));
  const content = await extractNow();
  expect(textOf(content)).toBe('Seen.\nFramed.');
  expect(content.omissions).toEqual([{ reason: 'hidden', passages: 5, words: 5, excerpts: ['SECRET'] }]);
});

it.each(['img', 'form', 'object', 'embed'])('reads a page whose %s elements hide the properties of its document', async (kind) => {
  await page.setContent(`<!doctype html><html lang="en"><title>The harbour</title><body><h1>The harbour</h1>${'<p>The ferry has crossed it since 1902. <b style="position: absolute; left: -9999px">SECRET</b></p>'.repeat(20)}</body></html>`);
  const open = await extractNow();
  expect(open).toMatchObject({ title: 'The harbour', lang: 'en' });
  expect(textOf(open)).not.toContain('SECRET');
  await page.evaluate(hideProperties, kind);
  expect(await extractNow()).toEqual(open);
});

it('reads forms whose controls hide their own properties', async () => {
  const names = ['previousSibling', 'parentElement', 'lastChild', 'nodeType', 'localName', 'getAttribute', 'hasAttribute', 'getBoundingClientRect', 'textContent', 'checkVisibility', 'ownerDocument', 'id', 'childElementCount'];
  const inputs = names.map((name) => `<input form="f" name="${name}">`).join('');
  const content = await extract(`<p>Before.</p><form id="f" class="byline"><p>Within.</p></form>${inputs}<p>After.</p>`);
  expect(textOf(content).split('\n')).toEqual(['Before.', 'Within.', 'After.']);
});
