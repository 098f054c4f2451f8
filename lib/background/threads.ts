import { browser } from 'wxt/browser';
import type { ThreadEvent } from '~/lib/messaging/protocol';
import { AppError } from '~/lib/shared/app-error';
import { z } from '~/lib/shared/zod';
import { indexedRuns } from '~/lib/storage/indexed-runs';
import type { LoadedRun, RunStore } from '~/lib/storage/run-store';
import { sessionRuns } from '~/lib/storage/session-runs';
import type { LiveRun } from './live-run';
import { Thread } from './thread';

/** Which thread a tab shows. Kept for the browser's session only: tab ids mean nothing in the next. */
const TabThread = z.object({ threadId: z.string(), private: z.boolean() });
type TabThread = z.infer<typeof TabThread>;

const KEY = 'threadOfTab:';

export interface FoundRun {
  thread: Thread;
  live: LiveRun;
}

/** The threads of all tabs. The first use marks what a background that died left unfinished as interrupted. */
export class Threads {
  readonly #open = new Map<number, Promise<Thread>>();
  readonly #watchers = new Map<number, Set<(event: ThreadEvent) => void>>();
  #ready: Promise<void> | undefined;

  /** The tab's present thread; an empty one is made when there is none. */
  ofTab(tabId: number): Promise<Thread> {
    let thread = this.#open.get(tabId);
    if (!thread) {
      thread = this.#load(tabId);
      this.#open.set(tabId, thread);
      thread.catch(() => this.#open.delete(tabId));
    }
    return thread;
  }

  /** The tab's present thread, if it ever had one. */
  async peek(tabId: number): Promise<Thread | undefined> {
    const known = this.#open.has(tabId) || (await readEntry(tabId)) !== undefined;
    return known ? this.ofTab(tabId) : undefined;
  }

  /** Throws `bad-message` for a run that no open tab shows. */
  async findRun(runId: string): Promise<FoundRun> {
    const found = (await this.#findIn(this.#open.values(), runId)) ?? (await this.#findIn(await this.#loadAll(), runId));
    if (!found) throw new AppError('bad-message', { detail: 'no such run' });
    return found;
  }

  /** An empty thread in the place of the tab's present one. */
  async renew(tabId: number): Promise<void> {
    const entry = await newEntry(tabId);
    await keepEntry(tabId, entry);
    const thread = this.#make(tabId, entry, []);
    this.#open.set(tabId, Promise.resolve(thread));
    thread.sendSnapshot();
  }

  /** The tab is gone: its thread is no longer shown, and one of a private window is forgotten. */
  async forgetTab(tabId: number): Promise<void> {
    const entry = await readEntry(tabId);
    this.#open.delete(tabId);
    this.#watchers.delete(tabId);
    await browser.storage.session.remove(KEY + tabId);
    if (!entry?.private) return;
    for (const { run } of await sessionRuns.loadThread(entry.threadId)) await sessionRuns.removeRun(run.id);
  }

  async #load(tabId: number): Promise<Thread> {
    await (this.#ready ??= interruptOrphans());
    let entry = await readEntry(tabId);
    if (!entry) {
      entry = await newEntry(tabId);
      await keepEntry(tabId, entry);
    }
    // History that cannot be read must not keep the reader from new answers.
    const loaded = await storeOf(entry).loadThread(entry.threadId).catch(() => []);
    return this.#make(tabId, entry, loaded);
  }

  #make(tabId: number, entry: TabThread, loaded: LoadedRun[]): Thread {
    let watchers = this.#watchers.get(tabId);
    if (!watchers) this.#watchers.set(tabId, (watchers = new Set()));
    return new Thread({ id: entry.threadId, tabId, isPrivate: entry.private }, storeOf(entry), loaded, watchers);
  }

  async #loadAll(): Promise<Promise<Thread>[]> {
    const items = await browser.storage.session.get(null);
    return Object.keys(items)
      .filter((key) => key.startsWith(KEY))
      .map((key) => this.ofTab(Number(key.slice(KEY.length))));
  }

  async #findIn(threads: Iterable<Promise<Thread>>, runId: string): Promise<FoundRun | undefined> {
    for (const thread of await Promise.all(threads)) {
      const live = thread.find(runId);
      if (live) return { thread, live };
    }
    return undefined;
  }
}

async function interruptOrphans(): Promise<void> {
  await Promise.allSettled([indexedRuns.interruptLive(), sessionRuns.interruptLive()]);
}

function storeOf(entry: TabThread): RunStore {
  return entry.private ? sessionRuns : indexedRuns;
}

async function newEntry(tabId: number): Promise<TabThread> {
  // A tab that is already gone is treated as private: nothing is kept of it.
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return { threadId: crypto.randomUUID(), private: tab?.incognito ?? true };
}

async function readEntry(tabId: number): Promise<TabThread | undefined> {
  const key = KEY + tabId;
  return TabThread.safeParse((await browser.storage.session.get(key))[key]).data;
}

async function keepEntry(tabId: number, entry: TabThread): Promise<void> {
  await browser.storage.session.set({ [KEY + tabId]: entry });
}
