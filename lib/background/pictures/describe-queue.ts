import { AppError, type AppErrorData, type ErrorCode, toAppError } from '~/lib/shared/app-error';
import type { PagePicture } from '~/lib/shared/picture';
import { DescriptionBlocked } from '../guard/check-description';
import { keepAliveDuring } from '../keepalive';
import type { Platform } from '../platform';
import { describePicture, type PreparedPicture, preparePicture } from './describe-picture';
import type { DescribeSetup } from './prepare-describing';
import { ServerPause } from './server-pause';
import type { TabPictures } from './tab-pictures';

/** Pictures that are worked on at a time. */
const AT_A_TIME = 3;
/** Further pictures that are prepared meanwhile, so that the server need not wait for them. */
const AHEAD = 3;

export interface Job {
  about: PagePicture;
  setup: DescribeSetup;
}

/** What would meet every further picture of the page too. */
export const MEETS_ALL: readonly ErrorCode[] = [
  'page-forbidden', 'page-permission', 'page-closed', 'page-navigated', 'page-discarded', 'page-not-text', 'needs-model', 'no-key',
  'bad-key', 'no-credits', 'daily-limit', 'rate-limited', 'model-unknown', 'no-vision', 'model-unavailable', 'origin-refused', 'server-unreachable',
  'offline', 'bad-base-url',
];
/** Pixels that can perhaps be had in ways that move the page, or from the server's side. */
const TRY_REVEALING: readonly ErrorCode[] = ['image-unreachable', 'image-permission', 'image-broken'];

/** A picture whose turn it is, or will be. */
interface Turn {
  job: Job;
  mayReveal: boolean;
  prepared: Promise<PreparedPicture>;
}

/** Describes the pictures of one tab, three at a time. Those that must be brought into sight come last. */
export class DescribeQueue {
  readonly #platform: Platform;
  readonly #tab: TabPictures;
  readonly #waiting: Job[] = [];
  /** Taken from those that wait, in the same order. */
  readonly #ahead: Turn[] = [];
  readonly #revealing: Job[] = [];
  #working = 0;
  #workingQuietly = 0;
  #controller = new AbortController();
  readonly #pause = new ServerPause();
  #revealed: Promise<unknown> = Promise.resolve();
  #end: (() => void) | undefined;

  constructor(platform: Platform, tab: TabPictures) {
    this.#platform = platform;
    this.#tab = tab;
  }

  /** Adds pictures; those under way are left to be. */
  add(setup: DescribeSetup, pictures: readonly PagePicture[]): void {
    const fresh = pictures.filter(({ id }) => !this.#tab.isUnfinished(id));
    if (fresh.length === 0) return;
    this.#waiting.push(...fresh.map((about) => ({ about, setup })));
    this.#tab.change(...fresh.map(({ id }) => ({ id, state: 'waiting' as const })));
    if (!this.#end) void keepAliveDuring(new Promise<void>((resolve) => (this.#end = resolve)));
    this.#fill();
  }

  /** Ends everything under way; what is described is kept. With an error, that is why. */
  stop(error?: AppErrorData): void {
    this.#controller.abort(new AppError('cancelled'));
    this.#controller = new AbortController();
    this.#waiting.length = 0;
    this.#ahead.length = 0;
    this.#revealing.length = 0;
    this.#tab.endUnfinished(error);
  }

  #fill(): void {
    while (this.#working < AT_A_TIME) {
      const turn = this.#ahead.shift() ?? this.#takeQuiet() ?? this.#takeRevealing();
      if (!turn) break;
      void this.#work(turn);
    }
    while (this.#ahead.length < AHEAD) {
      const turn = this.#takeQuiet();
      if (!turn) break;
      this.#ahead.push(turn);
    }
    if (this.#working > 0) return;
    this.#end?.();
    this.#end = undefined;
  }

  #takeQuiet(): Turn | undefined {
    const job = this.#waiting.shift();
    return job && this.#begin(job, false);
  }

  #takeRevealing(): Turn | undefined {
    const job = this.#workingQuietly === 0 ? this.#revealing.shift() : undefined;
    return job && this.#begin(job, true);
  }

  #begin(job: Job, mayReveal: boolean): Turn {
    const { signal } = this.#controller;
    const get = () => preparePicture(this.#platform, this.#tab, job, { reveal: mayReveal, address: mayReveal }, signal);
    const prepared = mayReveal ? this.#inTurn(get) : get();
    // Whoever takes the turn hears of the error.
    prepared.catch(() => undefined);
    return { job, mayReveal, prepared };
  }

  async #work(turn: Turn): Promise<void> {
    const { signal } = this.#controller;
    this.#working++;
    if (!turn.mayReveal) this.#workingQuietly++;
    try {
      await this.#describe(turn, signal);
    } catch (thrown) {
      if (!signal.aborted) this.#fail(turn, toAppError(thrown));
    }
    this.#working--;
    if (!turn.mayReveal) this.#workingQuietly--;
    this.#fill();
  }

  async #describe({ job, prepared }: Turn, signal: AbortSignal): Promise<void> {
    this.#tab.change({ id: job.about.id, state: 'working' });
    const item = await describePicture(this.#platform, this.#tab, job, await prepared, signal, {
      mayAsk: () => this.#pause.over(signal),
      pauses: (error, times) => this.#pause.heed(error, times),
    });
    if (!signal.aborted) this.#tab.change(item);
  }

  #fail({ job, mayReveal }: Turn, error: AppError): void {
    const { id } = job.about;
    if (!mayReveal && TRY_REVEALING.includes(error.code)) {
      this.#revealing.push(job);
      return this.#tab.change({ id, state: 'waiting' });
    }
    const found = error instanceof DescriptionBlocked ? { guard: [...error.notes] } : {};
    this.#tab.change({ id, state: 'failed', error: error.data, ...found });
    if (MEETS_ALL.includes(error.code)) this.stop();
  }

  /** The page can be moved to one picture at a time. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#revealed.then(work);
    this.#revealed = result.catch(() => undefined);
    return result;
  }
}
