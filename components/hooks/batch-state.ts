import type { PicturesEvent } from '~/lib/messaging/picture-calls';
import type { AppErrorData } from '~/lib/shared/app-error';
import type { Usage } from '~/lib/shared/chat';
import type { PictureProgress } from '~/lib/shared/picture';
import { KeyedStore } from './keyed-store';

/** How far the description of a page's pictures is, in numbers. Those of the present (or last) go only. */
export interface BatchState {
  live: boolean;
  total: number;
  finished: number;
  described: number;
  failed: number;
  /** The description, where only one picture was asked about. */
  only: string | undefined;
  /** The first fault that is the server's or Docent's, not of one picture. */
  error: AppErrorData | undefined;
  usage: Usage | undefined;
}

const NO_BATCH: BatchState = { live: false, total: 0, finished: 0, described: 0, failed: 0, only: undefined, error: undefined, usage: undefined };

/** What `watchPictures` tells: the progress of each picture by itself, and the sums. */
export class BatchProgress {
  readonly items = new KeyedStore<PictureProgress>();
  /** Pictures that had come to their end before the present go began. */
  readonly #before = new Set<string>();
  #state = NO_BATCH;

  get state(): BatchState {
    return this.#state;
  }

  apply(event: PicturesEvent): void {
    if (event.type === 'snapshot') {
      const { items, live, usage } = event.batch;
      const told = new Set(items.map(({ id }) => id));
      for (const [id] of this.items.entries()) if (!told.has(id)) this.items.set(id, undefined);
      for (const item of items) {
        this.items.set(item.id, item);
        // Kept from earlier visits: nobody was asked.
        if (!live && item.state === 'known') this.#before.add(item.id);
      }
      this.#sum(live, usage);
    } else {
      if (event.live && !this.#state.live) this.#begin(event.item.id);
      this.#before.delete(event.item.id);
      this.items.set(event.item.id, event.item);
      this.#sum(event.live, event.usage ?? this.#state.usage);
    }
  }

  /** What is at its end now belongs to an earlier go. */
  #begin(first: string): void {
    this.#before.clear();
    for (const [id, item] of this.items.entries()) if (id !== first && isAtEnd(item)) this.#before.add(id);
  }

  #sum(live: boolean, usage: Usage | undefined): void {
    const items = this.items.entries().filter(([id]) => !this.#before.has(id)).map(([, item]) => item);
    const count = (wanted: (item: PictureProgress) => boolean) => items.filter(wanted).length;
    this.#state = {
      live,
      total: items.length,
      finished: count(isAtEnd),
      described: count(({ state }) => state === 'done' || state === 'known'),
      failed: count(({ state }) => state === 'failed'),
      only: items.length === 1 ? items[0]?.text : undefined,
      error: items.find(({ error }) => error && !isOwnFault(error))?.error,
      usage,
    };
  }
}

function isAtEnd({ state }: PictureProgress): boolean {
  return state !== 'waiting' && state !== 'working';
}

/** The picture itself is at fault, or what was found in it; said in its row. */
export function isOwnFault({ code }: AppErrorData): boolean {
  return code.startsWith('image-') || code === 'guard-blocked';
}
