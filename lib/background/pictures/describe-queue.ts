import { AppError, type AppErrorData, type ErrorCode, toAppError } from '~/lib/shared/app-error';
import type { PagePicture } from '~/lib/shared/picture';
import { keepAliveDuring } from '../keepalive';
import type { Platform } from '../platform';
import { waitUntil } from '../wait-until';
import { describePicture } from './describe-picture';
import type { DescribeSetup } from './prepare-describing';
import type { TabPictures } from './tab-pictures';

/** Pictures that are worked on at a time. */
const AT_A_TIME = 3;
/** Times one picture waits for a server that asks to, and milliseconds it waits when the server does not say how long. */
const MOST_WAITS = 6;
const USUAL_WAIT = 5_000;
const LONGEST_WAIT = 120_000;

export interface Job {
  about: PagePicture;
  setup: DescribeSetup;
}

/** What would meet every further picture too. */
const MEETS_ALL: readonly ErrorCode[] = [
  'page-forbidden', 'page-permission', 'page-closed', 'page-navigated', 'page-discarded', 'page-not-text', 'needs-model', 'no-key',
  'bad-key', 'no-credits', 'rate-limited', 'model-unknown', 'no-vision', 'model-unavailable', 'origin-refused', 'server-unreachable',
  'offline', 'bad-base-url',
];
/** Pixels that can perhaps be had in ways that move the page, or from the server's side. */
const TRY_REVEALING: readonly ErrorCode[] = ['image-unreachable', 'image-permission', 'image-broken'];

/** Describes the pictures of one tab, three at a time. Those that must be brought into sight come last. */
export class DescribeQueue {
  readonly #platform: Platform;
  readonly #tab: TabPictures;
  readonly #waiting: Job[] = [];
  readonly #revealing: Job[] = [];
  #active = 0;
  #activeQuiet = 0;
  #controller = new AbortController();
  /** Milliseconds since 1970: until then the server wants no request. */
  #pausedUntil = 0;
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
    this.#revealing.length = 0;
    this.#tab.endUnfinished(error);
  }

  #fill(): void {
    while (this.#active < AT_A_TIME) {
      const quiet = this.#waiting.shift();
      const job = quiet ?? (this.#activeQuiet === 0 ? this.#revealing.shift() : undefined);
      if (!job) break;
      void this.#work(job, !quiet);
    }
    if (this.#active > 0) return;
    this.#end?.();
    this.#end = undefined;
  }

  async #work(job: Job, mayReveal: boolean): Promise<void> {
    const { signal } = this.#controller;
    this.#active++;
    if (!mayReveal) this.#activeQuiet++;
    try {
      await this.#describe(job, mayReveal, signal);
    } catch (thrown) {
      if (!signal.aborted) this.#fail(job, mayReveal, toAppError(thrown));
    }
    this.#active--;
    if (!mayReveal) this.#activeQuiet--;
    this.#fill();
  }

  async #describe(job: Job, mayReveal: boolean, signal: AbortSignal): Promise<void> {
    const { id } = job.about;
    this.#tab.change({ id, state: 'working' });
    const item = await describePicture(this.#platform, this.#tab, job, mayReveal, signal, {
      inTurn: (work) => this.#inTurn(work),
      mayAsk: () => waitUntil(() => this.#pausedUntil, signal),
      pauses: (error, times) => this.#pause(error, times),
    });
    if (!signal.aborted) this.#tab.change(item);
  }

  #fail(job: Job, mayReveal: boolean, error: AppError): void {
    const { id } = job.about;
    if (!mayReveal && TRY_REVEALING.includes(error.code)) {
      this.#revealing.push(job);
      return this.#tab.change({ id, state: 'waiting' });
    }
    this.#tab.change({ id, state: 'failed', error: error.data });
    if (MEETS_ALL.includes(error.code)) this.stop();
  }

  /** All wait as long as the server asks one to; whether it is worth to ask again. */
  #pause({ code, data }: AppError, times: number): boolean {
    if (code !== 'rate-limited' || times >= MOST_WAITS) return false;
    const asked = data.retryAfter === undefined ? USUAL_WAIT : data.retryAfter * 1_000;
    this.#pausedUntil = Math.max(this.#pausedUntil, Date.now() + Math.min(asked, LONGEST_WAIT));
    return true;
  }

  /** The page can be moved to one picture at a time. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#revealed.then(work);
    this.#revealed = result.catch(() => undefined);
    return result;
  }
}
