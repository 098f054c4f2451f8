import { AppError } from '~/lib/shared/app-error';
import type { AudioClip } from '~/lib/shared/audio-host';
import type { Sounding, SoundingEvents, Tuning } from './sounding';
import { type Synthesis, waitForVoices } from './voices';

export type SystemClip = Extract<AudioClip, { kind: 'system' }>;

/** Milliseconds between two looks at whether the voice still speaks. */
const LOOK = 250;
/** Milliseconds a voice may be silent before its first sound: a speech service may have to start. */
const START = 8_000;
/** Milliseconds a character may take at speed 1: three times what slow voices need. */
const SLOWEST = 250;
/** Milliseconds beside what the characters take. */
const SLACK = 4_000;
/** Voices that speak over the network fall silent beyond this speed (https://issues.chromium.org/issues/40397246). */
const FASTEST_REMOTE = 2;
/** Milliseconds in which changes of speed and volume are taken together: a slider makes many. */
const TUNE = 120;

/**
 * A text spoken by the system. `speechSynthesis` loses utterances and their events in many ways; each is met here: an end
 * that is never told, a voice that hangs. `speechSynthesis.pause()` is not used at all: with speech-dispatcher nothing ever
 * speaks again after it, and elsewhere Chromium loses what was paused for long. A pause cancels the utterance.
 */
export class SpokenClip implements Sounding {
  readonly #synthesis: Synthesis;
  readonly #clip: SystemClip;
  readonly #on: SoundingEvents;
  #tuning: Tuning;
  /** Kept, since Chromium tells nothing more of an utterance that was garbage-collected. */
  #utterance: SpeechSynthesisUtterance | undefined;
  /** Offset at which the utterance begins. */
  #from = 0;
  /** Last offset that the voice told. */
  #at = 0;
  #state: 'new' | 'speaking' | 'paused' | 'over' = 'new';
  #wasTold = false;
  #hasStarted = false;
  /** When the voice gave a sign of life, in milliseconds of the clock that stands while the machine sleeps. */
  #movedAt = 0;
  #silentLooks = 0;
  #wasRepeated = false;
  #watch: ReturnType<typeof setInterval> | undefined;
  #tuneTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(synthesis: Synthesis, clip: SystemClip, tuning: Tuning, on: SoundingEvents) {
    this.#synthesis = synthesis;
    this.#clip = clip;
    this.#tuning = tuning;
    this.#on = on;
  }

  start(): void {
    this.#state = 'speaking';
    void this.#begin();
  }

  pause(): void {
    if (this.#state !== 'speaking') return;
    this.#state = 'paused';
    this.#silence();
  }

  /** Goes on from the last word that the voice told of; from the beginning of the text when it told none. */
  resume(): void {
    this.start();
  }

  tune(tuning: Tuning): void {
    if (tuning.rate === this.#tuning.rate && tuning.volume === this.#tuning.volume) return;
    this.#tuning = tuning;
    if (!this.#utterance) return;
    clearTimeout(this.#tuneTimer);
    this.#tuneTimer = setTimeout(() => {
      // An utterance keeps the speed it began with.
      if (this.#state === 'speaking') void this.#begin();
    }, TUNE);
  }

  stop(): void {
    if (this.#state === 'over') return;
    this.#state = 'over';
    this.#silence();
  }

  #silence(): void {
    clearInterval(this.#watch);
    clearTimeout(this.#tuneTimer);
    if (!this.#utterance) return;
    this.#utterance = undefined;
    this.#synthesis.cancel();
  }

  async #begin(): Promise<void> {
    this.#silence();
    const voices = await waitForVoices(this.#synthesis);
    // Paused, stopped or begun once more meanwhile.
    if (this.#state !== 'speaking' || this.#utterance) return;
    if (voices.length === 0) {
      this.#fail('the system has no voices');
      return;
    }
    this.#from = this.#at;
    const utterance = this.#prepare(voices);
    if (utterance.text.trim() === '') {
      this.#end();
      return;
    }
    this.#utterance = utterance;
    this.#hasStarted = false;
    this.#synthesis.speak(utterance);
    this.#look();
  }

  #prepare(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisUtterance {
    const utterance = new SpeechSynthesisUtterance(this.#clip.text.slice(this.#from));
    // A voice that is no longer there leaves the choice to the browser.
    const voice = voices.find(({ voiceURI }) => voiceURI === this.#clip.voice);
    if (voice) utterance.voice = voice;
    const lang = voice?.lang ?? this.#clip.lang;
    if (lang) utterance.lang = lang;
    utterance.rate = voice?.localService === false ? Math.min(FASTEST_REMOTE, this.#tuning.rate) : this.#tuning.rate;
    utterance.volume = this.#tuning.volume;
    const isPresent = () => this.#utterance === utterance;
    utterance.onstart = () => isPresent() && this.#move(true);
    utterance.onboundary = (event) => {
      if (!isPresent() || event.name === 'sentence') return;
      this.#move(true);
      this.#at = this.#from + event.charIndex;
      this.#on.word(this.#at, event.charLength || undefined);
    };
    utterance.onend = () => isPresent() && this.#end();
    utterance.onerror = ({ error }) => {
      if (!isPresent()) return;
      this.#utterance = undefined;
      if (error === 'interrupted' || error === 'canceled') this.#repeat(error);
      else if (voice) this.#changeVoice();
      else this.#fail(error);
    };
    return utterance;
  }

  /** The voice is there, but cannot: its package was removed, or its network is away. The browser's own may. */
  #changeVoice(): void {
    this.#clip.voice = '';
    this.#clip.lang ??= '';
    void this.#begin();
  }

  #move(hasStarted: boolean): void {
    this.#movedAt = performance.now();
    this.#hasStarted ||= hasStarted;
    if (!hasStarted || this.#wasTold) return;
    this.#wasTold = true;
    this.#on.started();
  }

  /** Looks after the voice from now on. */
  #look(): void {
    clearInterval(this.#watch);
    this.#movedAt = performance.now();
    this.#silentLooks = 0;
    this.#watch = setInterval(() => {
      const { speaking, pending } = this.#synthesis;
      this.#silentLooks = speaking || pending ? 0 : this.#silentLooks + 1;
      if (this.#silentLooks >= 2) {
        // Its end was not told; or it was lost before it began.
        if (this.#hasStarted) this.#end();
        else this.#repeat('the voice did not begin');
      } else if (performance.now() - this.#movedAt > this.#patience()) {
        this.#repeat('the voice fell silent');
      }
    }, LOOK);
  }

  #patience(): number {
    if (!this.#hasStarted) return START;
    return SLACK + ((this.#clip.text.length - this.#at) * SLOWEST) / Math.min(1, this.#tuning.rate || 1) / Math.max(1, this.#tuning.rate);
  }

  /** The same is spoken again, once. */
  #repeat(detail: string): void {
    if (this.#wasRepeated) {
      this.#fail(detail);
      return;
    }
    this.#wasRepeated = true;
    void this.#begin();
  }

  #end(): void {
    this.#state = 'over';
    this.#utterance = undefined;
    clearInterval(this.#watch);
    clearTimeout(this.#tuneTimer);
    this.#on.ended();
  }

  #fail(detail: string): void {
    this.#state = 'over';
    this.#silence();
    this.#on.failed(new AppError('no-voices', { detail }));
  }
}
