import { AppError } from '~/lib/shared/app-error';
import type { PlayerState } from '~/lib/shared/player';
import type { PlayerSession } from '~/lib/storage/player-session';

/** What the reader is asked before more is sent. */
export type Ask = NonNullable<PlayerState['ask']>;
export type Spent = NonNullable<PlayerState['spent']>;
export type SpendingRecord = PlayerSession['spending'];

/** Thrown where nothing may be sent before the reader has agreed. */
export class MustAsk extends AppError {
  readonly ask: Ask;

  constructor(ask: Ask) {
    super('not-accepted', { host: ask.host });
    this.ask = ask;
  }
}

/** Characters that the estimate of a text may err by: numbers and pictures are said in words. */
const MARGIN = 500;

/** What API voices have read since reading began, and how much more they may. */
export class Spending {
  #spent: Spent = { characters: 0 };
  /** Characters in all, up to which the reader has agreed for the present text; 0 before any answer. */
  #granted = 0;
  /** Characters from which the limit counts: those before were agreed to. */
  #counted = 0;
  /** Characters that were spent when reading last began somewhere. */
  #before = 0;

  /** What the reader has not answered yet: until then nothing more is sent. */
  #open: Ask | undefined;

  get spent(): Spent | undefined {
    return this.#spent.characters > 0 ? this.#spent : undefined;
  }

  /** For storage. */
  get record(): SpendingRecord {
    return { spent: this.#spent, granted: this.#granted, counted: this.#counted };
  }

  restore({ spent, granted, counted }: SpendingRecord): void {
    this.#spent = spent;
    this.#before = spent.characters;
    this.#granted = granted;
    this.#counted = counted;
  }

  /**
   * @param left characters that the present text will come to from here on, `next` among them: those to be sent now
   * @throws MustAsk when the host was never agreed to, or that is more than the reader has agreed to
   */
  check({ left: characters, next }: { left: number; next: number }, about: { host: string; accepted: boolean; limit: number; usdPerMillion: number | undefined }): void {
    const { host, accepted, limit, usdPerMillion } = about;
    const allowed = Math.max(this.#counted + limit, this.#granted);
    // What of the text was made ahead is not counted twice.
    const sum = Math.max(this.#before + characters, this.#spent.characters + next);
    if (!this.#open && accepted && sum <= allowed) return;
    // Sentences are made ready at the same time: the one from which most is left may come last.
    const most = Math.max(characters, this.#open?.characters ?? 0);
    this.#open = { characters: most, host, ...(usdPerMillion === undefined ? {} : { usd: (most * usdPerMillion) / 1_000_000 }) };
    throw new MustAsk(this.#open);
  }

  /** The reader agrees to what was asked. */
  grant({ characters }: Ask, limit: number): void {
    this.#granted = this.#spent.characters + Math.max(limit, characters + characters / 10 + MARGIN);
  }

  /** Another text is read: what the reader agreed to was meant for the one before, and the limit counts anew. */
  leaveText(): void {
    if (this.#granted === 0) return;
    this.#granted = 0;
    this.#counted = this.#spent.characters;
  }

  /** Reading begins anew somewhere: if need be, the reader is asked again. */
  reset(): void {
    this.#open = undefined;
    this.#before = this.#spent.characters;
  }

  add(characters: number, usd: number | undefined): void {
    const sum = usd === undefined ? this.#spent.usd : (this.#spent.usd ?? 0) + usd;
    this.#spent = { characters: this.#spent.characters + characters, ...(sum === undefined ? {} : { usd: sum }) };
  }
}
