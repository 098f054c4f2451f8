import { call } from '~/lib/messaging/call';
import type { KeyedStore } from './keyed-store';

/** As in the protocol (`getThumbnails`). */
const AT_ONCE = 24;
/** Milliseconds in which rows that come into sight gather to one question. */
const GATHER = 40;

/** What an `<img>` of Docent may show: a picture that is here already. Anything else would be loaded from the network. */
const INLINE_PICTURE = /^data:image\/(?:jpeg|png|webp);base64,/;

/** The address if it holds the picture itself, else undefined. */
export function inlinePicture(address: string | null | undefined): string | undefined {
  return address && INLINE_PICTURE.test(address) ? address : undefined;
}

/** Fetches thumbnails of the pictures in sight, some at a time, each once; the last asked for comes first. */
export class ThumbnailLoader {
  readonly #tabId: number;
  readonly #store: KeyedStore<string>;
  readonly #asked = new Set<string>();
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;

  constructor(tabId: number, store: KeyedStore<string>) {
    this.#tabId = tabId;
    this.#store = store;
  }

  /** The picture has come into sight. */
  request(id: string): void {
    if (this.#asked.has(id) || this.#store.has(id)) return;
    this.#asked.add(id);
    this.#waiting.push(id);
    this.#timer ??= setTimeout(() => void this.#load(), GATHER);
  }

  /** What could not be had before may be asked for again. */
  forgetFailures(): void {
    this.#asked.clear();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }

  async #load(): Promise<void> {
    this.#timer = undefined;
    if (this.#busy) return;
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const ids = this.#waiting.splice(-AT_ONCE);
      try {
        const found = await call('getThumbnails', { tabId: this.#tabId, ids });
        for (const [id, address] of Object.entries(found)) this.#store.set(id, inlinePicture(address));
      } catch {
        // A picture without thumbnail shows what kind it is.
      }
    }
    this.#busy = false;
  }
}
