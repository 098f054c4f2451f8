import { AppError } from '~/lib/shared/app-error';
import type { PageContent } from '~/lib/shared/page-content';
import type { PdfProgress } from '~/lib/shared/pdf';
import type { TextSource } from '~/lib/shared/run';
import { chooseSelection } from './chosen-selection';
import { readShown } from './pdf/read-shown';
import { readPlainText } from './plain-page';
import type { Platform } from './platform';
import { readLink } from './read-link';

/** The page a run is about. Throws an `AppError` that says what keeps it from being read. */
export async function readSource(
  source: TextSource,
  tabId: number,
  known: { url: string },
  platform: Platform,
  signal: AbortSignal,
  tell?: (progress: PdfProgress) => void,
): Promise<PageContent> {
  if (source.kind === 'link') return readLink(source.url, tabId, platform, signal);
  const chosen = source.kind === 'selection' ? source : undefined;
  try {
    const { page } = await readShown(tabId, platform, signal, tell);
    return chosen ? await chooseSelection(page, chosen.text, signal) : page;
  } catch (thrown) {
    // Selected text came with the menu click: it can be had where the page around it cannot, as in a PDF.
    const text = chosen?.text?.trim();
    if (!text || !(thrown instanceof AppError) || !/^(?:page|pdf)-/.test(thrown.code)) throw thrown;
    return chooseSelection(await readPlainText(text, known.url, signal), text, signal);
  }
}
