import type { IDBPDatabase } from 'idb';
import { browser } from 'wxt/browser';
import { type AudioSchema, makeAudioDatabase, StoredAudio } from './audio-database';
import { toStorageError } from './database';

/** What a piece of speech is known by: the same again costs nothing. */
export interface AudioKey {
  /** The server's. */
  baseUrl: string;
  model: string;
  voice: string;
  speed: number;
  text: string;
}

/** Bytes kept: half a day of MP3 speech, an hour of WAV. The longest unused go first. */
const MAX_CACHE = 100 * 1024 * 1024;

const SESSION = 'audioSession';

/**
 * Speech of this browser session. It lies in a database of its own: memory would be lost with the worker, which the
 * browser may end after 30 seconds, and `storage.session` holds 10 MB. What an earlier session left is deleted before
 * anything is read: `storage.session` ends with the browser, so its mark tells. Speech of private windows is kept in
 * memory only. A cache that fails costs money, not the reading: nothing here throws.
 */
export class AudioCache {
  readonly #database = makeAudioDatabase();
  /** Of which the sizes are. */
  #counted: IDBPDatabase<AudioSchema> | undefined;
  /** Bytes of each file that is kept, by its name: what is not there need not be looked for. */
  #sizes: Map<string, number> | undefined;
  /** Names of the files that are being written: worth waiting for. */
  readonly #arriving = new Set<string>();
  #private = new Map<string, StoredAudio>();
  /** One change at a time, so that the sizes stay true. */
  #queue: Promise<unknown> = Promise.resolve();
  readonly #limit: number;

  constructor(limit = MAX_CACHE) {
    this.#limit = limit;
  }

  /** Makes ready for the first question, which otherwise takes the longest. */
  async open(): Promise<void> {
    await this.#use(async () => undefined);
  }

  /** The file, if it was made before in this session. */
  async get(key: AudioKey, isPrivate = false): Promise<StoredAudio | undefined> {
    const id = await nameAudio(key);
    if (isPrivate) return this.#private.get(id);
    if (this.#sizes && !this.#sizes.has(id) && !this.#arriving.has(id)) return undefined;
    return this.#use(async (database) => {
      const stored = StoredAudio.safeParse(await database.get('files', id)).data;
      const entry = stored && (await database.get('entries', id));
      if (entry) await database.put('entries', { ...entry, usedAt: Date.now() });
      return stored;
    });
  }

  /** Keeps a file and lets go of the longest unused ones beyond the limit. */
  async put(key: AudioKey, audio: StoredAudio, isPrivate = false): Promise<void> {
    const size = audio.bytes.byteLength;
    if (size > this.#limit) return;
    const id = await nameAudio(key);
    if (isPrivate) {
      this.#keepPrivate(id, audio);
      return;
    }
    this.#arriving.add(id);
    await this.#use(async (database) => {
      const { bytes, mediaType, seconds } = audio;
      const work = database.transaction(['files', 'entries'], 'readwrite');
      // A view would be stored with the whole of what it looks into.
      const file = { bytes: bytes.byteLength < bytes.buffer.byteLength ? bytes.slice() : bytes, mediaType, ...(seconds === undefined ? {} : { seconds }) };
      await Promise.all([
        work.objectStore('files').put(file, id),
        work.objectStore('entries').put({ key: id, size, usedAt: Date.now() }),
        work.done,
      ]);
      this.#sizes?.set(id, size);
      await this.#makeRoom(database);
    });
    this.#arriving.delete(id);
  }

  /** Forgets everything: at the start of the browser, and when the reader clears what Docent keeps. */
  async clear(): Promise<void> {
    this.#private.clear();
    await this.#use((database) => this.#empty(database));
  }

  /** Forgets the speech of private windows, when the last of them is closed. */
  clearPrivate(): void {
    this.#private.clear();
  }

  #keepPrivate(id: string, audio: StoredAudio): void {
    this.#private.delete(id);
    this.#private.set(id, audio);
    let size = 0;
    for (const { bytes } of this.#private.values()) size += bytes.byteLength;
    for (const [oldest, { bytes }] of this.#private) {
      if (size <= this.#limit) break;
      this.#private.delete(oldest);
      size -= bytes.byteLength;
    }
  }

  /** Runs `work` behind all earlier work; its failure is `undefined`. */
  #use<T>(work: (database: IDBPDatabase<AudioSchema>) => Promise<T>): Promise<T | undefined> {
    const next = this.#queue.then(async () => {
      try {
        return await this.#database.use(async (database) => {
          if (database !== this.#counted) await this.#begin(database);
          return work(database);
        });
      } catch (thrown) {
        console.warn('Speech could not be kept or found.', toStorageError(thrown));
        return undefined;
      }
    });
    this.#queue = next;
    return next;
  }

  /** The first use since the background started, or since it was deleted with the history: counts what is there, or clears it when the browser has restarted since. */
  async #begin(database: IDBPDatabase<AudioSchema>): Promise<void> {
    const marks = await browser.storage.session.get(SESSION);
    if (!marks[SESSION]) {
      await this.#empty(database);
      await browser.storage.session.set({ [SESSION]: true });
    }
    const entries = await database.getAll('entries');
    this.#sizes = new Map(entries.map(({ key, size }) => [key, size]));
    this.#counted = database;
  }

  async #empty(database: IDBPDatabase<AudioSchema>): Promise<void> {
    const work = database.transaction(['files', 'entries'], 'readwrite');
    await Promise.all([work.objectStore('files').clear(), work.objectStore('entries').clear(), work.done]);
    this.#sizes = new Map();
  }

  async #makeRoom(database: IDBPDatabase<AudioSchema>): Promise<void> {
    const sizes = this.#sizes ?? new Map<string, number>();
    let excess = [...sizes.values()].reduce((sum, size) => sum + size, 0) - this.#limit;
    if (excess <= 0) return;
    const work = database.transaction(['files', 'entries'], 'readwrite');
    for (let cursor = await work.objectStore('entries').index('byUse').openCursor(); cursor && excess > 0; cursor = await cursor.continue()) {
      const { key, size } = cursor.value;
      excess -= size;
      sizes.delete(key);
      await work.objectStore('files').delete(key);
      await cursor.delete();
    }
    await work.done;
  }
}

/** The name under which a file lies: of fixed length, and says nothing of the text. */
async function nameAudio({ baseUrl, model, voice, speed, text }: AudioKey): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([baseUrl, model, voice, speed, text]));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
