import { Block } from '~/lib/shared/page-content';
import { PartsPlan } from '~/lib/shared/parts';
import { OutgoingRequest, type Run, RunHead } from '~/lib/shared/run';
import { z } from '~/lib/shared/zod';
import type { PartStore } from './part-store';

/**
 * A run as it rests: its texts lie in pieces beside it. `position` orders the runs of a thread. The schema drops what
 * it does not name, so parsing is also how the texts are left out.
 */
export const StoredRun = z.extend(RunHead, { position: z.number() });
export type StoredRun = z.infer<typeof StoredRun>;

/** What goes out, and the cap of the answer in tokens that was asked for with it. */
export const StoredRequest = z.extend(OutgoingRequest, {
  runId: z.string(),
  maxTokens: z.number(),
  /** Length of the unfinished answer (UTF-16 units) that went out with it at the last Continue. */
  continued: z.optional(z.number()),
  /** The list of sources that went out behind it. */
  continuedList: z.optional(z.string()),
  /** What an answer that marks its sources may quote, until it is whole: the background may die before. */
  blocks: z.optional(z.array(Block)),
  /** A text that is read in parts: what its requests have in common. `messages` are then those of the answer, none before it is asked for. */
  plan: z.optional(PartsPlan),
});
export type StoredRequest = z.infer<typeof StoredRequest>;

/** What a run has gained since it was last saved; `at` and `reasoningAt` are the lengths before. */
export interface TextAddition {
  runId: string;
  at: number;
  text: string;
  reasoningAt: number;
  reasoning: string;
}

/** Where runs are kept. All methods throw `storage-full` or `storage-failed`. */
export interface RunStore {
  readonly parts: PartStore;
  /**
   * Saves everything but the texts.
   * @param isMoved nothing came of the run: it only has another place in the tree, or none
   */
  putRun(run: Run, position: number, isMoved?: boolean): Promise<void>;
  /** Appends to the texts; earlier text is never written again. */
  append(addition: TextAddition): Promise<void>;
  /** Replaces both texts, when a run starts anew. */
  clearTexts(runId: string): Promise<void>;
  putRequest(request: StoredRequest): Promise<void>;
  getRequest(runId: string): Promise<StoredRequest | undefined>;
  /** The runs of a thread in order, texts joined. Runs that cannot be read are left out, and told one by one. */
  loadThread(threadId: string, onDamaged?: () => void): Promise<LoadedRun[]>;
  /** The runs that the reader has deleted and that are still there. */
  listDeleted(): Promise<DeletedRun[]>;
  /** Marks every run that was live as `interrupted`. */
  interruptLive(): Promise<void>;
  /**
   * Removes runs with everything that belongs to them, all of them or none.
   * @param keepImages the pictures that were sent stay: another run is about them
   */
  removeRuns(runIds: readonly string[], keepImages?: boolean): Promise<void>;
}

export const DeletedRun = z.object({ id: z.string(), threadId: z.string(), deletedAt: z.number() });
export type DeletedRun = z.infer<typeof DeletedRun>;

export interface LoadedRun {
  run: Run;
  position: number;
}

/** The order of a thread's runs, as in the index `byThread`. Those that two devices have added may have the same positions. */
export function compareRuns(a: LoadedRun, b: LoadedRun): number {
  return a.position - b.position || (a.run.id < b.run.id ? -1 : 1);
}

/** Joins a stored run and its pieces; undefined when the stored run cannot be read. */
export function joinRun(stored: unknown, chunks: { text: string; reasoning: string }[]): LoadedRun | undefined {
  const parsed = StoredRun.safeParse(stored);
  if (!parsed.success) return undefined;
  const { position, ...rest } = parsed.data;
  return { run: { ...rest, ...joinTexts(chunks) }, position };
}

/** Those that could be read. Calls `onDamaged` once for each that could not. */
export function keepReadable(joined: readonly (LoadedRun | undefined)[], onDamaged?: () => void): LoadedRun[] {
  return joined.filter((run) => {
    if (!run) onDamaged?.();
    return run !== undefined;
  }) as LoadedRun[];
}

/** The texts of a run from their pieces, in order; a piece that cannot be read is left out. */
export function joinTexts(chunks: readonly { text: unknown; reasoning: unknown }[]): Pick<Run, 'text' | 'reasoning'> {
  const join = (of: 'text' | 'reasoning') => chunks.map((chunk) => (typeof chunk[of] === 'string' ? chunk[of] : '')).join('');
  return { text: join('text'), reasoning: join('reasoning') };
}

/** Every key of the index `byThread` that begins with the thread's id: arrays sort after numbers. */
export function threadOf(threadId: string): IDBKeyRange {
  return IDBKeyRange.bound([threadId], [threadId, []]);
}

/** Every key of `chunks` that begins with the run's id. */
export function chunksOf(runId: string): IDBKeyRange {
  return IDBKeyRange.bound([runId], [runId, []]);
}

/** The part of a run that is saved at every change of state. */
export function withoutTexts(run: Run, position: number): StoredRun {
  return StoredRun.parse({ ...run, position });
}

/** A run whose background ended under it. */
export function asInterrupted<R extends Pick<Run, 'state'>>(run: R): R & { error: { code: 'interrupted' } } {
  return { ...run, state: 'interrupted', error: { code: 'interrupted' } };
}
