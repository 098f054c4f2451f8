import { NO_TAB } from '../run-tab';
import type { PageContent } from '~/lib/shared/page-content';
import type { ReadFrom } from '~/lib/shared/player';
import type { SpeechPosition } from '~/lib/shared/speech';
import type { QueuedItem } from '~/lib/storage/player-session';
import { findPosition, type ReadingPosition } from '~/lib/storage/reading-positions';
import { getSettings } from '~/lib/storage/settings';
import { keepText } from '~/lib/storage/reading-texts';
import type { Platform } from '../platform';
import { getTab, withoutHash } from '../read-tab';
import type { Threads } from '../threads';
import { type ItemText, readItemText } from './open-reading';
import { findQuote } from './page-reading';

/** What the reader asks to be read of a tab's page. */
export interface ReadRequest {
  tabId: number;
  from: ReadFrom;
  /** Descriptions of pictures are read; by default as the reader has set. */
  pictures?: boolean | undefined;
}

/** Tells where in a page the reader is. */
export type FindPlace = (tabId: number, id: string, page: PageContent) => Promise<SpeechPosition | undefined>;

/**
 * Reads the page of a tab and keeps its text: the tab may show another by the time it is read aloud. Throws a `page-…` error.
 * @param early the page as it was read when the button went down
 */
export async function makePageItem({ tabId, from, pictures }: ReadRequest, findPlace: FindPlace, platform: Platform, signal: AbortSignal, early?: Promise<ItemText | undefined>): Promise<QueuedItem> {
  const looking = from.kind === 'resume' ? findKnown(tabId).catch(() => undefined) : undefined;
  const { page, document, tab } = (await early) ?? (await readItemText(tabId, from.kind === 'selection' ? from : undefined, platform, signal));
  const isPrivate = tab.incognito ?? true;
  const id = crypto.randomUUID();
  const url = withoutHash(page.url);
  // The first sound does not wait for the disk.
  void keepText(id, page);
  const findStart = async (): Promise<SpeechPosition | undefined> => {
    if (from.kind === 'here') return findPlace(tabId, id, page);
    if (from.kind !== 'resume') return undefined;
    const looked = await looking;
    const known = looked?.of === url ? looked.known : await findPosition(url, isPrivate);
    return known && findQuote(page, known);
  };
  const position = await findStart();
  const kind = from.kind === 'selection' ? 'selection' : 'page';
  return {
    item: { id, kind, tabId, title: page.title, url, pictures: pictures ?? (await getSettings()).settings.speech.pictures },
    isPrivate,
    systemOnly: false,
    ...(document === undefined ? {} : { document }),
    ...(position ? { position } : {}),
  };
}

/** Where the reader stopped on the page that the tab shows by its address, looked for while the page is read. */
async function findKnown(tabId: number): Promise<{ of: string; known: ReadingPosition | undefined }> {
  const { url, incognito } = await getTab(tabId);
  const of = withoutHash(url);
  return { of, known: await findPosition(of, incognito ?? true) };
}

/** An answer, of a tab's thread. Throws `bad-message` for one that no tab shows. */
export async function makeAnswerItem(threads: Threads, runId: string): Promise<QueuedItem> {
  const { thread, live } = await threads.findRun(runId);
  const { title, url } = live.run.page;
  const [tabId = NO_TAB] = thread.tabs;
  const item = { id: crypto.randomUUID(), kind: 'answer' as const, tabId, title, url: withoutHash(url), runId, pictures: false };
  return { item, isPrivate: live.isPrivate, systemOnly: false };
}
