import type { PicturesEvent } from '~/lib/messaging/picture-calls';
import { announceChange } from '~/lib/messaging/wake';
import type { AppErrorData } from '~/lib/shared/app-error';
import type { Usage } from '~/lib/shared/chat';
import type { PagePicture, PictureBatch, PictureProgress } from '~/lib/shared/picture';
import type { Description } from '~/lib/storage/descriptions';
import { BareProgress, removeBatch, saveBatch, type StoredBatch } from '~/lib/storage/picture-batches';
import { addUsage } from '../add-usage';

type Send = (event: PicturesEvent) => void;

/** The pictures of a tab as they were last listed. */
export interface Listing {
  /** Names the document; see `identifyDocument`. */
  document: string;
  pictures: ReadonlyMap<string, PagePicture>;
}

/** How far the description of one tab's pictures is, and the windows that watch it. Every change goes through here. */
export class TabPictures {
  readonly tabId: number;
  /** Of a private window: nothing of it may be written to disk. */
  readonly isPrivate: boolean;
  /** What the page held when it was last looked through by this background. */
  listing: Listing | undefined;
  /** Pictures whose content was looked at to put a known description back. */
  readonly lookedAt = new Set<string>();
  /** How many of these had an unknown address. */
  unknownLookedAt = 0;
  /** The reader has taken all descriptions out of this document: none comes back by itself. */
  #isCleared: boolean;
  /** What is known of pictures' contents, by id. */
  readonly #contents = new Map<string, { hash: string; thumbnail: string }>();
  /** Names the document that the items stand in. */
  #document: string | undefined;
  readonly #items = new Map<string, PictureProgress>();
  readonly #unfinished = new Set<string>();
  readonly #watchers = new Set<Send>();
  /** Descriptions in use or asked for, by content and language: equal pictures of a page are asked about once. */
  readonly #described = new Map<string, Promise<Description>>();
  #usage: Usage | undefined;
  #saving: Promise<void> = Promise.resolve();

  constructor(tabId: number, isPrivate: boolean, stored: StoredBatch | undefined) {
    this.tabId = tabId;
    this.isPrivate = isPrivate;
    this.#document = stored?.document;
    this.#isCleared = stored?.isCleared ?? false;
    // Whoever worked on them is gone.
    for (const item of stored?.items ?? []) this.#items.set(item.id, isUnfinished(item) ? { id: item.id, state: 'stopped' } : item);
  }

  get document(): string | undefined {
    return this.#document;
  }

  get live(): boolean {
    return this.#unfinished.size > 0;
  }

  find(id: string): PictureProgress | undefined {
    return this.#items.get(id);
  }

  isUnfinished(id: string): boolean {
    return this.#unfinished.has(id);
  }

  /** Notes what a picture was found to hold. */
  remember(id: string, { hash, thumbnail }: { hash: string; thumbnail: string }): void {
    this.#contents.set(id, { hash, thumbnail });
  }

  /** `data:` address; undefined when none is known. */
  thumbnailOf(id: string): string | undefined {
    return this.#contents.get(id)?.thumbnail || undefined;
  }

  get isCleared(): boolean {
    return this.#isCleared;
  }

  /** Notes that the reader has taken the descriptions out of the page, or put some in. */
  markCleared(isCleared: boolean): void {
    this.#isCleared = isCleared;
    this.#save([]);
  }

  /** Takes note of a new listing; what was known of another document's pictures is forgotten. */
  show(listing: Listing): void {
    this.listing = listing;
    if (this.#document === listing.document) return;
    this.#document = listing.document;
    this.#items.clear();
    this.#unfinished.clear();
    this.#contents.clear();
    this.lookedAt.clear();
    this.unknownLookedAt = 0;
    this.#isCleared = false;
    this.#described.clear();
    this.#usage = undefined;
    this.#saving = this.#saving.then(() => removeBatch(this.tabId));
    this.#sendSnapshot();
  }

  /** Puts items in the place of what was known of their pictures. */
  change(...items: PictureProgress[]): void {
    const wasLive = this.live;
    for (const item of items) {
      this.#items.set(item.id, item);
      if (isUnfinished(item)) this.#unfinished.add(item.id);
      else this.#unfinished.delete(item.id);
    }
    for (const item of items) this.#publish({ type: 'item', item, live: this.live, ...(this.#usage ? { usage: this.#usage } : {}) });
    this.#save(items);
    // Windows whose Port ended with an idle background do not hear of it otherwise.
    if (!wasLive && this.live) announceChange(this.tabId);
  }

  /** Descriptions found in the store when the page was listed; all of them at once. */
  addKnown(items: readonly PictureProgress[]): void {
    const fresh = items.filter(({ id }) => !this.#items.has(id));
    if (fresh.length === 0) return;
    for (const item of fresh) this.#items.set(item.id, item);
    this.#sendSnapshot();
  }

  /** Another picture than the one described earlier stands there now. */
  forget(id: string): void {
    this.#items.delete(id);
    this.#contents.delete(id);
    this.#sendSnapshot();
  }

  /** Whatever is not finished ends: stopped, or failed for a reason. */
  endUnfinished(error?: AppErrorData): void {
    const items = [...this.#unfinished].map((id): PictureProgress => (error ? { id, state: 'failed', error } : { id, state: 'stopped' }));
    if (items.length > 0) this.change(...items);
  }

  count(usage: Usage | undefined): void {
    this.#usage = addUsage(this.#usage, usage);
  }

  /** The description under this key: asked for before in this document, else now. What fails is asked for again. */
  async describeOnce(key: string, ask: () => Promise<Description>, signal: AbortSignal): Promise<{ description: Description; isFirst: boolean }> {
    const earlier = this.#described.get(key);
    if (earlier) return { description: await earlier, isFirst: false };
    const description = ask();
    this.#described.set(key, description);
    const forget = () => void (this.#described.get(key) === description && this.#described.delete(key));
    description.catch(forget);
    // Whoever asks after Stop must not get what Stop ended.
    signal.addEventListener('abort', forget, { once: true });
    return { description: await description, isFirst: true };
  }

  /** Snapshot first, then every change, until the signal aborts. */
  subscribe(send: Send, signal: AbortSignal): void {
    if (signal.aborted) return;
    send(this.#snapshot());
    this.#watchers.add(send);
    signal.addEventListener('abort', () => this.#watchers.delete(send), { once: true });
  }

  /** Ends when what was changed so far has been kept. */
  saved(): Promise<void> {
    return this.#saving;
  }

  #save(items: readonly PictureProgress[]): void {
    const document = this.#document;
    const isCleared = this.#isCleared;
    if (document !== undefined) this.#saving = this.#saving.then(() => saveBatch(this.tabId, { document, isCleared, items }));
  }

  #sendSnapshot(): void {
    this.#publish(this.#snapshot());
  }

  /** Without thumbnails, which would make it large: windows ask for those they show (`getThumbnails`). */
  #snapshot(): PicturesEvent {
    const items = [...this.#items.values()].map((item) => BareProgress.parse(item));
    const batch: PictureBatch = { live: this.live, items, ...(this.#usage ? { usage: this.#usage } : {}) };
    return { type: 'snapshot', batch };
  }

  #publish(event: PicturesEvent): void {
    for (const send of this.#watchers) send(event);
  }
}

function isUnfinished({ state }: PictureProgress): boolean {
  return state === 'waiting' || state === 'working';
}
