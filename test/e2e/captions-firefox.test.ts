import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeArticle } from './support/article.ts';
import type { Firefox } from './support/firefox.ts';
import { firefoxPath, launchFirefox } from './support/firefox.ts';
import { inSidebar, openSidebar, pressInSidebar, waitInSidebar } from './support/sidebar.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';

const LAST = `[...document.querySelectorAll('article')].at(-1)`;
const film = (track: string) => composeArticle({ extra: `<video controls width="320" height="180" title="The last keeper"><track kind="captions" srclang="en" src="${track}"></video>` });

describe.skipIf(!firefoxPath)('captions in Firefox', () => {
  let firefox: Firefox;
  let sites: Sites;
  const fetched: string[] = [];

  beforeAll(async () => {
    sites = await serveSites({
      '/story': composeArticle(),
      '/near': film('/near.vtt'),
      '/redirected': film('/redirected.vtt'),
      '/near.vtt': (response) => {
        fetched.push('near');
        response.writeHead(200, { 'content-type': 'text/vtt' }).end('WEBVTT\n\n00:00.000 --> 00:01.000\nThe keeper fed four hundred seals.\n');
      },
      '/redirected.vtt': (response) => {
        fetched.push('redirected');
        response.writeHead(302, { location: sites.url('/far.vtt', 'localhost') }).end();
      },
      '/far.vtt': (response) => {
        fetched.push('far');
        response.writeHead(200, { 'content-type': 'text/vtt', 'access-control-allow-origin': '*' }).end('WEBVTT\n\n00:00.000 --> 00:01.000\nThe keeper had nine brothers.\n');
      },
    });
    firefox = await launchFirefox();
  });

  afterAll(async () => {
    await firefox[Symbol.asyncDispose]();
    await sites[Symbol.asyncDispose]();
  });

  /** Words that a summary of the page rests on. */
  async function countWords(path: string): Promise<number> {
    await firefox.marionette.send('WebDriver:Navigate', { url: sites.url(path, '127.0.0.1') });
    await openSidebar(firefox);
    // What is loaded after the first paint moves the buttons.
    await waitInSidebar(firefox, `document.body.innerText.includes('On this device') && document.querySelectorAll('.tray-chip').length === 1`);
    const answers = await inSidebar<number>(firefox, `document.querySelectorAll('article').length`);
    await pressInSidebar(firefox, 'Summarize page');
    await waitInSidebar(firefox, `document.querySelectorAll('article').length > ${answers} && ${LAST}?.ariaBusy === 'false' && /Read [\\d,]+ words/.test(${LAST}.innerText)`);
    const shown = await inSidebar<string>(firefox, `${LAST}.innerText`);
    return Number(/Read [\d,]+ words of ([\d,]+)/.exec(shown)?.[1]?.replace(',', ''));
  }

  test("a file of the page's own site is read, one that it leads elsewhere for is not", async () => {
    const bare = await countWords('/story');
    // The title of the film, and the fact.
    expect((await countWords('/near')) - bare).toBe(3 + 6);
    expect(await countWords('/redirected')).toBe(bare);
    expect(fetched).toEqual(['near', 'redirected']);
  });
});
