import { GuardNote, Hazard, Verdict } from '~/lib/shared/guard';
import { webOrigin } from '~/lib/shared/url';
import { z } from '~/lib/shared/zod';
import { putAmong } from './aging-store';
import { type Database, useDatabase } from './database';

/** What Docent once said of a picture, whatever page it stands in. */
export const Description = z.object({
  /** SHA-256 of the picture's content, hexadecimal. What was read of a scanned page has a name of its own (`scanned-pages.ts`). */
  hash: z.string(),
  /** BCP 47 tag of the text, `und` where it is not known. */
  language: z.string(),
  text: z.string(),
  model: z.string(),
  /** `data:` address of a small JPEG; empty when there is none. */
  thumbnail: z.string(),
  /** Milliseconds since 1970. */
  madeAt: z.number(),
  /** What a guard said of the text, and the hazards that counted then. Absent where none was asked: guard off, or of an earlier version. */
  checked: z.optional(z.object({ verdict: Verdict, hazards: z.array(Hazard) })),
  /** What checkpoints had to say when it was made. */
  notes: z.optional(z.array(GuardNote)),
});
export type Description = z.infer<typeof Description>;

/** An address behind which a described picture was seen. */
export const KnownAddress = z.object({ address: z.string(), hash: z.string(), seenAt: z.number() });
export type KnownAddress = z.infer<typeof KnownAddress>;

/** Descriptions kept; the oldest are forgotten as new ones come. */
export const MOST_DESCRIPTIONS = 5_000;
/** Addresses kept: one picture may stand at several. */
const MOST_ADDRESSES = 10_000;

/** The description of the picture with this content; none when there is none or it cannot be read. */
export async function findDescription(hash: string, language: string): Promise<Description | undefined> {
  const stored = await useDatabase((database) => database.get('descriptions', [hash, language])).catch(() => undefined);
  return Description.safeParse(stored).data;
}

/** Descriptions of the pictures seen at these addresses (`pictureAddress`), as far as there are any, by address. */
export async function findByAddresses(addresses: Iterable<string>, language: string): Promise<ReadonlyMap<string, Description>> {
  const found = new Map<string, Description>();
  const read = async (database: Database) => {
    const transaction = database.transaction(['pictureAddresses', 'descriptions']);
    const find = async (address: string) => {
      const known = KnownAddress.safeParse(await transaction.objectStore('pictureAddresses').get(address)).data;
      if (!known) return;
      const stored = Description.safeParse(await transaction.objectStore('descriptions').get([known.hash, language])).data;
      if (stored) found.set(address, stored);
    };
    await Promise.all([...new Set(addresses)].map(find));
  };
  // Without what was kept, pictures are merely described anew.
  await useDatabase(read).catch(() => undefined);
  return found;
}

/** Keeps a description, and where its picture was seen. Throws `storage-full` or `storage-failed`. */
export async function keepDescription(description: Description, address?: string): Promise<void> {
  await useDatabase(async (database) => {
    const transaction = database.transaction(['descriptions', 'pictureAddresses'], 'readwrite');
    await Promise.all([
      putAmong(transaction.objectStore('descriptions'), description, MOST_DESCRIPTIONS),
      address !== undefined && putAmong(transaction.objectStore('pictureAddresses'), toKnown(address, description.hash), MOST_ADDRESSES),
      transaction.done,
    ]);
  });
}

/** Notes that the described picture was seen at this address. Throws `storage-full` or `storage-failed`. */
export async function keepAddress(address: string, hash: string): Promise<void> {
  await useDatabase(async (database) => {
    const { store, done } = database.transaction('pictureAddresses', 'readwrite');
    await Promise.all([putAmong(store, toKnown(address, hash), MOST_ADDRESSES), done]);
  });
}

function toKnown(address: string, hash: string): KnownAddress {
  return { address, hash, seenAt: Date.now() };
}

/** Whether anything was ever described. */
export async function hasDescriptions(): Promise<boolean> {
  return (await useDatabase((database) => database.count('descriptions')).catch(() => 0)) > 0;
}

/**
 * The address by which a picture is known again on the site of `page`: without fragment, which the server never sees. A
 * page can show whatever it likes for an address of another site, and is believed on its own site only. None for what has
 * no address of its own, or one that ends with its document (`blob:`).
 */
export function pictureAddress(src: string, page: string): string | undefined {
  return /^(?:https?|file|data):/i.test(src) ? `${webOrigin(page) ?? ''} ${src.split('#', 1)[0]}` : undefined;
}
