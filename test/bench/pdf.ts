import type { Page } from 'puppeteer';
import { serveSites } from '../e2e/support/sites.ts';
import { composeBook } from '../fixtures/pdf/compose-pdfs.ts';
import { writePdf } from '../fixtures/pdf/write-pdf.ts';
import type { Rig } from './rig.ts';
import type { Row } from './table.ts';

const SITE_HOST = '127.0.0.1';
/** Pages of a PDF, and milliseconds from the call to all of its text. */
const BOOKS = [{ pages: 300, most: 5_000 }, { pages: 1_000 }];
const REQUEST = { task: 'summarize', source: { kind: 'page' }, options: { style: 'key-points', length: 'medium', language: 'page', instruction: '' } };

/** PDFs in the browser's viewer: fetched, read, judged by the guard's rules, from the call to the end of reading. */
export async function* measurePdf(rig: Rig): AsyncGenerator<Row> {
  for (const { pages, most } of BOOKS) {
    await using site = await serveSites({ '/book.pdf': { type: 'application/pdf', body: writePdf(composeBook(pages)) } });
    const tab = await rig.docent.browser.newPage();
    await tab.goto(site.url('/book.pdf', SITE_HOST));
    const page = await rig.docent.browser.newPage();
    await page.goto(rig.docent.pageUrl('blank.html'));
    const { first, all } = await timeReading(page, tab.url());
    yield { what: `PDF of ${pages} pages: from the call to all of its text`, ours: all, unit: 'ms', ...(most ? { budget: { most } } : {}) };
    yield { what: 'the same: to the first page that is told', ours: first, unit: 'ms' };
    for (const opened of [page, tab]) await opened.close();
  }
}

/** Starts a summary of the tab with this address. */
function timeReading(page: Page, url: string): Promise<{ first: number; all: number }> {
  return page.evaluate(async (url, request) => {
    const tabId = (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? 0;
    const begun = performance.now();
    return new Promise<{ first: number; all: number }>((resolve, reject) => {
      interface Seen { state: string; error?: unknown; reading?: { page: number } }
      let first = 0;
      const port = chrome.runtime.connect({ name: 'thread' });
      const look = (run: Seen | undefined) => {
        if (run?.reading) first ||= performance.now() - begun;
        if (!run || run.state === 'queued' || run.state === 'reading') return;
        port.disconnect();
        if (run.state === 'failed') reject(new Error(JSON.stringify(run.error)));
        else resolve({ first, all: performance.now() - begun });
      };
      port.onMessage.addListener((event: { runs?: Seen[]; run?: Seen }) => look(event.run ?? event.runs?.at(-1)));
      port.postMessage({ tabId });
      void chrome.runtime.sendMessage({ name: 'startRun', input: { tabId, request } });
    });
  }, url, REQUEST);
}
