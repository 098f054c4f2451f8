import type { CDPSession, Page } from 'puppeteer';
import { serveSites } from '../e2e/support/sites.ts';
import { type Rig, send } from './rig.ts';
import type { Row } from './table.ts';

const WORDS = 500_000;
const AT_A_TIME = 4;
/** Milliseconds the server takes for each request. */
const SERVER = 2_000;
const SITE_HOST = '127.0.0.1';
/** A model of the stand-in that takes 128,000 tokens. */
const MODEL = 'gpt-4o-mini';
const OPTIONS = { style: 'key-points', length: 'medium', language: 'page', instruction: '' };

/** A document of half a million words, read whole before the reader's eyes, beside what a server that is asked four times at once takes at least. */
export async function* measureWhole(rig: Rig): AsyncGenerator<Row> {
  await using site = await serveSites({ '/': composeDocument() });
  const page = await rig.docent.browser.newPage();
  await page.goto(site.url('/', SITE_HOST), { waitUntil: 'load' });
  const setup = await rig.docent.browser.newPage();
  await setup.goto(rig.docent.pageUrl('blank.html'));
  await send(setup, 'updateSettings', { chatModel: MODEL, documents: { parallel: AT_A_TIME, embeddingModel: '' } });
  const tabId = await setup.evaluate(async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? 0, page.url());
  const panel = await rig.docent.browser.newPage();
  await panel.goto(rig.docent.pageUrl(`sidepanel.html?tabId=${tabId}`), { waitUntil: 'load' });
  await panel.bringToFront();

  const begun = performance.now();
  const { runId } = (await send(setup, 'startRun', { tabId, request: { task: 'summarize', source: { kind: 'page' }, options: OPTIONS } })) as { runId: string };
  const asked = await waitForState(setup, tabId, 'confirm');
  yield { what: `${WORDS.toLocaleString('en')} words: click to the estimate (page read and cut into ${asked.total} parts)`, ours: performance.now() - begun, unit: 'ms' };

  rig.server.script(...Array.from({ length: asked.total * 2 }, () => ({ first: SERVER, text: '- Noted.' })));
  const before = rig.server.tasks().length;
  const session = await panel.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busyBefore = await readBusy(session);
  const from = performance.now();
  await send(setup, 'confirmRun', { runId, accept: true });
  const { wordsRead } = await waitForState(setup, tabId, 'done');
  const wall = performance.now() - from;
  const busy = (await readBusy(session)) - busyBefore;
  const requests = rig.server.tasks().length - before;
  if (wordsRead < WORDS) throw new Error(`${wordsRead} of ${WORDS} words were read.`);
  // What puts the parts together is asked for one request after the other.
  const bound = (Math.ceil(asked.total / AT_A_TIME) + requests - asked.total) * SERVER;
  yield { what: `the same: read whole in ${requests} requests of ${SERVER / 1_000} s, ${AT_A_TIME} at a time`, ours: wall, floor: bound, unit: 'ms', budget: { timesFloor: 1.1 } };
  yield { what: 'the same: main thread of the panel, beside the whole time', ours: busy, floor: wall, unit: 'ms', budget: { timesFloor: 0.05 } };
  for (const opened of [panel, setup, page]) await opened.close();
}

function composeDocument(): string {
  const sentence = 'The keeper lit the lamp at dusk and went home at dawn.';
  const paragraph = `<p>${`${sentence} `.repeat(10)}</p>`;
  const sections = Array.from({ length: WORDS / 1_100 + 1 }, (_, i) => `<h2>Lighthouse ${i + 1}</h2>${paragraph.repeat(10)}`);
  return `<!doctype html><html lang="en"><title>All lighthouses</title><body><main><article><h1>All lighthouses</h1>${sections.join('\n')}</article></main></body></html>`;
}

/** The tab's run as soon as it has the state. Throws when it comes to another end. */
function waitForState(page: Page, tabId: number, wanted: string): Promise<{ total: number; wordsRead: number }> {
  return page.evaluate((tabId, wanted) => new Promise<{ total: number; wordsRead: number }>((resolve, reject) => {
    interface Seen { state: string; error?: unknown; parts?: { total: number }; read?: { wordsRead: number } }
    const port = chrome.runtime.connect({ name: 'thread' });
    const look = (run: Seen | undefined) => {
      if (!run || ![wanted, 'failed', 'done'].includes(run.state)) return;
      port.disconnect();
      if (run.state === wanted) resolve({ total: run.parts?.total ?? 0, wordsRead: run.read?.wordsRead ?? 0 });
      else reject(new Error(`${run.state}, not ${wanted}: ${JSON.stringify(run.error)}`));
    };
    port.onMessage.addListener((event: { runs?: Seen[]; run?: Seen }) => look(event.run ?? event.runs?.at(-1)));
    port.postMessage({ tabId });
  }), tabId, wanted);
}

/** Milliseconds of processor time on the page's main thread so far. */
async function readBusy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}
