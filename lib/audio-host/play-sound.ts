import { AppError } from '~/lib/shared/app-error';
import type { Outlet } from './mixer';
import type { Sounding, SoundingEvents, Tuning } from './sounding';

/**
 * Milliseconds before its end at which a sound counts as over, so that the next is heard in time: so long an element takes
 * from `play()` to the loudspeaker, longer by itself, and longer still where it stretches or squeezes the sound then
 * (measured with a recording sound server).
 */
const LEAD = { mixed: 6, alone: 80, stretched: 95 };

/** A sound file, in an element that no other has meanwhile: that keeps the pitch at every speed, and is decoded before its turn comes. */
export class SoundClip implements Sounding {
  readonly #on: SoundingEvents;
  readonly #outlet: Outlet | undefined;
  #tuning: Tuning;
  #element: HTMLAudioElement;
  /** Ends what is listened to of the present element. */
  #listening = new AbortController();
  #release: (() => void) | undefined;
  readonly #url: string;
  #isStopped = false;
  /** It shall sound now. */
  #isWanted = false;
  #wasTold = false;
  #isOver = false;
  #failure: AppError | undefined;
  #endTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(file: Blob, tuning: Tuning, on: SoundingEvents, outlet?: Outlet) {
    this.#on = on;
    this.#outlet = outlet;
    this.#tuning = tuning;
    this.#url = URL.createObjectURL(file);
    outlet?.wake();
    this.#element = this.#makeElement();
    this.#enterOutlet();
    if (file.size === 0) this.#fail(new AppError('empty-answer', { reason: 'silent-audio' }));
    else this.#element.src = this.#url;
  }

  start(): void {
    this.#isWanted = true;
    if (this.#failure) this.#on.failed(this.#failure);
    else this.#play();
  }

  resume(): void {
    this.start();
  }

  pause(): void {
    clearTimeout(this.#endTimer);
    this.#isWanted = false;
    this.#element.pause();
  }

  tune(tuning: Tuning): void {
    this.#tuning = tuning;
    this.#tuneElement(this.#element);
    this.#awaitEnd();
  }

  stop(): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#isWanted = false;
    clearTimeout(this.#endTimer);
    const element = this.#element;
    // What is over but for its last milliseconds sounds to its end.
    if (this.#isOver && !element.ended) element.addEventListener('ended', () => this.#letGo(), { once: true });
    else this.#letGo();
  }

  #makeElement(): HTMLAudioElement {
    const element = this.#outlet?.reuse() ?? new Audio();
    element.preload = 'auto';
    element.preservesPitch = true;
    this.#tuneElement(element);
    this.#listening = new AbortController();
    const listen = (name: string, listener: () => void) => element.addEventListener(name, listener, { signal: this.#listening.signal });
    listen('loadedmetadata', () => {
      if (element.duration === 0) this.#fail(new AppError('empty-answer', { reason: 'silent-audio' }));
    });
    listen('playing', () => {
      if (!this.#isWanted) return;
      if (!this.#wasTold) this.#on.started();
      this.#wasTold = true;
      this.#awaitEnd();
    });
    listen('timeupdate', () => this.#awaitEnd());
    listen('pause', () => {
      // Others may pause it: the browser when another program takes the sound, a headset that is pulled out.
      if (this.#isWanted && !element.ended && !this.#isStopped) this.#on.interrupted();
    });
    listen('ended', () => {
      if (element.currentTime > 0) this.#end();
      else this.#fail(new AppError('empty-answer', { reason: 'silent-audio' }));
    });
    listen('error', () => this.#fail(new AppError('bad-response', { reason: 'no-audio', detail: element.error?.message ?? '' })));
    return element;
  }

  #tuneElement(element: HTMLAudioElement): void {
    const { rate, volume } = this.#tuning;
    // Loading sets the rate back to the default one.
    element.defaultPlaybackRate = rate;
    element.playbackRate = rate;
    element.volume = volume;
  }

  #letGo(): void {
    this.#dropElement();
    URL.revokeObjectURL(this.#url);
  }

  #dropElement(): void {
    this.#listening.abort();
    this.#element.pause();
    this.#element.removeAttribute('src');
    this.#element.load();
    // From here on others may have it.
    this.#release?.();
    this.#release = undefined;
  }

  /** The clock of the element is not that of timers: looked at again whenever it tells its position. */
  #awaitEnd(): void {
    clearTimeout(this.#endTimer);
    const { duration, currentTime, playbackRate, paused } = this.#element;
    if (!this.#isWanted || paused || !Number.isFinite(duration)) return;
    const usual = this.#release ? LEAD.mixed : playbackRate === 1 ? LEAD.alone : LEAD.stretched;
    // Very short sounds would otherwise be over before they are heard.
    const lead = Math.min(usual, (duration * 250) / playbackRate);
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

  #enterOutlet(): void {
    this.#release ??= this.#outlet?.take(this.#element, () => this.#changeElement());
  }

  /** The element was lost with its outlet: another one goes on where it stood. */
  #changeElement(): void {
    const { currentTime } = this.#element;
    this.#release = undefined;
    this.#dropElement();
    if (this.#isOver || this.#isStopped) return;
    this.#element = this.#makeElement();
    this.#enterOutlet();
    this.#element.src = this.#url;
    this.#element.currentTime = currentTime;
    if (this.#isWanted) this.#play();
  }

  #play(): void {
    this.#outlet?.wake();
    this.#enterOutlet();
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
