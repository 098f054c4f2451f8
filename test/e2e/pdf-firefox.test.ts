import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeBook, composeJapanese } from '../fixtures/pdf/compose-pdfs.ts';
import { writePdf } from '../fixtures/pdf/write-pdf.ts';
import type { Firefox } from './support/firefox.ts';
import { firefoxPath, launchFirefox } from './support/firefox.ts';
import { inSidebar, openSidebar, photographFirefox, pressInSidebar, waitInSidebar } from './support/sidebar.ts';
import type { Site, Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';

const LAST = `[...document.querySelectorAll('article')].at(-1)`;
const pdf = (body: Uint8Array): Site => ({ type: 'application/pdf', body });

describe.skipIf(!firefoxPath)('PDFs in Firefox', () => {
  let firefox: Firefox;
  let sites: Sites;

  beforeAll(async () => {
    sites = await serveSites({ '/book.pdf': pdf(writePdf(composeBook(3))), '/japanese.pdf': pdf(writePdf(composeJapanese())) });
    firefox = await launchFirefox();
  });

  afterAll(async () => {
    await firefox[Symbol.asyncDispose]();
    await sites[Symbol.asyncDispose]();
  });

  /** Summarizes, on this device, what the tab shows. */
  async function summarize(path: string, until: string): Promise<string> {
    await firefox.marionette.send('WebDriver:Navigate', { url: sites.url(path, '127.0.0.1') });
    await openSidebar(firefox);
    await pressInSidebar(firefox, 'Summarize page');
    await waitInSidebar(firefox, `${LAST}?.ariaBusy === 'false' && ${LAST}.innerText.includes(${JSON.stringify(until)})`);
    return inSidebar<string>(firefox, `${LAST}.innerText`);
  }

  test('nobody may enter its viewer: the file is fetched, and read in the background page', async () => {
    const answer = await summarize('/book.pdf', 'Read ');
    expect(answer).toContain('Quick summary, made on this device without AI');
    expect(answer).toMatch(/Read ([\d,]+) words of \1\b/);
    await photographFirefox(firefox, 'firefox-pdf');
  });

  test('tables of fonts are found there, too', async () => {
    expect(await summarize('/japanese.pdf', '燈台の光は遠くまで届く。')).toContain('船はそれを見て進む。');
  });
});
