import type { Executions } from './executions';
import { isIncognito } from './run-tab';
import type { Thread } from './thread';
import type { Threads } from './threads';

/** Which thread a tab shows. What is live in one that nobody sees any more is stopped, unless it is kept in the history. */
export class ThreadControl {
  readonly #threads: Threads;
  readonly #executions: Executions;
  /** Tabs whose thread is being replaced by an empty one. */
  readonly #renewing = new Map<number, Promise<void>>();

  constructor(threads: Threads, executions: Executions) {
    this.#threads = threads;
    this.#executions = executions;
  }

  /** The tab's present thread, once it is settled which one that is: what is asked for right after New chat belongs to the new one. */
  async present(tabId: number): Promise<Thread> {
    await this.#renewing.get(tabId)?.catch(() => undefined);
    return this.#threads.ofTab(tabId);
  }

  /** An empty thread for the tab; what was live in the old one is stopped. */
  async renew(tabId: number): Promise<void> {
    const renewing = this.#renew(tabId);
    this.#renewing.set(tabId, renewing);
    try {
      await renewing;
    } finally {
      if (this.#renewing.get(tabId) === renewing) this.#renewing.delete(tabId);
    }
  }

  async #renew(tabId: number): Promise<void> {
    await this.#stopUnlessShown(await this.#threads.ofTab(tabId), tabId);
    await this.#threads.renew(tabId);
  }

  /** A thread of the history for the tab. What is live in its present one goes on, and is in the history; what is not kept is stopped. */
  async open(tabId: number, threadId: string, besidePage = false): Promise<void> {
    const present = await this.#threads.ofTab(tabId);
    if (present.runs.some(({ isPrivate }) => isPrivate)) await this.#stopUnlessShown(present, tabId);
    await this.#threads.open(tabId, threadId, besidePage);
  }

  /** Empty threads for all tabs that show the thread. */
  async close(threadId: string): Promise<void> {
    const tabs = (await this.#threads.listShown()).filter((shown) => shown.threadId === threadId);
    for (const { tabId } of tabs) await this.renew(tabId);
    // What was live when another thread was opened in its place may still be.
    for (const thread of await this.#threads.listLoaded()) if (thread.id === threadId) await this.#executions.stopAll(thread.runs);
  }

  /** Empty threads for all tabs but those of private windows, of which nothing is in the history. */
  async closeAll(): Promise<void> {
    for (const { tabId } of await this.#threads.listShown()) if (!(await isIncognito(tabId))) await this.renew(tabId);
    for (const thread of await this.#threads.listLoaded()) if (thread.tabs.length === 0) await this.#executions.stopAll(thread.runs);
  }

  /** The tab is gone, and with it every window that could show its answers. */
  async closeTab(tabId: number): Promise<void> {
    const thread = await this.#threads.peek(tabId);
    if (!thread) return;
    await this.#stopUnlessShown(thread, tabId);
    await this.#threads.forgetTab(tabId);
  }

  /** Stops what is live in a thread that this tab shows no more, unless another one does. */
  async #stopUnlessShown(thread: Thread, tabId: number): Promise<void> {
    if (!thread.tabs.some((other) => other !== tabId)) await this.#executions.stopAll(thread.runs);
  }
}
