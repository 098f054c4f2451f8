import { browser } from 'wxt/browser';
import { inspectPage } from '~/lib/guard/instructions/inspect-page';
import { AppError, type ErrorCode } from '~/lib/shared/app-error';
import { ExtractedPage, type PageContent } from '~/lib/shared/page-content';
import { webOrigin } from '~/lib/shared/url';
import { addCaptions } from './captions/add-captions';
import { findBlock } from './forbidden-pages';
import { withPatience } from './time-limit';

/** A page that is at work on a slow machine is waited for, two minutes at most; one that answers nothing for five seconds is stuck. */
const PATIENCE = { wait: 15_000, look: 5_000, times: 6 };

/** The part of the browser's tab that matters here. */
export interface Tab {
  url?: string | undefined;
  title?: string | undefined;
  windowId?: number;
  incognito?: boolean;
  discarded?: boolean;
  frozen?: boolean;
  status?: string | undefined;
}

/** Throws `page-closed` when there is no such tab. */
export async function getTab(tabId: number): Promise<Tab> {
  try {
    const tab: Tab | undefined = await browser.tabs.get(tabId);
    if (tab) return tab;
  } catch {
    // The browser's own words say nothing more.
  }
  throw new AppError('page-closed');
}

/** Why the tab cannot be read, as far as that is known without trying. */
export function findTabBlock(tab: Tab): AppError | undefined {
  if (tab.discarded || tab.frozen || tab.status === 'unloaded') return new AppError('page-discarded');
  return findBlock(tab.url ?? '', import.meta.env.FIREFOX);
}

/**
 * Reads the page of a tab by running the extractor in it. What comes back is hostile and parsed. Throws an
 * `AppError` with a `page-…` code that says what kept the page from being read.
 */
export async function readTab(tabId: number, signal: AbortSignal): Promise<PageContent> {
  return (await readDocument(tabId, signal)).page;
}

/** The same, with the browser's own name of the document that was read; Firefox names none. */
export function readDocument(tabId: number, signal: AbortSignal): Promise<{ page: PageContent; documentId: string | undefined }> {
  let begun: Promise<Extracted | undefined> | undefined;
  // The extractor changes nothing in a page: it need not wait for the first look. Where it comes too early it is refused.
  const begin = () => {
    begun = injectExtractor(tabId).catch(() => undefined);
  };
  return workInTab(tabId, NOT_TEXT, async (at) => checkExtracted(at, (await begun) ?? (await injectExtractor(tabId)), signal), signal, begin);
}

/** The document that a tab shows, as far as the browser tells. */
export interface TabDocument {
  tabId: number;
  tab: Tab;
  /** The browser's own name of it; Firefox names none. */
  documentId: string | undefined;
}

/**
 * Does work in the document of a tab, unless its media type is one of `closed`. Throws the work's own `AppError`, or
 * one with a `page-…` code that says what kept it from being done.
 * @param begin what need not wait for the first look at the document; it must neither change the document nor fail
 */
export async function workInTab<T>(tabId: number, closed: RegExp, work: (at: TabDocument) => Promise<T>, signal: AbortSignal, begin?: () => void): Promise<T> {
  const tab = await getTab(tabId);
  const block = findTabBlock(tab);
  if (block) throw block;
  try {
    begin?.();
    return await withPatience(enter(tabId, tab, closed, work), PATIENCE, () => isAnswering(tabId), new AppError('page-too-slow'), signal);
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof AppError) throw thrown;
    throw await explain(thrown, tabId, tab);
  }
}

async function isAnswering(tabId: number): Promise<boolean> {
  return (await probeDocument(tabId)) !== undefined;
}

/** What the document says as soon as it can say anything; `undefined` where Docent may not enter it. */
function probeDocument(tabId: number): Promise<{ documentId?: string }[] | undefined> {
  return browser.scripting.executeScript({ target: { tabId }, injectImmediately: true, func: readContentType }).catch(() => undefined);
}

async function enter<T>(tabId: number, tab: Tab, closed: RegExp, work: (at: TabDocument) => Promise<T>): Promise<T> {
  const probe = await look(tabId, tab);
  const type = typeof probe?.result === 'string' ? probe.result : '';
  if (closed.test(type)) throw new AppError('page-not-text', { detail: type });
  return whileItStays(tabId, probe?.documentId, work({ tabId, tab, documentId: probe?.documentId }));
}

/** Tries at a page that the browser says is open to Docent, and milliseconds between two of them. */
const TRIES = 5;
const TRY_AGAIN = 200;

/**
 * The first look at the document. With the reader's key press Chromium opens the tab to Docent, but the page's process may
 * hear of it only after the script has come there, and refuse it: on a busy machine it does. Who may see a tab's address
 * may enter it, so such a refusal is not the last word.
 */
