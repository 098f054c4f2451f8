import type { ThreadEvent } from '~/lib/messaging/protocol';
import type { Run } from '~/lib/shared/run';
import { comparedWith } from '~/lib/shared/comparison-rules';
import { isLive } from '~/lib/shared/run-kinds';
import { AppError } from '~/lib/shared/app-error';
import { chosenAt, RunTree, withoutDeleted } from '~/lib/shared/run-tree';
import { indexedRuns } from '~/lib/storage/indexed-runs';
import { compareRuns, type LoadedRun } from '~/lib/storage/run-store';
import { sessionRuns } from '~/lib/storage/session-runs';
import { type Audience, Audiences } from './audiences';
import { describeDeleted } from './describe-deleted';
import { LiveRun } from './live-run';

/** A run out of a store, and whether that is the one of private windows. */
export interface KnownRun extends LoadedRun {
  isPrivate: boolean;
}

/**
 * The runs since the reader last asked for a new chat, in whichever tabs they are shown: a tree, of which windows see the path
 * that was chosen last. The others go on as well.
 */
export class Thread {
  readonly id: string;
  /** Runs that are stored and cannot be read. */
  readonly #damaged: number;
  readonly #audiences = new Audiences((audience) => this.#snapshot(audience));
  /** By position, also those that the reader has deleted, until they are gone. */
  #runs: LiveRun[];
  #present: readonly LiveRun[] = [];
  #tree!: RunTree<Readonly<Run>>;
  #path: readonly LiveRun[] = [];
  /** What is compared with some of the path. */
  #beside: readonly LiveRun[] = [];
  #shown: ReadonlySet<LiveRun> = new Set();

  /** @param loaded in the order of their positions */
  constructor(id: string, loaded: readonly KnownRun[] = [], damaged = 0) {
    this.id = id;
    this.#damaged = damaged;
    const tree = new RunTree(loaded.map(({ run }) => run));
    this.#runs = loaded.map(({ run, position, isPrivate }) => this.#own({ ...run, parentId: tree.parentOf(run.id) }, position, isPrivate));
    this.#grow();
  }

  /** All of them by position, shown or not, but for deleted ones. */
  get runs(): readonly LiveRun[] {
    return this.#present;
  }

  /** There is nothing in it, nor anything that can be taken back. */
  get isEmpty(): boolean {
    return this.#runs.length === 0;
  }

  /** Those that are shown, each following the one before. */
  get path(): readonly LiveRun[] {
    return this.#path;
  }

  /** The tabs that show it. */
  get tabs(): readonly number[] {
    return this.#audiences.tabs;
  }

  /** Nothing of it is shown, and nothing of it goes on. */
  get isIdle(): boolean {
    return this.tabs.length === 0 && !this.#runs.some(({ run }) => isLive(run));
  }

  find(runId: string): LiveRun | undefined {
    return this.#present.find((live) => live.id === runId);
  }

  /** A run that was deleted and is still there. */
  findDeleted(runId: string): LiveRun | undefined {
    return this.#runs.find(({ id, run }) => id === runId && run.deletedAt !== undefined);
  }

  /** The run, and before it all that it follows. */
  pathTo(live: LiveRun): readonly LiveRun[] {
    return this.#lives(this.#tree.pathTo(live.id));
  }

  /** The run with the others of its turn, oldest first. */
  versionsOf(live: LiveRun): readonly LiveRun[] {
    return this.#lives(this.#tree.versionsOf(live.id));
  }

  /** The run with all that follows it, shown or not. */
  branchOf(live: LiveRun): readonly LiveRun[] {
    return this.#lives(this.#tree.branchOf(live.id));
  }

  /** Shows it in a tab, and its windows what it holds. */
  enter(tabId: number, audience: Audience): void {
    this.#flush();
    this.#audiences.enter(tabId, audience);
  }

  /** The tab shows another one. */
  leave(tabId: number): void {
    this.#audiences.leave(tabId);
  }

