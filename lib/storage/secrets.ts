import { AppError } from '~/lib/shared/app-error';
import { webOrigin } from '~/lib/shared/url';
import { useDatabase } from './database';

/**
 * API keys, one for each origin of a base URL, so that a key is never sent to another server than the one it was
 * entered for. They rest in IndexedDB of the extension's origin: `storage.local` is open to content scripts.
 */

/** The key for the server of this base URL, if one is stored. Throws `storage-failed`. */
export async function getKey(baseUrl: string): Promise<string | undefined> {
  const origin = webOrigin(baseUrl);
  if (!origin) return undefined;
  return useDatabase((database) => database.get('secrets', origin));
}

/**
 * Stores the key, or deletes it when empty. White space and a pasted `Bearer ` are dropped. Throws `bad-key` for
 * text that no HTTP header can carry, `bad-base-url`, and storage errors.
 */
export async function setKey(baseUrl: string, key: string): Promise<void> {
  const origin = webOrigin(baseUrl);
  if (!origin) throw new AppError('bad-base-url');
  const bare = key.trim().replace(/^bearer\s+/i, '');
  if (!/^[\x21-\x7e]*$/.test(bare)) throw new AppError('bad-key', { host: new URL(origin).host });
  await useDatabase(async (database) => {
    if (bare) await database.put('secrets', bare, origin);
    else await database.delete('secrets', origin);
  });
}

const HINT = 4;

/** The key's last characters, by which its owner recognises it; none of a key too short to keep the rest secret. */
export function keyHint(key: string): string | undefined {
  return key.length >= HINT * 4 ? key.slice(-HINT) : undefined;
}

/** All keys, whatever server they are for: to see to it that none gets into what leaves the browser. Throws `storage-failed`. */
export async function listKeys(): Promise<string[]> {
  const stored: unknown[] = await useDatabase((database) => database.getAll('secrets'));
  return stored.filter((key) => typeof key === 'string');
}
