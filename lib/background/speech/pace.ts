/** Characters a second that a voice is taken to speak at speed 1 until it was heard. */
const USUAL_PACE = 15;
/** Weight of what was heard last. */
const LATEST = 0.3;
/** A sentence shorter than this tells little: silence at its ends counts for too much. */
const SHORTEST = 20;

/** How fast voices speak at speed 1, learned while they do. */
export class Pace {
  readonly #known: Map<string, number>;

  constructor(known: Record<string, number> = {}) {
    this.#known = new Map(Object.entries(known));
  }

  /** Takes note of what a voice took for a text. */
  learn(voice: string, characters: number, seconds: number): void {
    if (characters < SHORTEST || seconds <= 0) return;
    const heard = Math.min(60, Math.max(3, characters / seconds));
    const before = this.#known.get(voice);
    this.#known.set(voice, before === undefined ? heard : before + LATEST * (heard - before));
  }

  /** Seconds that a voice will take. */
  seconds(voice: string, characters: number, rate: number): number {
    return characters / (this.#known.get(voice) ?? USUAL_PACE) / rate;
  }

  /** For storage. */
  get record(): Record<string, number> {
    return Object.fromEntries(this.#known);
  }
}
