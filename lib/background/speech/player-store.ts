import type { PlayerEvent } from '~/lib/messaging/speech-calls';
import { announceChange } from '~/lib/messaging/wake';
import { AppError } from '~/lib/shared/app-error';
import type { PlayerState } from '~/lib/shared/player';
import { loadPlayer, type PlayerSession, type QueuedItem, savePlayer } from '~/lib/storage/player-session';
import type { Narrator } from './narrator';
import { MustAsk } from './spending';

type Send = (event: PlayerEvent) => void;
type Status = PlayerState['status'];

/** Told of what sounds, so that it can be marked in the page. */
export interface SpeechObserver {
  /** Another sentence, or another state; no item when nothing is read any more. */
  onPlace(present: QueuedItem | undefined, narrator: Narrator, status: Status): void;
  /** The voice has reached a word: UTF-16 offset into the sentence's spoken text. */
  onWord(present: QueuedItem, narrator: Narrator, at: number, length: number | undefined): void;
}

/**
 * What is read and what waits for it, and how reading stands. Told whole to windows at every change, and kept for the
 * next background.
 */
export class PlayerStore {
  /** In the order in which they are read; the first is the present one. */
  items: QueuedItem[] = [];
  readonly #narrator: Narrator;
  readonly #watchers = new Set<Send>();
  readonly #observers = new Set<SpeechObserver>();
  #status: Status = 'idle';
  #error: AppError | undefined;
  #ask: PlayerState['ask'];
  #saving: PlayerState['saving'];
  #announced = false;
  #stored: Promise<void> = Promise.resolve();

  constructor(narrator: Narrator) {
    this.#narrator = narrator;
  }

  get present(): QueuedItem | undefined {
    return this.items[0];
  }

  get status(): Status {
    return this.#status;
  }

  /** What the reader is asked before reading goes on. */
  get ask(): PlayerState['ask'] {
    return this.#ask;
  }

  /** What an earlier background left; nothing when there is none. */
  async restore(): Promise<PlayerSession | undefined> {
    const session = await loadPlayer();
    if (!session) return undefined;
    this.items = session.items;
    this.#status = session.status;
    this.#error = session.error && AppError.fromData(session.error);
    this.#ask = session.ask;
    return session;
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
    if (present) for (const observer of this.#observers) observer.onWord(present, this.#narrator, at, length);
  }

  change(status: Status): void {
    this.#status = status;
    this.publish();
  }

  /** Reading cannot go on, or the reader has to agree first. */
  fail(error: AppError): void {
    if (error instanceof MustAsk) {
      this.#ask = error.ask;
      return this.change('paused');
    }
    this.#error = error;
    this.change('failed');
  }

  /** What failed, or was asked, is no longer so. */
  clearProblem(): void {
    this.#error = this.#ask = undefined;
    if (this.present?.guard) this.present.guard = this.present.guard.filter(({ outcome }) => outcome !== 'blocked');
  }

  showSaving(saving: PlayerState['saving']): void {
    this.#saving = saving;
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
      for (const observer of this.#observers) observer.onPlace(this.present, this.#narrator, this.#status);
      this.save();
    });
  }

  /** Keeps the state without telling the windows: the same sounds. */
  save(): void {
    const { present } = this;
    const { position, sentence, record } = this.#narrator;
    if (present && position) present.position = position;
    const session = { items: this.items, status: this.#status, error: this.#error?.data, ask: this.#ask, sentence, ...record };
    this.#stored = this.#stored.then(() => savePlayer(session));
  }

  #describe(): PlayerState {
    const { guard = [], guardUsage } = this.present ?? {};
    return {
      status: this.#status,
      queue: this.items.map(({ item }) => item),
      ...(this.present ? this.#narrator.describe() : {}),
      ...(guard.length > 0 ? { guard } : {}),
      ...(guardUsage ? { guardUsage } : {}),
      ...(this.#ask ? { ask: this.#ask } : {}),
      ...(this.#saving ? { saving: this.#saving } : {}),
      ...(this.#error ? { error: this.#error.data } : {}),
    };
  }
}
