import type { ThreadEvent } from '~/lib/messaging/protocol';
import { AppError } from '~/lib/shared/app-error';
import { indexedRuns } from '~/lib/storage/indexed-runs';
import { compareRuns, type RunStore } from '~/lib/storage/run-store';
import { forgetSessionImages, listSessionImages } from '~/lib/storage/session-images';
import { sessionRuns } from '~/lib/storage/session-runs';
import { forgetTabThread, keepTabThread, listTabThreads, readTabThread, type TabThread } from '~/lib/storage/tab-threads';
import { forgetTray } from '~/lib/storage/trays';
import type { Audience } from './audiences';
import { adoptDraft, leaveDraft, restoreDraft } from './conversations/keep-drafts';
import type { LiveRun } from './live-run';
import { type KnownRun, Thread } from './thread';

export interface FoundRun {
  thread: Thread;
  live: LiveRun;
}

/**
 * The threads that tabs show, each once however many tabs show it. The first use marks what a background that died left
 * unfinished as interrupted.
 */
export class Threads {
  /** By tab. */
  readonly #shown = new Map<number, Promise<Thread>>();
  /** By id. */
  readonly #loaded = new Map<string, Promise<Thread>>();
  readonly #watchers = new Map<number, Audience['watchers']>();
  /** By tab, for as long as somebody sees its thread. */
  readonly #seen = new Map<number, AbortController>();
  #ready: Promise<void> | undefined;

