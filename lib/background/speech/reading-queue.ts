import type { PlayerEvent } from '~/lib/messaging/protocol';
import { announceChange } from '~/lib/messaging/wake';
import { AppError, toAppError } from '~/lib/shared/app-error';
import type { PlayerState } from '~/lib/shared/player';
import type { AudioCache } from '~/lib/storage/audio-cache';
import { loadPlayer, type QueuedItem, savePlayer } from '~/lib/storage/player-session';
import { forgetText } from '~/lib/storage/reading-texts';
import { keepAliveDuring } from '../keepalive';
import type { Platform } from '../platform';
import type { Threads } from '../threads';
import { forgetPlace, keepPlace } from './keep-place';
import { Narrator } from './narrator';
import { ReadingOpener } from './open-reading';
import { MustAsk } from './spending';
import { SystemVoices } from './system-voices';

type Send = (event: PlayerEvent) => void;

/** Told of what sounds, so that it can be marked in the page. */
export interface SpeechObserver {
  /** Another sentence, or another state; no item when nothing is read any more. */
  onPlace(present: QueuedItem | undefined, narrator: Narrator, status: PlayerState['status']): void;
  /** The voice has reached a word: UTF-16 offset into the sentence's spoken text. */
  onWord(present: QueuedItem, narrator: Narrator, at: number, length: number | undefined): void;
}

/**
 * What is read and what waits for it; the first item is the present one. Its state is published whole at every change,
 * and kept for the next background. `restored` comes first in whatever is done with it.
 */
export class ReadingQueue {
  readonly narrator: Narrator;
  readonly voices: SystemVoices;
  items: QueuedItem[] = [];
  readonly #watchers = new Set<Send>();
  readonly #observers = new Set<SpeechObserver>();
  #status: PlayerState['status'] = 'idle';
  #error: AppError | undefined;
  #ask: PlayerState['ask'];
  #saving: PlayerState['saving'];
  #ready: Promise<void> | undefined;
  #announced = false;
  #stored: Promise<void> = Promise.resolve();

  constructor(platform: Platform, threads: Threads, cache: AudioCache) {
    this.voices = new SystemVoices(platform);
    this.narrator = new Narrator(platform, cache, new ReadingOpener(threads), this.voices, {
      onSentence: () => this.#sound('playing'),
      onWaiting: () => this.#sound('loading'),
      onOver: () => void this.#finish(),
      onStuck: (error) => this.fail(error),
      onGiven: () => this.#save(),
    });
  }

  get present(): QueuedItem | undefined {
    return this.items[0];
  }

  get status(): PlayerState['status'] {
    return this.#status;
  }

  get ask(): PlayerState['ask'] {
    return this.#ask;
  }

  /** Ends when what an earlier background left is known again. */
  restored(): Promise<void> {
    return (this.#ready ??= this.#restore());
  }

  async #restore(): Promise<void> {
    const session = await loadPlayer();
    if (!session) return;
    this.items = session.items;
    this.#status = session.status;
    this.#error = session.error && AppError.fromData(session.error);
    this.#ask = session.ask;
    this.narrator.restore(session);
  }

  observe(observer: SpeechObserver): void {
    this.#observers.add(observer);
  }

