import { browser } from 'wxt/browser';
import { UNDO_SECONDS } from '~/lib/shared/conversation';
import { z } from '~/lib/shared/zod';
import { deleteOld, purgeDeleted } from '~/lib/storage/delete-conversations';
import { dropLostDrafts } from '~/lib/storage/drafts';
import { indexStale } from '~/lib/storage/search-index';
import { removeFormerHomes } from '~/lib/storage/present-home';
import { getSettings } from '~/lib/storage/settings';
import { listTabThreads } from '~/lib/storage/tab-threads';
import { forgetLostFiles } from '~/lib/storage/trays';

/** When old conversations were last looked for, in milliseconds since 1970. */
const KEY = 'historySweptAt';
const DAY = 86_400_000;
/** Milliseconds after the background's start: whoever woke it comes first. */
const AFTER_START = 4_000;
/** Conversations deleted at a time, and milliseconds until the next. */
const AT_A_TIME = 100;
const PAUSE = 2_000;

/** What came of the deletions of a background that ended before they were done, and of what is older than is kept. Now, and once a day. */
export function keepHistory(): void {
  const keep = () => {
    tidyUp().catch((thrown: unknown) => console.warn('The history was not tidied up.', thrown));
  };
  setTimeout(keep, AFTER_START);
  setInterval(keep, DAY);
}

let purging: ReturnType<typeof setTimeout> | undefined;

/** Deletes what has been out of the history for so long that nobody can take it back, and the rest in time. */
async function purge(): Promise<void> {
  const left = await purgeDeleted(Date.now() - UNDO_SECONDS * 1_000);
  if (left > 0) purgeSoon();
}

/** The background lives longer than this after its last event; if it does not, the next one finds what is left. */
export function purgeSoon(): void {
  clearTimeout(purging);
  purging = setTimeout(() => {
    purge().catch((thrown: unknown) => console.warn('Not deleted.', thrown));
  }, (UNDO_SECONDS + 1) * 1_000);
}

async function tidyUp(): Promise<void> {
  await removeFormerHomes().catch((thrown: unknown) => console.warn('Files of the deleted history are still there.', thrown));
  await purge();
  await indexStale();
  await forgetLostFiles(await listShown());
  const stored = await browser.storage.local.get(KEY);
  const sweptAt = z.number().safeParse(stored[KEY]).data ?? 0;
  // A clock that was set back must not keep it waiting for years.
  if (Math.abs(Date.now() - sweptAt) >= DAY && (await sweep())) await browser.storage.local.set({ [KEY]: Date.now() });
}

/** Deletes the conversations that are older than the reader wants them kept. Resolves to whether that was all of them. */
async function sweep(): Promise<boolean> {
  const [since, shown] = await Promise.all([keptSince(), listShown()]);
  await dropLostDrafts(since, shown);
  if (await deleteOld(since, shown, AT_A_TIME)) return true;
  setTimeout(() => {
    tidyUp().catch(() => undefined);
  }, PAUSE);
  return false;
}

async function listShown(): Promise<Set<string>> {
  return new Set((await listTabThreads()).map(({ threadId }) => threadId));
}

/** Milliseconds since 1970: what is older is not kept. */
export async function keptSince(): Promise<number> {
  const { keepDays } = (await getSettings()).settings.history;
  return keepDays === 0 ? -Infinity : Date.now() - keepDays * DAY;
}

/** The reader has chosen another time: what is too old by now goes at the next start at the latest. */
export async function sweepAnew(): Promise<void> {
  await browser.storage.local.remove(KEY);
  await tidyUp();
}
