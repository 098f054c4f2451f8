import { KeptPart } from '~/lib/shared/parts';
import { z } from '~/lib/shared/zod';
import { useDatabase } from './database';
import type { PartStore } from './part-store';

/** Parts of long texts in IndexedDB, beside the runs they are of. */
export const indexedParts: PartStore = {
  put: (parts) =>
    useDatabase(async (database) => {
      const { store, done } = database.transaction('parts', 'readwrite');
      await Promise.all([...parts.map((part) => store.put(part)), done]);
    }),

  async load(runId) {
    const stored = await useDatabase((database) => database.getAll('parts', partsOf(runId)));
    return z.array(KeptPart).safeParse(stored).data ?? [];
  },

  replace: (runId, parts) =>
    useDatabase(async (database) => {
      const { store, done } = database.transaction('parts', 'readwrite');
      await Promise.all([store.delete(partsOf(runId)), ...parts.map((part) => store.put(part)), done]);
    }),
};

/** Every key that begins with the run's id: arrays sort after numbers. */
export function partsOf(runId: string): IDBKeyRange {
  return IDBKeyRange.bound([runId], [runId, []]);
}
