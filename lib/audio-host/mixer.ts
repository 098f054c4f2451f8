/** Where elements sound, if not each by itself. */
export interface Outlet {
  /** It will be needed soon. */
  wake(): void;
  /** An element that was given back, to be taken anew at once; undefined when there is none, or the outlet does not run. */
  reuse(): HTMLAudioElement | undefined;
  /**
   * Leads an element's sound through the outlet, for good. `onLost` is called when nothing more is heard of it there, and
   * the element is of no use any more.
   * @returns gives it back, empty; undefined when the outlet does not run: then the element sounds by itself
   */
  take(element: HTMLAudioElement, onLost: () => void): (() => void) | undefined;
}

/** Milliseconds between two looks at whether the output still runs, and is still needed. */
const LOOK = 1_000;
/** Looks at which its clock may stand still. */
const STILL = 2;
/** Looks without any sound after which it rests. */
const IDLE = 10;

/**
 * One output for all sounds, which runs on between them. An element of its own opens an output of its own, and 70 to 170 ms
 * pass from `play()` to the loudspeaker; here it is some 10 ms, at every speed (measured with a recording sound server).
 * Volume, speed and pitch stay with the element. Chromium frees an element that an output has taken, and 60 kB with it, only
 * when that output is closed: a few elements are used again and again, and an output that nobody needs is closed. What
 * Chromium loses with the output when a loudspeaker is unplugged, or the
 * sound service ends, is noticed, and told.
 */
export class Mixer implements Outlet {
  #context: AudioContext | undefined;
  /** What was ever taken by the present output. */
  #sources = new Map<HTMLAudioElement, MediaElementAudioSourceNode>();
  readonly #taken = new Map<HTMLAudioElement, () => void>();
  #watch: ReturnType<typeof setInterval> | undefined;
  #clock = 0;
  #stillLooks = 0;
  #idleLooks = 0;

  wake(): void {
    const context = (this.#context ??= this.#open());
    this.#idleLooks = 0;
    if (this.#watch) return;
    this.#stillLooks = 0;
    this.#watch = setInterval(() => this.#look(), LOOK);
    // Elements sound by themselves until it runs.
    context.resume().catch(() => undefined);
  }

  reuse(): HTMLAudioElement | undefined {
    if (this.#context?.state !== 'running') return undefined;
    return [...this.#sources.keys()].find((element) => !this.#taken.has(element));
  }

  take(element: HTMLAudioElement, onLost: () => void): (() => void) | undefined {
    const context = this.#context;
    if (context?.state !== 'running') return undefined;
    const source = this.#sources.get(element) ?? context.createMediaElementSource(element);
    this.#sources.set(element, source);
    source.connect(context.destination);
    this.#taken.set(element, onLost);
    return () => {
      source.disconnect();
      this.#taken.delete(element);
    };
  }

  #open(): AudioContext {
    // A larger buffer: sound must not break up while the browser is busy, and nobody plays an instrument here.
    const context = new AudioContext({ latencyHint: 'playback' });
    const look = () => {
      if (this.#watch && this.#context === context && context.state !== 'running') this.#lose();
    };
    context.addEventListener('error', () => this.#context === context && this.#lose());
    // Its first state is `suspended`, without an event.
    context.addEventListener('statechange', look);
    return context;
  }

  #look(): void {
    const context = this.#context;
    if (!context) return;
    const isSounding = [...this.#taken.keys()].some(({ paused, ended }) => !paused && !ended);
    this.#idleLooks = isSounding ? 0 : this.#idleLooks + 1;
    this.#stillLooks = isSounding && context.currentTime === this.#clock ? this.#stillLooks + 1 : 0;
    this.#clock = context.currentTime;
    if (this.#stillLooks >= STILL) this.#lose();
    else if (this.#idleLooks < IDLE) return;
    else if (this.#taken.size > 0) this.#rest(context);
    else this.#close();
  }

  #rest(context: AudioContext): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
    context.suspend().catch(() => undefined);
  }

  #lose(): void {
    const lost = [...this.#taken.values()];
    this.#close();
    for (const tell of lost) tell();
  }

  #close(): void {
    const context = this.#context;
    this.#context = undefined;
    clearInterval(this.#watch);
    this.#watch = undefined;
    this.#taken.clear();
    this.#sources = new Map();
    if (context && context.state !== 'closed') context.close().catch(() => undefined);
  }
}
