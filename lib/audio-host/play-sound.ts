import { AppError } from '~/lib/shared/app-error';
import type { AudioClip } from '~/lib/shared/audio-host';
import type { Sounding, SoundingEvents, Tuning } from './sounding';

/**
 * Milliseconds before its end at which a sound counts as over, so that the next is heard in time: so long an element takes
 * from `play()` to the loudspeaker, longer where it stretches or squeezes the sound (measured with a recording sound server).
 */
const LEAD = 80;
const LEAD_STRETCHED = 95;

/** A sound file, in an element of its own: that keeps the pitch at every speed, and is decoded before its turn comes. */
export class SoundClip implements Sounding {
  readonly #on: SoundingEvents;
  readonly #element = new Audio();
  #url: string | undefined;
  #isStopped = false;
  #isReady = false;
  /** It shall sound now. */
  #isWanted = false;
  #wasTold = false;
  #isOver = false;
  #failure: AppError | undefined;
  #endTimer: ReturnType<typeof setTimeout> | undefined;

  /** `read` gives the file, `undefined` when it is not there. */
  constructor(read: () => Promise<Blob | undefined>, tuning: Tuning, on: SoundingEvents) {
    this.#on = on;
    const element = this.#element;
    element.preload = 'auto';
    element.preservesPitch = true;
    this.tune(tuning);
    element.addEventListener('loadedmetadata', () => {
      if (element.duration === 0) this.#fail(new AppError('empty-answer', { reason: 'silent-audio' }));
    });
    element.addEventListener('playing', () => {
      if (!this.#isWanted) return;
      if (!this.#wasTold) this.#on.started();
      this.#wasTold = true;
      this.#awaitEnd();
    });
    element.addEventListener('timeupdate', () => this.#awaitEnd());
    element.addEventListener('pause', () => {
      // Others may pause it: the browser when another program takes the sound, a headset that is pulled out.
      if (this.#isWanted && !element.ended && !this.#isStopped) this.#on.interrupted();
    });
    element.addEventListener('ended', () => {
      if (element.currentTime > 0) this.#end();
      else this.#fail(new AppError('empty-answer', { reason: 'silent-audio' }));
    });
    element.addEventListener('error', () => this.#fail(new AppError('bad-response', { reason: 'no-audio', detail: element.error?.message ?? '' })));
    void this.#load(read);
  }

  start(): void {
    this.#isWanted = true;
    if (this.#failure) this.#on.failed(this.#failure);
    else if (this.#isReady) this.#play();
  }

  resume(): void {
    this.start();
  }

  pause(): void {
    clearTimeout(this.#endTimer);
    this.#isWanted = false;
    this.#element.pause();
  }

  tune({ rate, volume }: Tuning): void {
    // Loading sets the rate back to the default one.
    this.#element.defaultPlaybackRate = rate;
    this.#element.playbackRate = rate;
    this.#element.volume = volume;
    this.#awaitEnd();
  }

  stop(): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#isWanted = false;
    clearTimeout(this.#endTimer);
    // What is over but for its last milliseconds sounds to its end.
    if (this.#isOver && !this.#element.ended) this.#element.addEventListener('ended', () => this.#release(), { once: true });
    else this.#release();
  }

  #release(): void {
    this.#element.pause();
    this.#element.removeAttribute('src');
    this.#element.load();
    if (this.#url) URL.revokeObjectURL(this.#url);
  }

  /** The clock of the element is not that of timers: looked at again whenever it tells its position. */
  #awaitEnd(): void {
    clearTimeout(this.#endTimer);
    const { duration, currentTime, playbackRate, paused } = this.#element;
    if (!this.#isWanted || paused || !Number.isFinite(duration)) return;
    // Very short sounds would otherwise be over before they are heard.
    const lead = Math.min(playbackRate === 1 ? LEAD : LEAD_STRETCHED, (duration * 250) / playbackRate);
    const left = ((duration - currentTime) * 1_000) / playbackRate - lead;
    if (left <= 1) this.#end();
    else if (left < 1_000) this.#endTimer = setTimeout(() => this.#awaitEnd(), left);
  }

  #end(): void {
    if (this.#isOver || this.#isStopped) return;
    this.#isOver = true;
    this.#isWanted = false;
    this.#on.ended();
  }

  async #load(read: () => Promise<Blob | undefined>): Promise<void> {
    try {
      const file = await read();
      if (this.#isStopped) return;
      if (!file) throw new AppError('storage-failed', { detail: 'the speech is no longer kept' });
      if (file.size === 0) throw new AppError('empty-answer', { reason: 'silent-audio' });
      this.#url = URL.createObjectURL(file);
      this.#element.src = this.#url;
      this.#isReady = true;
      if (this.#isWanted) this.#play();
    } catch (thrown) {
      this.#fail(thrown instanceof AppError ? thrown : new AppError('storage-failed', { detail: String(thrown) }, thrown));
    }
  }

  #play(): void {
    this.#element.play().catch((thrown: unknown) => {
      // A pause, or the end of the list, came before it sounded; what is broken is told by the element itself.
      const { name, message } = thrown as DOMException;
      if (name === 'AbortError' || name === 'NotSupportedError') return;
      this.#fail(new AppError('unexpected', { detail: message }, thrown));
    });
  }

  /** Told when its turn comes. */
  #fail(error: AppError): void {
    if (this.#isStopped || this.#failure) return;
    this.#failure = error;
    if (this.#isWanted) this.#on.failed(error);
  }
}

/** Where the bytes of a clip are. */
export function readSound({ key, data }: Extract<AudioClip, { kind: 'audio' }>, readStored: (key: string) => Promise<Blob | undefined>): () => Promise<Blob | undefined> {
  return async () => {
    if (data === undefined) return readStored(key);
    const [head = '', base64 = ''] = data.split(',', 2);
    const type = /^data:([^;]+);base64$/.exec(head)?.[1];
    if (!type) throw new AppError('bad-message', { detail: 'the address of a sound' });
    return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type });
  };
}
