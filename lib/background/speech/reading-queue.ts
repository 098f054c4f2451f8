import { type AppError, toAppError } from '~/lib/shared/app-error';
import type { QueuedItem } from '~/lib/storage/player-session';
import { forgetText } from '~/lib/storage/reading-texts';
import { keepAliveDuring } from '../keepalive';
import { PageDescriber } from '../pictures/page-describer';
import { forgetPlace, keepPlace } from './keep-place';
import { Narrator } from './narrator';
import { ReadingOpener } from './open-reading';
import type { PlayerSetup } from './player-setup';
import { PlayerStore } from './player-store';

/** Reads the items one after the other. `restored` comes first in whatever is done with it. */
export class ReadingQueue {
  readonly narrator: Narrator;
  readonly store: PlayerStore;
  #ready: Promise<void> | undefined;

  constructor({ platform, threads, cache, voices, pictures }: PlayerSetup) {
    const opener = new ReadingOpener(threads, platform, (tabId, document) => new PageDescriber(platform, pictures, tabId, document));
    this.narrator = new Narrator(platform, cache, opener, voices, {
      onSentence: () => this.#sound('playing'),
      onWaiting: () => this.#sound('loading'),
      onOver: () => void this.#finish(),
      onStuck: (error) => this.fail(error),
      onGiven: () => this.store.save(),
      onOffer: () => this.store.publish(),
      onNote: () => this.store.publish(),
    });
    this.store = new PlayerStore(this.narrator);
  }

  /** Ends when what an earlier background left is known again. */
  restored(): Promise<void> {
    return (this.#ready ??= this.#restore());
  }

  async #restore(): Promise<void> {
    const session = await this.store.restore();
    if (session) this.narrator.restore(session);
  }

  /** Reads on what was being read when an earlier background ended. */
  async goOn(): Promise<void> {
    const { store, narrator } = this;
    const { present, status } = store;
    if (!present || (status !== 'playing' && status !== 'loading')) return;
    try {
      await keepAliveDuring(narrator.reopen());
      if (store.present === present) narrator.continue();
    } catch (thrown) {
      if (store.present === present) this.fail(toAppError(thrown));
    }
    store.publish();
  }

  /** Reads an item in the place of the present one. What waits goes on waiting. */
  async replacePresent(queued: QueuedItem): Promise<void> {
    await this.keepPlace();
    const [old, ...waiting] = this.store.items;
    if (old) void forgetText(old.item.id);
    this.store.items = [queued, ...waiting];
    await this.begin();
  }

  /** Begins with the first item, where it says; without one there is silence. */
  async begin(): Promise<void> {
    const { store, narrator } = this;
    const { present } = store;
    store.clearProblem();
    if (!present) {
      narrator.stop();
      return store.change('idle');
    }
    store.change('loading');
    try {
      await keepAliveDuring(narrator.open(present));
      narrator.begin();
      store.publish();
    } catch (thrown) {
      const error = toAppError(thrown);
      if (store.present === present && error.code !== 'cancelled') this.fail(error);
    }
  }

  /** Something is being fetched that will be read. */
  showLoading(): void {
    this.narrator.pause();
    this.narrator.prepare();
    this.store.clearProblem();
    this.store.change('loading');
  }

  async play(): Promise<void> {
    const { store, narrator } = this;
    switch (store.status) {
      case 'paused':
        if (store.ask) return this.again();
        store.change('playing');
        await this.#open();
        narrator.resume();
        narrator.continue();
        return store.publish();
      case 'failed':
        return this.again();
      case 'ended':
        await this.#open();
        store.change('loading');
        narrator.rewind();
        return store.publish();
      default:
    }
  }

  async pause(): Promise<void> {
    const { status } = this.store;
    if (status !== 'playing' && status !== 'loading') return;
    this.narrator.pause();
    this.store.change('paused');
    await this.keepPlace();
  }

  /** Silence, and an empty queue. */
  async stop(): Promise<void> {
    await this.keepPlace();
    for (const { item } of this.store.items) void forgetText(item.id);
    this.store.items = [];
    await this.begin();
  }

  /** Leaves the present item, whose place is kept, for the next one. */
  async next(): Promise<void> {
    await this.keepPlace();
    const gone = this.store.items.shift();
    if (gone) void forgetText(gone.item.id);
    await this.begin();
  }

  /** Tries once more where it failed, or had to ask. */
  async again(): Promise<void> {
    const { store, narrator } = this;
    if (!store.present) return;
    store.clearProblem();
    store.change('loading');
    await this.#open();
    narrator.begin();
    narrator.resume();
    store.publish();
  }

  /** Goes elsewhere in the text: what failed there is tried again, what was read to its end begins again. */
  async move(step: (narrator: Narrator) => void): Promise<void> {
    const { store, narrator } = this;
    const { present } = store;
    if (!present) return;
    await narrator.reopen();
    if (store.present !== present) return;
    const { status } = store;
    store.clearProblem();
    if (status === 'failed' || status === 'ended') store.change('loading');
    step(narrator);
    // What failed is held.
    if (status === 'failed') narrator.resume();
    store.publish();
  }

  async #open(): Promise<void> {
    try {
      await keepAliveDuring(this.narrator.reopen());
    } catch (thrown) {
      this.fail(toAppError(thrown));
    }
  }

  fail(error: AppError): void {
    this.narrator.pause();
    this.store.fail(error);
    if (this.store.status === 'failed') void this.keepPlace();
  }

  /** Notes where the reader is, here and for the next visit to the page. */
  async keepPlace(): Promise<void> {
    const { narrator } = this;
    const { present, status } = this.store;
    if (!present) return;
    const { position } = narrator;
    if (position) present.position = position;
    if (status !== 'ended') await keepPlace(present, narrator);
  }

  async #finish(): Promise<void> {
    const { store } = this;
    const { present } = store;
    if (!present || store.status === 'ended') return;
    await forgetPlace(present);
    if (store.present !== present) return;
    if (store.items.length === 1) return store.change('ended');
    store.items.shift();
    void forgetText(present.item.id);
    await this.begin();
  }

  #sound(status: 'playing' | 'loading'): void {
    const before = this.store.status;
    if (before === 'playing' || before === 'loading') this.store.change(status);
    else this.store.publish();
  }
}
