import { browser } from 'wxt/browser';
import { isLive } from '~/lib/shared/run-kinds';
import { KeptPart } from '~/lib/shared/parts';
import { z } from '~/lib/shared/zod';
import { toStorageError } from './database';
import { asInterrupted, joinRun, keepReadable, type RunStore, StoredRequest, withoutTexts } from './run-store';

/**
 * Runs of private windows, and all runs while history is off, in `storage.session`: it lives in memory, never on disk, is closed to content scripts and
 * ends with the browser, yet outlives the background, which the browser may end after 30 seconds.
 */
const RUN = 'privateRun:';
const CHUNK = 'privateChunk:';
const REQUEST = 'privateRequest:';
const PART = 'privatePart:';

/** Positions padded, so that keys sort as numbers do. */
const chunkKey = (runId: string, seq: number) => `${CHUNK}${runId}:${String(seq).padStart(12, '0')}`;

const partKey = ({ runId, level, index }: KeptPart) => `${PART}${runId}:${[level, index].map((value) => String(value).padStart(6, '0')).join(':')}`;

export const sessionRuns: RunStore = {
  parts: {
    put: (parts) => setAll(Object.fromEntries(parts.map((part) => [partKey(part), part]))),
    async load(runId) {
      const items = await all();
      const keys = Object.keys(items).filter((key) => key.startsWith(`${PART}${runId}:`));
      return z.array(KeptPart).safeParse(keys.sort().map((key) => items[key])).data ?? [];
    },
    async replace(runId, parts) {
      const items = Object.fromEntries(parts.map((part) => [partKey(part), part]));
      await setAll(items);
      await removeWhere((key) => key.startsWith(`${PART}${runId}:`) && !(key in items));
    },
  },

  async listDeleted() {
    return runsIn(await all()).flatMap(({ id, threadId, deletedAt }) => (deletedAt === undefined ? [] : { id, threadId, deletedAt }));
  },

  putRun: (run, position) => set(RUN + run.id, withoutTexts(run, position)),

  append: ({ runId, at, reasoningAt, text, reasoning }) => set(chunkKey(runId, at + reasoningAt), { text, reasoning }),

  clearTexts: (runId) => removeWhere((key) => key.startsWith(`${CHUNK}${runId}:`)),

  putRequest: (request) => set(REQUEST + request.runId, request),

  async getRequest(runId) {
    return StoredRequest.safeParse((await all())[REQUEST + runId]).data;
  },

  async loadThread(threadId, onDamaged) {
    const items = await all();
    const ofThread = runsIn(items).filter((run) => run.threadId === threadId);
    return keepReadable(ofThread.map((run) => joinRun(run, chunksIn(items, run.id))), onDamaged).sort((a, b) => a.position - b.position);
  },

  async interruptLive() {
    for (const run of runsIn(await all())) if (isLive(run)) await set(RUN + run.id, asInterrupted(run));
  },

  removeRuns: (runIds) =>
    removeWhere((key) => runIds.some((id) => key === RUN + id || key === REQUEST + id || key.startsWith(`${CHUNK}${id}:`) || key.startsWith(`${PART}${id}:`))),
};

type StoredItem = ReturnType<typeof withoutTexts>;
type Items = Record<string, unknown>;

function runsIn(items: Items): StoredItem[] {
  return Object.keys(items).filter((key) => key.startsWith(RUN)).map((key) => items[key] as StoredItem);
}

function chunksIn(items: Items, runId: string): { text: string; reasoning: string }[] {
  const keys = Object.keys(items).filter((key) => key.startsWith(`${CHUNK}${runId}:`));
  return keys.sort().map((key) => items[key] as { text: string; reasoning: string });
}

async function all(): Promise<Items> {
  try {
    return await browser.storage.session.get(null);
  } catch (thrown) {
    throw toStorageError(thrown);
  }
}

function set(key: string, value: unknown): Promise<void> {
  return setAll({ [key]: value });
}

async function setAll(items: Items): Promise<void> {
  try {
    await browser.storage.session.set(items);
  } catch (thrown) {
    throw toStorageError(thrown);
  }
}

async function removeWhere(matches: (key: string) => boolean): Promise<void> {
  const keys = Object.keys(await all()).filter(matches);
  if (keys.length > 0) await browser.storage.session.remove(keys);
}
