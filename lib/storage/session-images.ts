import { browser } from 'wxt/browser';
import { toAppError } from '~/lib/shared/app-error';
import { toDataUrl } from '~/lib/shared/data-url';
import { z } from '~/lib/shared/zod';
import { toStorageError } from './database';
import { fromRecord, ImageRecord, type ImageStore, toRecord } from './image-store';

/** Pictures of private windows, in `storage.session` beside their runs (`session-runs.ts`): memory, never the disk. */
const KEY = 'privateImage:';

/** Characters kept; the browser gives 10 MB to all that is kept for the session. */
const KEPT_CHARACTERS = 6_000_000;

const SessionImage = z.extend(ImageRecord, { /** Base64. */ dataUrl: z.string() });
type SessionImage = z.infer<typeof SessionImage>;

export const sessionImages: ImageStore = {
  async put(image) {
    const stored: SessionImage = { ...toRecord(image), dataUrl: await toDataUrl(image.blob) };
    const write = () => guard(() => browser.storage.session.set({ [KEY + image.id]: stored }));
    try {
      await write();
    } catch (thrown) {
      if (toAppError(thrown).code !== 'storage-full') throw thrown;
      await prune(0);
      await write();
    }
    await prune(KEPT_CHARACTERS);
  },

  async get(id) {
    const items = await guard(() => browser.storage.session.get(KEY + id));
    const stored = SessionImage.safeParse(items[KEY + id]).data;
    if (!stored) return undefined;
    const base64 = stored.dataUrl.slice(stored.dataUrl.indexOf(',') + 1);
    return fromRecord(stored, Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  },
};

/** Ids of the pictures in what is kept of a conversation for the session: its runs, what was read for it, its tray. */
export async function listSessionImages(threadId: string): Promise<string[]> {
  const { ids, others } = await readSession();
  if (ids.length === 0) return [];
  const mine = JSON.stringify(others.filter((item) => (item as { threadId?: unknown } | null)?.threadId === threadId));
  return ids.filter((id) => mine.includes(id));
}

/** Forgets those of the pictures that nothing of the session has any more. */
export async function forgetSessionImages(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rest = JSON.stringify((await readSession()).others);
  const lost = ids.filter((id) => !rest.includes(id));
  if (lost.length > 0) await guard(() => browser.storage.session.remove(lost.map((id) => KEY + id)));
}

/** Ids of all pictures, and everything that is no picture. */
async function readSession(): Promise<{ ids: string[]; others: unknown[] }> {
  const items = Object.entries(await guard(() => browser.storage.session.get(null)));
  return {
    ids: items.flatMap(([key]) => (key.startsWith(KEY) ? [key.slice(KEY.length)] : [])),
    others: items.flatMap(([key, value]) => (key.startsWith(KEY) ? [] : [value])),
  };
}

/** Forgets the oldest until the others come to no more than `most` characters. */
async function prune(most: number): Promise<void> {
  const items = await guard(() => browser.storage.session.get(null));
  const stored = Object.keys(items).filter((key) => key.startsWith(KEY)).map((key) => items[key] as SessionImage);
  let room = most;
  const surplus = stored.sort((a, b) => b.usedAt - a.usedAt).filter(({ dataUrl }) => (room -= dataUrl.length) < 0);
  if (surplus.length > 0) await guard(() => browser.storage.session.remove(surplus.map(({ id }) => KEY + id)));
}

async function guard<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw toStorageError(thrown);
  }
}
