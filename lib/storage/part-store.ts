import type { KeptPart } from '~/lib/shared/parts';

/** Where the parts of a long text rest, with what was written about each. All methods throw `storage-full` or `storage-failed`. */
export interface PartStore {
  /** Adds parts, or replaces those of the same run, level and index. */
  put(parts: readonly KeptPart[]): Promise<void>;
  /** All of a run by level and index. None when one cannot be read: a text with a hole in it is not to be read on. */
  load(runId: string): Promise<KeptPart[]>;
  /** Puts parts in the place of all that were kept of a run, at one go: what was paid for is there before or after, never gone in between. */
  replace(runId: string, parts: readonly KeptPart[]): Promise<void>;
}
