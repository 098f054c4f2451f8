import { wait } from '~/lib/api/watch-time';
import type { AppError } from '~/lib/shared/app-error';

/** Times one request waits for a server that asks to, and milliseconds it waits when the server does not say how long. */
const MOST_WAITS = 6;
const USUAL_WAIT = 5_000;
const LONGEST_WAIT = 120_000;

/** The time in which a server wants no request: all who ask it wait together. */
export class ServerPause {
  /** Milliseconds since 1970. */
  #until = 0;

  /** Ends when the server may be asked; the time may be put off meanwhile. Throws the reason of the abort. */
  async over(signal: AbortSignal): Promise<void> {
    for (let left; (left = this.#until - Date.now()) > 0; ) await wait(left, signal);
    signal.throwIfAborted();
  }

  /** Waits as long as a server asks to; whether it is worth to ask again, `times` errors before this one. */
  heed({ code, data }: AppError, times: number): boolean {
    if (code !== 'rate-limited' || times >= MOST_WAITS) return false;
    const asked = data.retryAfter === undefined ? USUAL_WAIT : data.retryAfter * 1_000;
    this.#until = Math.max(this.#until, Date.now() + Math.min(asked, LONGEST_WAIT));
    return true;
  }
}