  /** The tab's present thread; an empty one is made when there is none. */
  ofTab(tabId: number): Promise<Thread> {
    let thread = this.#shown.get(tabId);
    if (!thread) {
      thread = this.#restore(tabId);
      this.#shown.set(tabId, thread);
      thread.catch(() => this.#shown.delete(tabId));
    }
    return thread;
  }

  /** The tab's present thread, if it ever had one. */
  async peek(tabId: number): Promise<Thread | undefined> {
    const known = this.#shown.has(tabId) || (await readTabThread(tabId)) !== undefined;
    return known ? this.ofTab(tabId) : undefined;
  }

  /** A window of the tab's thread: snapshot first, then every change, until the signal aborts. */
  async watch(tabId: number, send: (event: ThreadEvent) => void, signal: AbortSignal): Promise<void> {
    (await this.ofTab(tabId)).subscribe(send, signal, tabId);
    signal.addEventListener('abort', () => {
      if (!this.#watchers.get(tabId)?.size) this.#endSeen(tabId);
    }, { once: true });
  }

  /** For work that only serves who sees the tab's thread: aborts when the tab shows another, and when the last window of it closes. */
  whileSeen(tabId: number): AbortSignal {
    const seen = this.#seen.get(tabId) ?? new AbortController();
    this.#seen.set(tabId, seen);
    return seen.signal;
  }

  #endSeen(tabId: number): void {
    this.#seen.get(tabId)?.abort();
    this.#seen.delete(tabId);
  }

  /** Throws `bad-message` for a run that no open tab shows. */
  async findRun(runId: string): Promise<FoundRun> {
    const found = await this.#findIn((thread) => thread.find(runId));
    if (!found) throw new AppError('bad-message', { detail: 'no such run' });
    return found;
  }

  /** A run that was deleted, of a thread that an open tab shows. */
  findDeleted(runId: string): Promise<FoundRun | undefined> {
    return this.#findIn((thread) => thread.findDeleted(runId));
  }

  /** A thread for a moment's work, whether or not it is in memory. */
  async borrow(threadId: string): Promise<Thread> {
    return (await this.#loaded.get(threadId)) ?? this.#read(threadId);
  }

  async #findIn(find: (thread: Thread) => LiveRun | undefined): Promise<FoundRun | undefined> {
    return (await findIn(this.#loaded.values(), find)) ?? findIn(await this.#loadAll(), find);
  }

  /** An empty thread in the place of the tab's present one. */
  async renew(tabId: number): Promise<void> {
    await this.#show(tabId, { threadId: crypto.randomUUID() });
  }

  /** A thread of the history in the place of the tab's present one. `besidePage`: the tab shows the page that it is about. */
  async open(tabId: number, threadId: string, besidePage = false): Promise<void> {
    await this.#show(tabId, { threadId, ...(besidePage ? {} : { opened: true }) });
  }

  /** Ids of the threads that tabs show, with their tabs. */
  async listShown(): Promise<{ tabId: number; threadId: string }[]> {
    return listTabThreads();
  }

  /** The threads in memory: those that somebody has looked at, and those that go on. */
  async listLoaded(): Promise<Thread[]> {
    const loaded = await Promise.allSettled(this.#loaded.values());
    return loaded.flatMap((thread) => (thread.status === 'fulfilled' ? [thread.value] : []));
  }

  /** The tab is gone: its thread is no longer shown, and what of it was never to be kept is forgotten. */
  async forgetTab(tabId: number): Promise<void> {
    const thread = await this.peek(tabId);
    this.#shown.delete(tabId);
    this.#watchers.delete(tabId);
    await forgetTabThread(tabId);
    if (thread) await this.#leave(tabId, thread);
  }

  async #restore(tabId: number): Promise<Thread> {
    let entry = await readTabThread(tabId);
    if (!entry) {
      entry = { threadId: crypto.randomUUID() };
      // First the draft: a background that ends here finds it still lost.
      await adoptDraft(tabId, entry.threadId).catch(reportDraft);
      await keepTabThread(tabId, entry);
    }
    const thread = await this.#load(entry.threadId);
    thread.enter(tabId, this.#audienceOf(tabId, entry));
    return thread;
  }

  async #show(tabId: number, entry: TabThread): Promise<void> {
    const old = await this.ofTab(tabId);
    await restoreDraft(entry.threadId).catch(reportDraft);
    await keepTabThread(tabId, entry);
    const showing = this.#load(entry.threadId).then((thread) => {
      old.leave(tabId);
      thread.enter(tabId, this.#audienceOf(tabId, entry));
      return thread;
    });
    this.#shown.set(tabId, showing);
    await showing;
    if (old.id !== entry.threadId) await this.#leave(tabId, old);
  }

  async #leave(tabId: number, thread: Thread): Promise<void> {
    this.#endSeen(tabId);
    thread.leave(tabId);
    for (const [id, loaded] of this.#loaded) if ((await loaded.catch(() => undefined))?.isIdle !== false) this.#loaded.delete(id);
    await leaveDraft(thread.id).catch(reportDraft);
    if (thread.tabs.length > 0) return;
    // Another tab may show it that nobody has looked at since the background was started.
    if ((await listTabThreads()).some(({ threadId }) => threadId === thread.id)) return;
    const images = await listSessionImages(thread.id);
    await sessionRuns.removeRuns((await sessionRuns.loadThread(thread.id)).map(({ run }) => run.id));
    await forgetTray(thread.id, thread.isEmpty);
    await forgetSessionImages(images);
  }

  #load(threadId: string): Promise<Thread> {
    let thread = this.#loaded.get(threadId);
    if (!thread) {
      thread = this.#read(threadId);
      this.#loaded.set(threadId, thread);
      thread.catch(() => this.#loaded.delete(threadId));
    }
    return thread;
  }

  async #read(threadId: string): Promise<Thread> {
    await (this.#ready ??= interruptOrphans());
    let damaged = 0;
    const readFrom = async (store: RunStore): Promise<KnownRun[]> => {
      // History that cannot be read must not keep the reader from new answers.
      const loaded = await store.loadThread(threadId, () => damaged++).catch(() => []);
      return loaded.map((known) => ({ ...known, isPrivate: store === sessionRuns }));
    };
    // History may have been switched on or off in the middle of it.
    const runs = (await Promise.all([indexedRuns, sessionRuns].map(readFrom))).flat();
    return new Thread(threadId, runs.sort(compareRuns), damaged);
  }

  #audienceOf(tabId: number, { opened = false }: TabThread): Audience {
    let watchers = this.#watchers.get(tabId);
    if (!watchers) this.#watchers.set(tabId, (watchers = new Set()));
    return { watchers, opened };
  }

  async #loadAll(): Promise<Promise<Thread>[]> {
    return (await listTabThreads()).map(({ tabId }) => this.ofTab(tabId));
  }
}

async function findIn(threads: Iterable<Promise<Thread>>, find: (thread: Thread) => LiveRun | undefined): Promise<FoundRun | undefined> {
  for (const thread of await Promise.all(threads)) {
    const live = find(thread);
    if (live) return { thread, live };
  }
  return undefined;
}

/** Without its draft a conversation is shown all the same. */
function reportDraft(thrown: unknown): void {
  console.warn('Docent: the draft cannot be had.', thrown);
}

async function interruptOrphans(): Promise<void> {
  await Promise.allSettled([indexedRuns.interruptLive(), sessionRuns.interruptLive()]);
}
