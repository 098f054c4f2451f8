import { browser } from 'wxt/browser';
import { inspectPage } from '~/lib/guard/instructions/inspect-page';
import { AppError } from '~/lib/shared/app-error';
import { originPattern } from '~/lib/shared/base-url';
import type { PageContent } from '~/lib/shared/page-content';
import { mayLeadTo } from '~/lib/shared/public-address';
import { webOrigin } from '~/lib/shared/url';
import { decodeText } from './decode-text';
import { type FetchedLink, fetchHere, fetchInTab } from './fetch-link';
import { readPdfFile, refuseScan } from './pdf/read-pdf-file';
import { nameOf, readPlainText } from './plain-page';
import type { Platform } from './platform';
import { getTab, readTab, withoutHash } from './read-tab';
import { withLimit } from './time-limit';

/** Milliseconds for fetching and reading together. */
const LIMIT = 30_000;

/**
 * Reads the page behind a link without opening it. The background fetches it, without the reader's cookies, where
 * Docent has permission for its site; a link within the tab's own site is fetched from inside the page, as the reader.
 * A page leads to no server nearer than itself (this machine, a private network), and neither does a link by a redirect.
 * Throws `page-permission` with the origin to ask for, `link-failed` with the status, `page-not-text`.
 */
export async function readLink(url: string, tabId: number, platform: Platform, signal: AbortSignal): Promise<PageContent> {
  const origin = webOrigin(url);
  if (!origin) throw new AppError('link-failed', { detail: url.slice(0, 100) });
  const tab = await getTab(tabId).catch(() => undefined);
  if (tab?.url && withoutHash(tab.url) === withoutHash(url)) return readTab(tabId, signal);

  // The reader sees where a page of the web leads them only once they are there: a server at home is opened, not fetched.
  if (tab?.url && !mayLeadTo(url, tab.url)) throw new AppError('link-failed', { detail: 'a server nearer than the page' });
  const allowed = await browser.permissions.contains({ origins: [originPattern(url)] });
  if (!allowed && webOrigin(tab?.url ?? '') !== origin) throw new AppError('page-permission', { origin });
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  const reading = async () => {
    const link = await (allowed ? fetchHere(url, either) : fetchInTab(url, tabId));
    if (!mayLeadTo(link.url, url)) throw new AppError('link-failed', { detail: 'redirected to a server nearer than the link' });
    return read(link, platform, either);
  };
  try {
    return await withLimit(reading(), LIMIT, new AppError('link-failed'), signal);
  } finally {
    ended.abort();
  }
}

async function read(link: FetchedLink, platform: Platform, signal: AbortSignal): Promise<PageContent> {
  if (link.tooLarge) throw new AppError('link-failed', { reason: 'too-large' });
  if (link.status < 200 || link.status >= 300) throw new AppError('link-failed', { status: link.status });
  const type = link.contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/html' || type === 'application/xhtml+xml' || type === '') {
    return inspectPage(await platform.extractHtml(decodeText(link.bytes, link.contentType, true), link.url, signal), signal);
  }
  if (type.startsWith('text/') || /^application\/(json|xml|.+\+(json|xml))$/.test(type)) {
    return readPlainText(decodeText(link.bytes, link.contentType, false), link.url, signal);
  }
  if (type === 'application/pdf') return refuseScan(await readPdfFile(new Blob([link.bytes as BlobPart]), { url: link.url, name: nameOf(link.url) }, platform, signal));
  throw new AppError('page-not-text', { detail: type });
}
