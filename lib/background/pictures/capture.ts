import { browser } from 'wxt/browser';
import { AppError } from '~/lib/shared/app-error';
import { z } from '~/lib/shared/zod';
import { getTab, workInTab } from '../read-tab';
import { withLimit } from '../time-limit';
import { readDataUrl } from './read-data-url';

/** Milliseconds between two captures: Chromium allows two a second (`MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND`). */
const INTERVAL = 550;
/** Milliseconds a capture may take; a window that is minimised is never drawn. */
const LIMIT = 10_000;

/** What a tab shows. */
export interface Capture {
  /** PNG. */
  bytes: Uint8Array<ArrayBuffer>;
  /** CSS pixels that it shows, scroll bars included. */
  width: number;
  height: number;
}

const View = z.object({ document: z.number(), width: z.number(), height: z.number() });

/**
 * A picture of what the tab shows. Throws `image-unreachable` with `out-of-sight` when the tab is not in front,
 * `page-permission` when the reader has not pressed Docent's button on this page, `page-navigated` when it shows another
 * document at the end than at the beginning.
 */
export async function captureTab(tabId: number, signal: AbortSignal): Promise<Capture> {
  const windowId = await findWindow(tabId);
  const before = await readView(tabId, signal);
  const dataUrl = await takeTurn(() => capture(windowId, signal), signal);
  // The window has shown another tab meanwhile, perhaps: what was captured may be that.
  if ((await findWindow(tabId)) !== windowId) throw outOfSight();
  const after = await readView(tabId, signal);
  if (after.document !== before.document) throw new AppError('page-navigated');
  return { bytes: await readDataUrl(dataUrl), width: after.width, height: after.height };
}

function outOfSight(): AppError {
  return new AppError('image-unreachable', { reason: 'out-of-sight' });
}

/** The window in which the tab is in front. */
async function findWindow(tabId: number): Promise<number> {
  await getTab(tabId);
  const { active, windowId } = await browser.tabs.get(tabId);
  if (!active || windowId === undefined) throw outOfSight();
  return windowId;
}

/** Every media type may be looked at: a film and a PDF can be seen, too. */
const NOTHING = /(?!)/;

function readView(tabId: number, signal: AbortSignal): Promise<z.infer<typeof View>> {
  const read = async () => {
    const [ran] = await browser.scripting.executeScript({ target: { tabId }, injectImmediately: true, func: describeView });
    return View.parse(ran?.result);
  };
  return workInTab(tabId, NOTHING, read, signal);
}

/** Runs in the page. The time at which a document began tells it from the next one. */
function describeView() {
  const zoom = visualViewport?.scale ?? 1;
  return { document: performance.timeOrigin, width: innerWidth / zoom, height: innerHeight / zoom };
}

async function capture(windowId: number, signal: AbortSignal): Promise<string> {
  try {
    return await withLimit(browser.tabs.captureVisibleTab(windowId, { format: 'png' }), LIMIT, outOfSight(), signal);
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof AppError) throw thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    // Chromium: "Either the '<all_urls>' or 'activeTab' permission is required."; Firefox: "Missing activeTab permission".
    if (/permission/i.test(message)) throw new AppError('page-permission', {}, thrown);
    throw new AppError('image-unreachable', { detail: message }, thrown);
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One capture after the other, with the pause that the browser wants between them. */
async function takeTurn<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const turn = last.then(() => {
    signal.throwIfAborted();
    return work();
  });
  const pause = () => new Promise((resolve) => setTimeout(resolve, INTERVAL));
  last = turn.then(pause, pause);
  return turn;
}