  /** All of the state now, then at every change, until the signal aborts. */
  subscribe(send: Send, signal: AbortSignal): void {
    if (signal.aborted) return;
    send({ type: 'state', state: this.#describe() });
    this.#watchers.add(send);
    signal.addEventListener('abort', () => this.#watchers.delete(send), { once: true });
  }

  /** The voice has reached a word. */
  tellWord(at: number, length: number | undefined): void {
    const { present } = this;
    if (present) for (const observer of this.#observers) observer.onWord(present, this.narrator, at, length);
  }

  showSaving(saving: PlayerState['saving']): void {
    this.#saving = saving;
    this.publish();
  }

  /** Reads on what was being read when an earlier background ended. */
  async goOn(): Promise<void> {
    const { present } = this;
    if (!present || (this.#status !== 'playing' && this.#status !== 'loading')) return;
    try {
      await keepAliveDuring(this.narrator.reopen());
      if (this.present === present) this.narrator.continue();
    } catch (thrown) {
      if (this.present === present) this.fail(toAppError(thrown));
    }
    this.publish();
  }

  /** Reads an item in the place of the present one. What waits goes on waiting. */
  async replacePresent(queued: QueuedItem): Promise<void> {
    await this.keepPlace();
    const [old, ...waiting] = this.items;
    if (old) void forgetText(old.item.id);
    this.items = [queued, ...waiting];
    await this.begin();
  }

  /** Begins with the first item, where it says; without one there is silence. */
  async begin(): Promise<void> {
    const { present } = this;
    this.#error = this.#ask = undefined;
    if (!present) {
      this.narrator.stop();
      return this.#change('idle');
    }
    this.#change('loading');
    try {
      await keepAliveDuring(this.narrator.open(present));
      this.narrator.begin();
      this.publish();
    } catch (thrown) {
      if (this.present === present && !(toAppError(thrown).code === 'cancelled')) this.fail(toAppError(thrown));
    }
  }

  /** Something is being fetched that will be read. */
  showLoading(): void {
    this.narrator.pause();
    this.#error = this.#ask = undefined;
    this.#change('loading');
  }

  async play(): Promise<void> {
    const { narrator } = this;
    switch (this.#status) {
      case 'paused':
        if (this.#ask) return this.again();
        this.#change('playing');
        await this.#open();
        narrator.resume();
        narrator.continue();
        return this.publish();
      case 'failed':
        return this.again();
      case 'ended':
        await this.#open();
        this.#change('loading');
        narrator.rewind();
        return this.publish();
      default:
    }
  }

  async pause(): Promise<void> {
    if (this.#status !== 'playing' && this.#status !== 'loading') return;
    this.narrator.pause();
    this.#change('paused');
    await this.keepPlace();
  }

  /** Silence, and an empty queue. */
  async stop(): Promise<void> {
    await this.keepPlace();
    for (const { item } of this.items) void forgetText(item.id);
    this.items = [];
    await this.begin();
  }

  /** Leaves the present item, whose place is kept, for the next one. */
  async next(): Promise<void> {
    await this.keepPlace();
    const gone = this.items.shift();
    if (gone) void forgetText(gone.item.id);
    await this.begin();
  }

  /** Tries once more where it failed, or had to ask. */
  async again(): Promise<void> {
    if (!this.present) return;
    this.#error = this.#ask = undefined;
    this.#change('loading');
    await this.#open();
    this.narrator.begin();
    this.narrator.resume();
    this.publish();
  }

  /** The reader went elsewhere in the text: what failed there is tried again, what was read to its end begins again. */
  moved(): void {
    this.#error = this.#ask = undefined;
    if (this.#status === 'failed' || this.#status === 'ended') this.#change('loading');
    this.publish();
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
    if (error instanceof MustAsk) {
      this.#ask = error.ask;
      return this.#change('paused');
    }
    this.#error = error;
    this.#change('failed');
    void this.keepPlace();
  }

  async keepPlace(): Promise<void> {
    const { present, narrator } = this;
    if (!present) return;
    const { position } = narrator;
    if (position) present.position = position;
    if (this.#status !== 'ended') await keepPlace(present, narrator);
  }

  async #finish(): Promise<void> {
    const { present } = this;
    if (!present || this.#status === 'ended') return;
    await forgetPlace(present);
    if (this.present !== present) return;
    if (this.items.length === 1) return this.#change('ended');
    this.items.shift();
    void forgetText(present.item.id);
    await this.begin();
  }

  #sound(status: 'playing' | 'loading'): void {
    if (this.#status === 'playing' || this.#status === 'loading') this.#change(status);
    else this.publish();
  }

  #change(status: PlayerState['status']): void {
    this.#status = status;
    this.publish();
  }

  /** Tells the windows and keeps the state, once for all that changes in the same turn. */
  publish(): void {
    if (this.#announced) return;
    this.#announced = true;
    queueMicrotask(() => {
      this.#announced = false;
      const state = this.#describe();
      for (const send of this.#watchers) send({ type: 'state', state });
      // Windows whose Port ended with an idle background do not hear of it otherwise.
      if (this.#watchers.size === 0) announceChange('player');
      for (const observer of this.#observers) observer.onPlace(this.present, this.narrator, this.#status);
      this.#save();
    });
  }

  #describe(): PlayerState {
    return {
      status: this.#status,
      queue: this.items.map(({ item }) => item),
      ...(this.present ? this.narrator.describe() : {}),
      ...(this.#ask ? { ask: this.#ask } : {}),
      ...(this.#saving ? { saving: this.#saving } : {}),
      ...(this.#error ? { error: this.#error.data } : {}),
    };
  }

  #save(): void {
    const { present, narrator } = this;
    const { position, sentence } = narrator;
    if (present && position) present.position = position;
    const session = { items: this.items, status: this.#status, error: this.#error?.data, ask: this.#ask, sentence, ...narrator.record };
    this.#stored = this.#stored.then(() => savePlayer(session));
  }
}
