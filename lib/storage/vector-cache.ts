import type { DBSchema } from 'idb';
import { z } from '~/lib/shared/zod';
import { putAmong } from './aging-store';
import { HomeDatabase, openInHome } from './home-database';

/** Vectors of the passages of one document, one after the other. */
const KeptVectors = z.object({
  /** Hash of server, model and passages. */
  id: z.string(),
  /** 32-bit floats. */
  bytes: z.instanceof(ArrayBuffer),
  /** Numbers in each vector. */
  size: z.number(),
  madeAt: z.number(),
});
type KeptVectors = z.infer<typeof KeptVectors>;

interface VectorSchema extends DBSchema {
  documents: { key: string; value: KeptVectors; indexes: { byAge: number } };
}

/** Documents whose vectors are kept; the oldest are forgotten as new ones come. */
const MOST_DOCUMENTS = 20;

/** In a database of its own: it can be lost at any time, and what has been paid for is then paid for again. */
const vectors = new HomeDatabase<VectorSchema>((home, onClosed) =>
  openInHome(home, 'docent-vectors', 1, (database) => void database.createObjectStore('documents', { keyPath: 'id' }).createIndex('byAge', 'madeAt'), onClosed),
);

/** The vectors of a document; none when there are none or they cannot be read. */
export async function findVectors(id: string): Promise<Float32Array[] | undefined> {
  try {
    const { data } = KeptVectors.safeParse(await vectors.use((database) => database.get('documents', id)));
    if (!data) return undefined;
    const all = new Float32Array(data.bytes);
    return Array.from({ length: all.length / data.size }, (_, i) => all.subarray(i * data.size, (i + 1) * data.size));
  } catch {
    return undefined;
  }
}

/** Forgets all vectors: they say what was read. Rejects when they cannot be deleted. */
export async function forgetVectors(): Promise<void> {
  await vectors.use((database) => database.clear('documents'));
}

/** Keeps the vectors of a document, if they can be kept. */
export async function keepVectors(id: string, made: readonly Float32Array[]): Promise<void> {
  const size = made[0]?.length ?? 0;
  const all = new Float32Array(size * made.length);
  for (const [i, vector] of made.entries()) all.set(vector, i * size);
  try {
    await vectors.use(async (database) => {
      const { store, done } = database.transaction('documents', 'readwrite');
      await Promise.all([putAmong(store, { id, bytes: all.buffer, size, madeAt: Date.now() }, MOST_DOCUMENTS), done]);
    });
  } catch (thrown) {
    console.warn('Vectors are not kept.', thrown);
  }
}