  /**
   * Adds a run after what is shown, or as a further version of a turn, which is then the one that is shown.
   * @param isPrivate nothing of it may be written to disk
   */
  add(run: Run, isPrivate: boolean, beside?: LiveRun): LiveRun {
    const parentId = beside ? this.#tree.parentOf(beside.id) : (this.#path.at(-1)?.id ?? null);
    const others = this.#tree.following(parentId);
    const placed = { ...run, parentId, ...(others.length > 0 ? { chosenAt: after(others) } : {}) };
    const live = this.#own(placed, (this.#runs.at(-1)?.position ?? -1) + 1, isPrivate);
    this.#runs.push(live);
    this.#grow();
    if (others.length > 0) this.sendSnapshot();
    else this.#audiences.publish({ type: 'run', run: live.run }, this.#shown.has(live));
    // What could not be kept before belongs below it, and there may be room by now.
    for (const each of this.#runs) each.saveAgain();
    live.save();
    this.#audiences.announce();
    return live;
  }

  /** Puts a run in the place of another, which is forgotten. */
  replace(old: LiveRun, run: Run, isPrivate: boolean): LiveRun {
    const live = this.#own({ ...run, parentId: this.#tree.parentOf(old.id), ...(old.run.chosenAt === undefined ? {} : { chosenAt: old.run.chosenAt }) }, old.position, isPrivate);
    const orphans = this.#lives(this.#tree.following(old.id));
    this.#runs = this.#runs.map((each) => (each === old ? live : each));
    for (const orphan of orphans) orphan.place({ parentId: live.id });
    this.#show();
    // First the new one: a conversation without any run is none, and its name would go with it.
    live.save();
    old.erase();
    return live;
  }

  /** Shows a run, and so the path that leads to it. */
  choose(live: LiveRun): void {
    for (const step of this.pathTo(live)) {
      const others = this.#tree.versionsOf(step.id);
      if (!this.#path.includes(step)) step.place({ chosenAt: after(others) });
      this.#grow();
    }
    this.#show();
  }

  /** Takes a run and all that follows it out of sight. Throws `storage-newer`; then it is still there. */
  async hide(live: LiveRun): Promise<void> {
    this.#mark(live, Date.now());
    await live.saved();
    const { unsaved } = live.run;
    // What cannot be marked on disk because it is full is forgotten all the same, which makes room.
    if (unsaved?.code !== 'storage-newer') return;
    this.#mark(live, undefined);
    throw new AppError(unsaved.code);
  }

  /** Shows what was deleted again. */
  async takeBack(live: LiveRun): Promise<void> {
    this.#mark(live, undefined);
    this.choose(live);
    await live.saved();
  }

  #mark(live: LiveRun, deletedAt: number | undefined): void {
    live.place({ deletedAt });
    this.#show();
  }

  /** Forgets a run and all that follows it. Throws `storage-failed` or `storage-newer`; then all of it is still there. */
  async remove(live: LiveRun): Promise<void> {
    const branch = new Set(this.#lives(new RunTree(this.#runs.map(({ run }) => run)).branchOf(live.id)));
    this.#runs = this.#runs.filter((each) => !branch.has(each));
    this.#show();
    try {
      await Promise.all([...branch].map((each) => each.saved()));
      for (const store of [indexedRuns, sessionRuns]) await store.removeRuns([...branch].flatMap((each) => (storeOf(each) === store ? each.id : [])));
      for (const each of branch) each.forget();
    } catch (thrown) {
      this.#runs = [...this.#runs, ...branch].sort(compareRuns);
      this.#show();
      throw thrown;
    }
  }

  /** Snapshot first, then every change, until the signal aborts. Without a tab, whichever tabs show it. */
  subscribe(send: (event: ThreadEvent) => void, signal: AbortSignal, tabId?: number): void {
    if (signal.aborted) return;
    this.#flush();
    this.#audiences.subscribe(send, signal, tabId);
  }

  /** Runs have come, gone or been chosen: windows are told of all of it. */
  #show(): void {
    this.#grow();
    this.sendSnapshot();
    this.#audiences.announce();
  }

  sendSnapshot(): void {
    this.#flush();
    this.#audiences.sendSnapshots();
  }

  #flush(): void {
    for (const live of this.#runs) live.flushToWatchers();
  }

  #snapshot(audience?: Audience): ThreadEvent {
    const versions = Object.fromEntries(this.#path.flatMap(({ run }) => {
      const all = this.#tree.versionsOf(run.id);
      return all.length > 1 ? [[run.id, { number: all.indexOf(run) + 1, total: all.length }] as const] : [];
    }));
    return {
      type: 'snapshot',
      threadId: this.id,
      runs: (audience ? this.#path : this.#present).map((live) => live.run),
      ...(audience && this.#beside.length > 0 ? { beside: this.#beside.map((live) => live.run) } : {}),
      ...(Object.keys(versions).length > 0 ? { versions } : {}),
      ...(audience?.opened ? { opened: true } : {}),
      ...(this.#damaged > 0 ? { damaged: this.#damaged } : {}),
      ...describeDeleted(this.#runs.map(({ run }) => run)),
    };
  }

  /** The tree anew, after runs have come, gone or been chosen. */
  #grow(): void {
    this.#present = this.#lives(withoutDeleted(this.#runs.map(({ run }) => run)));
    this.#tree = new RunTree(this.#present.map(({ run }) => run));
    this.#path = this.#lives(this.#tree.path());
    this.#beside = this.#lives(this.#path.flatMap(({ run }) => comparedWith(run, this.#tree.versionsOf(run.id)).filter((other) => other !== run)));
    this.#shown = new Set([...this.#path, ...this.#beside]);
  }

  #lives(runs: readonly Readonly<Run>[]): LiveRun[] {
    const byId = new Map(this.#runs.map((live) => [live.id, live]));
    return runs.flatMap(({ id }) => byId.get(id) ?? []);
  }

  #own(run: Run, position: number, isPrivate: boolean): LiveRun {
    const live: LiveRun = new LiveRun({ run, position, isPrivate }, isPrivate ? sessionRuns : indexedRuns, (event) => {
      // A run that was replaced, or whose thread was, is no longer anyone's business.
      if (this.#runs.includes(live)) this.#audiences.publish(event, this.#shown.has(live));
    });
    return live;
  }
}

/** A time after which all of these were chosen, now unless the clock was set back. */
function after(runs: readonly Run[]): number {
  return Math.max(Date.now(), ...runs.map((run) => chosenAt(run) + 1));
}

function storeOf({ isPrivate }: LiveRun) {
  return isPrivate ? sessionRuns : indexedRuns;
}
