import type { ExtractedPage } from '~/lib/shared/page-content';
import { extractPage } from './extract-page';

/**
 * Reads a page that was fetched and never shown: no scripts run, nothing is loaded, and text counts as hidden where
 * its own mark-up says so. Relative addresses resolve against `url`.
 */
export function extractHtml(html: string, url: string): Promise<ExtractedPage> {
  return extractPage(new DOMParser().parseFromString(html, 'text/html'), { url });
}
