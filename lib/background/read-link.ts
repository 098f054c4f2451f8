import { browser } from 'wxt/browser';
import { AppError } from '~/lib/shared/app-error';
import type { PageContent } from '~/lib/shared/page-content';
import { webOrigin } from '~/lib/shared/url';
import { decodeText } from './decode-text';
import { type FetchedLink, fetchHere, fetchInTab, MAX_BYTES } from './fetch-link';
import { readPlainText } from './plain-page';
import type { Platform } from './platform';
import { getTab, readTab, withoutHash } from './read-tab';
import { withLimit } from './time-limit';

/** Milliseconds for fetching and reading together. */
const LIMIT = 30_000;

/**
 * Reads the page behind a link without opening it. The background fetches it, without the reader's cookies, where
 * Docent has permission for its site; a link within the tab's own site is fetched from inside the page, as the reader.
 * Throws `page-permission` with the origin to ask for, `link-failed` with the status, `page-not-text`.
 */
export async function readLink(url: string, tabId: number, platform: Platform, signal: AbortSignal): Promise<PageContent> {
  const origin = webOrigin(url);
  if (!origin) throw new AppError('link-failed', { detail: url.slice(0, 100) });
  const tab = await getTab(tabId).catch(() => undefined);
  if (tab?.url && withoutHash(tab.url) === withoutHash(url)) return readTab(tabId, signal);

  const late = new AppError('link-failed', { detail: 'timeout' });
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT)]);
  const allowed = await browser.permissions.contains({ origins: [`${origin}/*`] });
  if (!allowed && webOrigin(tab?.url ?? '') !== origin) throw new AppError('page-permission', { origin });
  const fetching = allowed ? fetchHere(url, limit) : fetchInTab(url, tabId);
  const link = await withLimit(fetching, LIMIT, late, signal);
  if (link.tooLarge) throw new AppError('link-failed', { detail: `> ${MAX_BYTES / 1e6} MB` });
  return withLimit(read(link, platform, signal), LIMIT, late, signal);
}

async function read(link: FetchedLink, platform: Platform, signal: AbortSignal): Promise<PageContent> {
  if (link.status < 200 || link.status >= 300) throw new AppError('link-failed', { status: link.status });
  const type = link.contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/html' || type === 'application/xhtml+xml' || type === '') {
    return platform.extractHtml(decodeText(link.bytes, link.contentType, true), link.url, signal);
  }
  if (type.startsWith('text/') || /^application\/(json|xml|.+\+(json|xml))$/.test(type)) {
    return readPlainText(decodeText(link.bytes, link.contentType, false), link.url);
  }
  throw new AppError('page-not-text', { detail: type });
}
