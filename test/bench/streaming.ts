import type { Page } from 'puppeteer';
import type { Behaviour } from '../server/behaviour.ts';
import { composeLongConversation } from './history-sample.ts';
import { openFront, type Rig, send } from './rig.ts';

/** What one streamed answer cost the page that showed it. */
export interface StreamCost {
  /** Milliseconds of processor time on the page's main thread. */
  mainThread: number;
  script: number;
  layout: number;
  /** Milliseconds from the server's last byte to the complete document. */
  tail: number;
  /** Milliseconds between animation frames; only when asked for. */
  gaps: number[];
}

export interface Side {
  page: Page;
  /** Shows one answer; resolves with the time since 1970 at which it was complete. */
  show(): Promise<number>;
}

const SETTLED = 500;
const OPTIONS = { style: 'key-points', length: 'medium', language: 'page', instruction: '' };

/** Docent's own panel, in which each answer begins in a new conversation. */
export async function openOurs(rig: Rig): Promise<Side> {
  const page = await openFront(rig, 'sidepanel.html');
  const tabId = rig.articleTabId;
  return {
    page,
    show: async () => {
      await send(page, 'newThread', { tabId });
      const complete = page.evaluate(completeAnswer);
      await send(page, 'startRun', { tabId, request: { task: 'summarize', source: { kind: 'page' }, options: OPTIONS } });
      return complete;
    },
  };
}

/** Messages of the conversation in which `openLong` shows an answer. */
export const LONG_CONVERSATION = 200;

/** Docent's own panel, in which the answer is the last of a long conversation. */
export async function openLong(rig: Rig): Promise<Side> {
  const page = await openFront(rig, 'sidepanel.html');
  const tabId = rig.articleTabId;
  await send(page, 'importConversations', { conversations: [composeLongConversation(LONG_CONVERSATION - 1)] });
  const { rows } = (await send(page, 'findConversations', { query: '', offset: 0, limit: 1 })) as { rows: { number: number }[] };
  await send(page, 'openConversation', { tabId, number: rows[0]?.number });
  await page.waitForFunction((count) => document.querySelectorAll('article[aria-busy="false"]').length === count, {}, LONG_CONVERSATION - 1);
  return {
    page,
    show: async () => {
      const complete = page.evaluate(completeAnswer);
      await send(page, 'startRun', { tabId, request: { task: 'summarize', source: { kind: 'page' }, options: OPTIONS } });
      return complete;
    },
  };
}

export async function openFloor(rig: Rig): Promise<Side> {
  const page = await openFront(rig, 'floor.html');
  const { baseUrl } = rig.server;
  const show = () => page.evaluate((url) => (globalThis as unknown as { showAnswer(url: string): Promise<number> }).showAnswer(url), baseUrl);
  return { page, show };
}

/** Runs in the panel: the time at which an answer that was busy no longer is. */
function completeAnswer(): Promise<number> {
  return new Promise((resolve) => {
    let busy = false;
    new MutationObserver((_, observer) => {
      const article = [...document.querySelectorAll('article[aria-busy]')].at(-1);
      if (article?.getAttribute('aria-busy') === 'true') busy = true;
      else if (busy && article) {
        observer.disconnect();
        resolve(performance.timeOrigin + performance.now());
      }
    }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });
  });
}

export async function measureStream(rig: Rig, side: Side, behaviour: Behaviour, withGaps = false): Promise<StreamCost> {
  const { page } = side;
  const { server } = rig;
  server.script(behaviour);
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await readMetrics(session);
  if (withGaps) await page.evaluate(recordGaps);
  const count = server.requests.length;
  const closed = waitForChat(rig, count);
  const complete = await side.show();
  const gaps = withGaps ? await page.evaluate(() => (globalThis as unknown as { endGaps(): number[] }).endGaps()) : [];
  const lastByte = await closed;
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  const after = await readMetrics(session);
  await session.detach();
  const spent = (name: string) => ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1_000;
  return { mainThread: spent('TaskDuration'), script: spent('ScriptDuration'), layout: spent('LayoutDuration') + spent('RecalcStyleDuration'), tail: complete - lastByte, gaps };
}

/** Time since 1970 at which the server had sent the last of its answer. */
async function waitForChat({ server }: Rig, from: number): Promise<number> {
  for (let index = from; ; index++) {
    const request = await server.received(index);
    if (!request.path.endsWith('/chat/completions')) continue;
    await request.closed;
    return performance.timeOrigin + performance.now();
  }
}

/** Runs in the page: notes the time between animation frames until `endGaps` is called. */
function recordGaps(): void {
  const gaps: number[] = [];
  let last = performance.now();
  let going = true;
  const step = (now: number) => {
    gaps.push(now - last);
    last = now;
    if (going) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
  Object.assign(globalThis, {
    endGaps: () => {
      going = false;
      return gaps.slice(1);
    },
  });
}

type Session = Awaited<ReturnType<Page['createCDPSession']>>;

async function readMetrics(session: Session): Promise<Map<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

/** Bytes of JavaScript values that are still in use. */
export async function readHeap(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