async function look(tabId: number, tab: Tab): Promise<{ documentId?: string; result?: unknown } | undefined> {
  for (let tries = 1; ; tries++) {
    try {
      const [probe] = await browser.scripting.executeScript({ target: { tabId }, injectImmediately: true, func: readContentType });
      return probe;
    } catch (thrown) {
      if (tries === TRIES || !webOrigin(tab.url ?? '') || !NO_ACCESS.test(String(thrown))) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN));
    }
  }
}

/** Documents the browser shows with a viewer of its own. */
const NOT_TEXT = /^(image|video|audio|font)\/|^application\/(pdf|octet-stream|zip|x-pdf)\b/;

/** What an injected script came to. */
type Extracted = { documentId?: string; result?: unknown };

async function injectExtractor(tabId: number): Promise<Extracted | undefined> {
  const [read] = await browser.scripting.executeScript({ target: { tabId }, files: ['/extract.js'] });
  return read;
}

/** What the extractor gave is hostile. Throws `page-navigated` when it is of another document. */
async function checkExtracted(at: TabDocument, read: Extracted | undefined, signal: AbortSignal): Promise<{ page: PageContent; documentId: string | undefined }> {
  const { tab, documentId } = at;
  const page = ExtractedPage.safeParse(read?.result);
  if (!page.success) throw new AppError('unexpected', { detail: 'the page could not be read' }, page.error);
  // Firefox names no documents; there the address has to tell.
  const same = documentId ? documentId === read?.documentId : !tab.url || withoutHash(tab.url) === withoutHash(page.data.url);
  if (!same) throw new AppError('page-navigated');
  return { page: await inspectPage(await addCaptions(page.data, read?.result, at, signal), signal), documentId };
}

/**
 * The work's result, or `page-navigated` as soon as the tab shows another document. Chromium freezes a document that
 * was left (its back/forward cache), and a script in it would never come to its end.
 */
async function whileItStays<T>(tabId: number, documentId: string | undefined, work: Promise<T>): Promise<T> {
  let listen: ((changed: number, info: { status?: string }) => void) | undefined;
  const left = new Promise<never>((_, reject) => {
    listen = (changed, { status }) => {
      // The status also changes when a page merely rewrites its own address: only another document counts.
      if (changed === tabId && status && documentId) void isLeft(tabId, documentId).then((gone) => gone && reject(new AppError('page-navigated')));
    };
    browser.tabs.onUpdated.addListener(listen);
  });
  try {
    return await Promise.race([work, left]);
  } finally {
    if (listen) browser.tabs.onUpdated.removeListener(listen);
  }
}

async function isLeft(tabId: number, documentId: string): Promise<boolean> {
  const probe = await probeDocument(tabId);
  // A page that Docent may not enter is another one, too.
  return probe?.[0]?.documentId !== documentId;
}

/** Runs in the page. */
function readContentType(): string {
  return document.contentType;
}

const FORBIDDEN =
  /gallery cannot be scripted|cannot be scripted due to|cannot access a chrome|showing error page|extensions? settings policy/i;
const NO_ACCESS = /cannot access contents|must request permission|missing host permission/i;

/** What a refused or broken injection means; browsers tell it in words only. */
async function explain(thrown: unknown, tabId: number, before: Tab): Promise<AppError> {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const after = await getTab(tabId).catch(() => undefined);
  const about = (code: ErrorCode, origin?: string) => new AppError(code, origin ? { origin } : {}, thrown);
  if (!after) return about('page-closed');
  const block = findTabBlock(after);
  if (block) return block;
  if (withoutHash(after.url) !== withoutHash(before.url)) return about('page-navigated');
  if (FORBIDDEN.test(message)) return about('page-forbidden');
  if (NO_ACCESS.test(message)) return (await mayBeFile(after)) ? new AppError('page-permission', { reason: 'untold-page' }, thrown) : about('page-permission', webOrigin(after.url ?? ''));
  // "Frame with ID 0 was removed", "Actor … destroyed": the document went away under the script.
  if (/removed|destroyed|closed|navigat/i.test(message)) return about('page-navigated');
  return new AppError('unexpected', { detail: message }, thrown);
}

/** Browsers hide files of this computer, their addresses included, from extensions that the reader has not allowed them; Firefox from all. */
async function mayBeFile({ url }: Tab): Promise<boolean> {
  return !url && (import.meta.env.FIREFOX || !(await browser.extension.isAllowedFileSchemeAccess()));
}

/** An address without its fragment, which changes without another page being loaded. */
export function withoutHash(url = ''): string {
  return url.split('#', 1)[0] ?? '';
}
