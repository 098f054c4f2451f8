import type { browser } from 'wxt/browser';
import { AppError } from '~/lib/shared/app-error';
import type { Region } from '~/lib/shared/picture';
import type { RegionCommand, RegionTexts } from '~/lib/shared/region-chooser';
import { RegionEvent } from '~/lib/shared/region-event';
import type { RegionKey } from '~/lib/shared/region-keys';

export type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];

/** Milliseconds without a key or a stroke after which nobody is choosing any more. */
const LIMIT = 5 * 60_000;

/** One choice of a region, from the moment it is asked for until the chooser has left the page. */
export class RegionSession {
  /** Aborts when the session is over, however it ends. */
  readonly #over = new AbortController();
  readonly #opened = Promise.withResolvers<void>();
  readonly #ended = Promise.withResolvers<Region | null>();
  #port: Port | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #status = '';
  readonly #onStatus: () => void;

  constructor(onStatus: () => void) {
    this.#onStatus = onStatus;
    // Whoever cares awaits them; a choice that fails before anybody does is no fault of its own.
    this.#opened.promise.catch(() => undefined);
    this.#ended.promise.catch(() => undefined);
  }

  get signal(): AbortSignal {
    return this.#over.signal;
  }

  /** Resolves when the chooser stands in the page; rejects when it ends before that. */
  get opened(): Promise<void> {
    return this.#opened.promise;
  }

  /** The part chosen, or null. Throws `page-navigated` when the page was left, `page-not-text` when nothing can be laid over it. */
  get ended(): Promise<Region | null> {
    return this.#ended.promise;
  }

  /** What is chosen now, in words; empty until the chooser stands in the page. */
  get status(): string {
    return this.#status;
  }

  /** Takes the Port of the script in the page, once, and has it open the chooser. */
  connect(port: Port, texts: RegionTexts): boolean {
    if (this.#port || this.signal.aborted) return false;
    this.#port = port;
    port.onMessage.addListener((message: unknown) => this.#hear(message));
    port.onDisconnect.addListener(() => this.fail(new AppError('page-navigated')));
    this.#post({ type: 'open', texts });
    this.#watchTime();
    return true;
  }

  /** Hands a key to the chooser. */
  steer(key: RegionKey): void {
    this.#post({ type: 'key', key });
  }

  /** Ends it without a choice. */
  close(): void {
    this.#post({ type: 'end' });
    this.#end();
    this.#ended.resolve(null);
  }

  fail(error: AppError): void {
    this.#opened.reject(error);
    this.#ended.reject(error);
    this.#end();
  }

  #hear(message: unknown): void {
    if (this.signal.aborted) return;
    const parsed = RegionEvent.safeParse(message);
    if (!parsed.success) return this.fail(new AppError('bad-message', { detail: 'from the chooser' }, parsed.error));
    const event = parsed.data;
    if (event.type === 'unable') return this.fail(new AppError('page-not-text'));
    if (event.type === 'end') {
      this.#end();
      this.#port?.disconnect();
      this.#ended.resolve(event.region);
      return;
    }
    this.#status = event.status;
    this.#opened.resolve();
    this.#onStatus();
    this.#watchTime();
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#over.abort(new AppError('cancelled'));
    this.#opened.reject(new AppError('cancelled'));
  }

  #watchTime(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), LIMIT);
  }

  #post(command: RegionCommand): void {
    // After a disconnect, which is told a moment later, posting throws.
    try {
      this.#port?.postMessage(command);
    } catch {
      this.fail(new AppError('page-navigated'));
    }
  }
}
