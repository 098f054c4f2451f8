import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READER_GLOBAL } from '../../lib/shared/reader-jobs.ts';
import { type Firefox, firefoxPath, launchFirefox } from './support/firefox.ts';
import { inSidebar, openSidebar, waitInSidebar } from './support/sidebar.ts';
import { serveSites, type Sites } from './support/sites.ts';

/** A page that forbids styles: what marks it may stand in no element. */
const PAGE = `<!doctype html><html lang="en"><title>T</title><meta http-equiv="content-security-policy" content="style-src 'none'"><body>
  <p>One comes first. <a href="#x">Two <b>comes</b></a> second.</p><x-words></x-words><iframe srcdoc="<p>Four is framed.</p>"></iframe>
  <script>document.querySelector('x-words').attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('p'), { textContent: 'Three is in the shade.' }))</script>`;
const BLOCKS = ['One comes first. Two comes second.', 'Three is in the shade.', 'Four is framed.'].map((text, index) => ({ id: `b${index + 1}`, kind: 'paragraph', text }));

describe.skipIf(!firefoxPath)('in Firefox, whose content scripts see the page through a membrane', () => {
  let firefox: Firefox;
  let sites: Sites;

  beforeAll(async () => {
    sites = await serveSites({ '/': PAGE });
    firefox = await launchFirefox();
    await firefox.marionette.send('WebDriver:Navigate', { url: sites.url('/', '127.0.0.1') });
    await openSidebar(firefox);
    await inTab('files: ["/reader.js"]');
    await run('openMarks', { reading: 'r', blocks: BLOCKS });
  });

  afterAll(async () => {
    await firefox[Symbol.asyncDispose]();
    await sites[Symbol.asyncDispose]();
  });

  /** Puts a script into the tab, as the background does, from the sidebar's own page; its result. */
  async function inTab(injection: string): Promise<unknown> {
    await inSidebar(
      firefox,
      `(() => {
        content.wrappedJSObject.outcome = undefined;
        // The page's own policy forbids it to evaluate.
        const { Sandbox, evalInSandbox } = Components.utils;
        evalInSandbox(${JSON.stringify(`(async () => {
          const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
          const [ran] = await browser.scripting.executeScript({ target: { tabId: tab.id }, ${injection} });
          window.outcome = JSON.stringify({ result: ran?.result ?? null, error: ran?.error?.message });
        })().catch((error) => { window.outcome = JSON.stringify({ error: String(error) }); })`)}, Sandbox(content, { sandboxPrototype: content, wantXrays: false }));
      })()`,
    );
    await waitInSidebar(firefox, 'content.wrappedJSObject.outcome');
    const { result, error } = JSON.parse(await inSidebar<string>(firefox, 'content.wrappedJSObject.outcome')) as { result?: unknown; error?: string };
    if (error) throw new Error(error);
    return result;
  }

  const run = (job: string, input: object) => inTab(`func: (name, job, input) => globalThis[name](job, input), args: ${JSON.stringify([READER_GLOBAL, job, input])}`);
  const mark = (blockId: string, start: number, end: number, word?: object) => run('mark', { reading: 'r', sentence: { blockId, start, end }, word, follow: 'along' });
  async function inPage<T>(script: string): Promise<T> {
    return ((await firefox.marionette.send('WebDriver:ExecuteScript', { script, args: [], sandbox: null })) as { value: T }).value;
  }
  const marked = (window: string, name: string) => inPage(`return [...(${window}.CSS.highlights.get('docent-${name}') ?? [])].map(String).join()`);
  const ground = (element: string) => inPage(`return getComputedStyle(${element}, '::highlight(docent-sentence)').backgroundColor`);

  it('marks sentence and word, across a link', async () => {
    expect(await mark('b1', 17, 34, { blockId: 'b1', start: 21, end: 26 })).toBe('marked');
    expect([await marked('window', 'sentence'), await marked('window', 'word')]).toEqual(['Two comes second.', 'comes']);
    expect(await ground(`document.querySelector('p')`)).toBe('rgb(255, 231, 154)');
  });

  it('marks in a shadow root and in a frame', async () => {
    expect(await mark('b2', 0, 22)).toBe('marked');
    expect(await marked('window', 'sentence')).toBe('Three is in the shade.');
    expect(await ground(`document.querySelector('x-words').shadowRoot.querySelector('p')`)).toBe('rgb(255, 231, 154)');
    expect(await mark('b3', 0, 15)).toBe('marked');
    expect([await marked('window', 'sentence'), await marked('frames[0]', 'sentence')]).toEqual(['', 'Four is framed.']);
  });

  it('says where the reader is, and leaves nothing behind', async () => {
    expect(await run('findPlace', { reading: 'r' })).toMatchObject({ from: 'view', start: { blockId: 'b1', offset: 0 } });
    expect(await run('unmark', {})).toBeNull();
    expect(await inPage(`return [window, frames[0]].map((one) => one.CSS.highlights.size + one.document.adoptedStyleSheets.length)`)).toEqual([0, 0]);
  });
});
