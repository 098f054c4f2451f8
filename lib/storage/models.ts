import { Model } from '~/lib/shared/model';
import { z } from '~/lib/shared/zod';
import { useDatabase } from './database';

/** A server's model list as it was last fetched. */
export const CachedModels = z.object({
  baseUrl: z.string(),
  models: z.array(Model),
  /** For `If-None-Match`; absent when the server sent none. */
  etag: z.optional(z.string()),
  /** Milliseconds since 1970. */
  fetchedAt: z.number(),
});
export type CachedModels = z.infer<typeof CachedModels>;

/** The stored list for a base URL; none when there is none or it cannot be read. */
export async function getCachedModels(baseUrl: string): Promise<CachedModels | undefined> {
  const stored = await useDatabase((database) => database.get('models', baseUrl)).catch(() => undefined);
  return CachedModels.safeParse(stored).data;
}

/** Throws storage errors; a list that cannot be kept is fetched again next time. */
export async function putCachedModels(list: CachedModels): Promise<void> {
  await useDatabase((database) => database.put('models', list));
}
