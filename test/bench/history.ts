import type { Page } from 'puppeteer';
import { find } from '../../scripts/driver/windows.ts';
import { composeConversations, composeQueries } from './history-sample.ts';
import { openRig, type Rig, send } from './rig.ts';
import { median, percentile, type Row } from './table.ts';

const CONVERSATIONS = 10_000;
/** Conversations of one call. */
const TOGETHER = 50;

/** The panel's opening with a long history beside that with none, in turns, and each key of searches in it. */
export async function measureHistory(extensionDir: string, executablePath: string, quick: boolean): Promise<Row[]> {
  const full = await openRig(extensionDir, executablePath);
  const empty = await openRig(extensionDir, executablePath);
  try {
    const filling = await fill(full);
    for (const rig of [full, empty]) await ask(rig);
    const times: [ours: number[], floor: number[]] = [[], []];
    for (let round = 0; round < (quick ? 5 : 21); round++) {
      // Who is second finds the machine warmer.
      const both = round % 2 ? [[empty, times[1]], [full, times[0]]] as const : [[full, times[0]], [empty, times[1]]] as const;
      for (const [rig, list] of both) list.push(await openPanel(rig));
    }
    const queries = quick ? 8 : 40;
    const [keys, bare] = [await search(full, queries), await search(empty, queries)];
    const what = (text: string) => `history of ${CONVERSATIONS} conversations: ${text}`;
    return [
      { what: what('panel with its conversation, worker asleep'), ours: median(times[0]), floor: median(times[1]), unit: 'ms', budget: { timesFloor: 1.1 } },
      { what: what('search, from key to rows, 95th percentile'), ours: percentile(keys, 0.95), floor: percentile(bare, 0.95), unit: 'ms', budget: { most: 50 } },
      { what: what('search, from key to rows, median'), ours: median(keys), floor: median(bare), unit: 'ms' },
      { what: what('import, each'), ours: filling / CONVERSATIONS, unit: 'ms' },
    ];
  } finally {
    await Promise.all([full.close(), empty.close()]);
  }
}

/** @returns milliseconds */
async function fill({ docent }: Rig): Promise<number> {
  const page = await docent.browser.newPage();
  await page.goto(docent.pageUrl('blank.html'));
  const started = performance.now();
  let batch: unknown[] = [];
  for (const conversation of composeConversations(CONVERSATIONS)) {
    batch.push(conversation);
    if (batch.length === TOGETHER) {
      await send(page, 'importConversations', { conversations: batch });
      batch = [];
    }
  }
  const taken = performance.now() - started;
  await page.close();
  return taken;
}

/** Has the tab's conversation hold an answer, which the panel then shows. */
async function ask({ docent, articleTabId }: Rig): Promise<void> {
  const page = await docent.browser.newPage();
  await page.goto(docent.pageUrl(`sidepanel.html?tabId=${articleTabId}`));
  await send(page, 'startRun', { tabId: articleTabId, request: { task: 'ask', source: { kind: 'page' }, question: 'What is it about?' } });
  await page.waitForSelector('article[aria-busy="false"]');
  await page.close();
}

/** @returns milliseconds from the navigation until the answer is there */
async function openPanel({ docent, articleTabId }: Rig): Promise<number> {
  await endWorker(docent);
  const page = await docent.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('article[aria-busy="false"] p')) return;
      Object.assign(globalThis, { shownAt: performance.now() });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true, attributes: true });
  });
  await page.goto(docent.pageUrl(`sidepanel.html?tabId=${articleTabId}`), { waitUntil: 'load' });
  const shown = await page.waitForFunction(() => (globalThis as unknown as { shownAt?: number }).shownAt);
  const time = await shown.jsonValue();
  await page.close();
  return time ?? Number.NaN;
}

/** Ends the service worker, as the browser does when it has been idle. */
async function endWorker({ browser, pageUrl }: Rig['docent']): Promise<void> {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  const worker = targetInfos.find(({ url }) => url.startsWith(pageUrl('')));
  if (worker) await session.send('Target.closeTarget', { targetId: worker.targetId });
  await session.detach();
}

/** Types queries letter by letter. @returns milliseconds from each letter to its rows in the document */
async function search({ docent, articleTabId }: Rig, queries: number): Promise<number[]> {
  const page = await docent.browser.newPage();
  await page.goto(docent.pageUrl(`sidepanel.html?tabId=${articleTabId}`));
  await page.bringToFront();
  await (await find(page, 'button', 'History')).click();
  await find(page, 'searchbox', 'Search the history');
  await page.waitForSelector('.history-list ul[aria-busy="false"] li');
  const times: number[] = [];
  for (const query of composeQueries(queries)) {
    for (let length = 1; length <= query.length; length++) {
      if (query[length - 1] !== ' ') times.push(await type(page, query.slice(0, length)));
    }
  }
  await page.close();
  return times;
}

function type(page: Page, query: string): Promise<number> {
  return page.evaluate(async (text) => {
    const field = document.querySelector<HTMLInputElement>('.history-search input');
    const list = document.querySelector('.history-list ul');
    if (!field || !list) throw new Error('No history is shown.');
    // The machine may have something else to do first.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const started = performance.now();
    field.value = text;
    const done = new Promise<number>((resolve) => {
      new MutationObserver((_, observer) => {
        if (list.getAttribute('aria-busy') !== 'false') return;
        observer.disconnect();
        resolve(performance.now());
      }).observe(list, { attributes: true, attributeFilter: ['aria-busy'] });
    });
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return (await done) - started;
  }, query);
}
