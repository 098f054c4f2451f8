import { PassageInspector } from '~/lib/guard/instructions/inspect-passages';
import { withoutOrderWords } from '~/lib/guard/instructions/picture-words';
import type { PagePicture, PictureRef } from '~/lib/shared/picture';
import { Turns } from '~/lib/shared/turns';
import { runReader } from './run-reader';

/** The pictures that the tab's page holds, the words about them without orders to an assistant. Throws `page-…` codes. */
export async function listTabPictures(tabId: number, maxSide: number, signal?: AbortSignal): Promise<{ pictures: PagePicture[]; more: number }> {
  const { pictures, more } = await runReader(tabId, 'list', { maxSide }, signal);
  return { pictures: await withoutOrders(tabId, pictures, signal), more };
}

/** One picture of the tab's page, likewise; null when it is not there. */
export async function findTabPicture(tabId: number, ref: PictureRef, maxSide: number, signal?: AbortSignal): Promise<PagePicture | null> {
  const found = await runReader(tabId, 'find', { ref, maxSide }, signal);
  return found && ((await withoutOrders(tabId, [found], signal))[0] ?? null);
}

/** What the page is about is asked for only where something looks like an order; a page that does not say counts as about nothing. */
async function withoutOrders(tabId: number, pictures: PagePicture[], signal?: AbortSignal): Promise<PagePicture[]> {
  const turns = new Turns(signal);
  const clean = async (inspector: PassageInspector) => {
    const cleaned: PagePicture[] = [];
    for (const picture of pictures) {
      if (turns.isOver()) await turns.next();
      cleaned.push(withoutOrderWords(picture, inspector));
    }
    return cleaned;
  };
  const cleaned = await clean(new PassageInspector(() => ''));
  if (cleaned.every((picture, index) => isSame(picture, pictures[index] as PagePicture))) return pictures;
  const seen = await runReader(tabId, 'visibleText', {}, signal).catch(() => '');
  signal?.throwIfAborted();
  return clean(new PassageInspector(() => seen));
}

function isSame(a: PagePicture, b: PagePicture): boolean {
  return Object.keys(a).length === Object.keys(b).length;
}
