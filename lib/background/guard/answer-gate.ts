import { decide } from '~/lib/guard/policy';
import type { CheckpointPolicy, GuardError, GuardNote, Hazard, Verdict } from '~/lib/shared/guard';
import { completeLength } from './cut-paragraphs';

/** What was found of a part, and why nothing could be, where something failed. */
interface Judged {
  verdict: Verdict;
  error?: GuardError;
}

interface AnswerGateOptions {
  policy: CheckpointPolicy;
  /** Those that count. */
  hazards: readonly Hazard[];
  /** Length of the run's text that needs no judging: of an answer that is continued. */
  start: number;
  /** What follows there: it is shown already, and has not been judged. */
  unjudged: string;
  /** Gives a verdict, whatever happens; throws only when it is to stop. */
  judge(text: string): Promise<Judged>;
  /** Adds to the answer that windows and the journal have. */
  show(text: string): void;
  /** Called for every part that is not simply safe. */
  note(note: GuardNote): void;
  /** Called for every part that stays: length of the run's text up to its end. */
  onJudged(end: number): void;
  /** Called once, as soon as nothing further will be shown. */
  onBlocked(): void;
}

/**
 * The checkpoint of an answer while it streams. With `block` a text is held until its paragraph has passed; with `warn` it
 * is shown at once, and what is unsafe is noted with its place. Paragraphs that end while a verdict is under way are judged
 * together next, so that each is judged once and a slow guard is asked seldom.
 */
export class AnswerGate {
  readonly #options: AnswerGateOptions;
  /** Not judged yet. */
  #waiting: string;
  /** Length of the run's text up to what waits. */
  #judgedTo: number;
  /** Length of what is shown already of what waits. */
  #shown: number;
  #judging: Promise<void> | undefined;
  #isBlocked = false;
  readonly #verdicts: Verdict[] = [];

  constructor(options: AnswerGateOptions) {
    this.#options = options;
    this.#judgedTo = options.start;
    this.#waiting = options.unjudged;
    this.#shown = options.unjudged.length;
  }

  /** An unsafe part was found, and nothing further is shown. */
  get isBlocked(): boolean {
    return this.#isBlocked;
  }

  /** What was found of the parts, in their order. */
  get verdicts(): readonly Verdict[] {
    return this.#verdicts;
  }

  add(text: string): void {
    if (this.#isBlocked || text === '') return;
    this.#waiting += text;
    if (!this.#holds) {
      this.#shown += text.length;
      this.#options.show(text);
    }
    // Whoever ends the answer hears of what went wrong.
    if (!this.#judging) this.#judgeComplete()?.catch(() => undefined);
  }

  /** Resolves when all of the answer has been judged, or it is blocked. Throws what `judge` throws. */
  async end(): Promise<void> {
    await this.#judging;
    if (this.#waiting && !this.#isBlocked) await this.#judgeNext(this.#waiting.length);
  }

  get #holds(): boolean {
    return this.#options.policy.action === 'block';
  }

  #judgeComplete(): Promise<void> | undefined {
    const length = completeLength(this.#waiting);
    if (length === 0 || this.#isBlocked) return undefined;
    this.#judging = this.#judgeNext(length).then(() => {
      this.#judging = undefined;
      return this.#judgeComplete();
    });
    return this.#judging;
  }

  async #judgeNext(length: number): Promise<void> {
    const text = this.#waiting.slice(0, length);
    this.#waiting = this.#waiting.slice(length);
    const start = this.#judgedTo;
    const shown = Math.min(this.#shown, length);
    this.#judgedTo += length;
    this.#shown -= shown;
    // Blank lines say nothing.
    const { verdict, error }: Judged = text.trim() ? await this.#options.judge(text) : { verdict: { kind: 'safe' } };
    this.#verdicts.push(verdict);
    const outcome = decide(this.#options.policy, verdict, this.#options.hazards);
    const note: GuardNote = { checkpoint: 'answer', verdict, outcome, ...(error ? { error } : {}) };
    if (outcome === 'blocked') {
      this.#isBlocked = true;
      this.#waiting = '';
      this.#options.note(shown > 0 ? { ...note, range: rangeOf(text.slice(0, shown), start) } : note);
      return this.#options.onBlocked();
    }
    if (shown < length) this.#options.show(text.slice(shown));
    if (outcome === 'warned' || verdict.kind === 'unknown') this.#options.note({ ...note, range: rangeOf(text, start) });
    this.#options.onJudged(start + length);
  }
}

/** Where a part stands, without the blank space around it. */
function rangeOf(text: string, start: number): NonNullable<GuardNote['range']> {
  return { start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length };
}
