import type { PageContent } from '~/lib/shared/page-content';
import type { ReadFrom } from '~/lib/shared/player';
import type { SpeechPosition } from '~/lib/shared/speech';
import type { QueuedItem } from '~/lib/storage/player-session';
import { findPosition } from '~/lib/storage/reading-positions';
import { getSettings } from '~/lib/storage/settings';
import { keepText } from '~/lib/storage/reading-texts';
import { withoutHash } from '../read-tab';
import type { Threads } from '../threads';
import { readItemText } from './open-reading';
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

/** Reads the page of a tab and keeps its text: the tab may show another by the time it is read aloud. Throws a `page-…` error. */
export async function makePageItem({ tabId, from, pictures }: ReadRequest, findPlace: FindPlace, signal: AbortSignal): Promise<QueuedItem> {
  const { page, document, tab } = await readItemText(tabId, from.kind === 'selection' ? from : undefined, signal);
  const isPrivate = tab.incognito ?? true;
  const id = crypto.randomUUID();
  const url = withoutHash(page.url);
  // The first sound does not wait for the disk.
  void keepText(id, page);
  const position = await findStart(page, from, { url, isPrivate, find: () => findPlace(tabId, id, page) });
  const kind = from.kind === 'selection' ? 'selection' : 'page';
  return {
    item: { id, kind, tabId, title: page.title, url, pictures: pictures ?? (await getSettings()).settings.speech.pictures },
    isPrivate,
    systemOnly: false,
    ...(document === undefined ? {} : { document }),
    ...(position ? { position } : {}),
  };
}

async function findStart(page: PageContent, from: ReadFrom, about: { url: string; isPrivate: boolean; find: () => Promise<SpeechPosition | undefined> }): Promise<SpeechPosition | undefined> {
  if (from.kind === 'here') return about.find();
  if (from.kind !== 'resume') return undefined;
  const known = await findPosition(about.url, about.isPrivate);
  return known && findQuote(page, known);
}

/** An answer, of a tab's thread. Throws `bad-message` for one that no tab shows. */
export async function makeAnswerItem(threads: Threads, runId: string): Promise<QueuedItem> {
  const { thread, live } = await threads.findRun(runId);
  const { title, url } = live.run.page;
  const item = { id: crypto.randomUUID(), kind: 'answer' as const, tabId: thread.tabId, title, url: withoutHash(url), runId, pictures: false };
  return { item, isPrivate: thread.isPrivate, systemOnly: false };
}
