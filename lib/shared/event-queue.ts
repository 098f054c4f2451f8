import { AppError, type AppErrorData } from './app-error';

/** What says that a sequence of replies is over. */
type End = { type: 'end' } | { type: 'error'; error: AppErrorData };

/** Replies that come as events, for one reader who takes them in order. */
export class EventQueue<R extends { type: string }> {
  readonly #replies: (R | End)[] = [];
  #broken = false;
  #wake = () => {};

  push(reply: R | End): void {
    this.#replies.push(reply);
    this.#wake();
  }

  /** Nothing more will come. */
  break(): void {
    this.#broken = true;
    this.#wake();
  }

  /**
   * Yields replies up to `end`. Throws the error that the sequence ends with, the signal's reason, and, once there is nothing
   * more in a broken one, `unexpected` with `detail`.
   */
  async *read(signal: AbortSignal, detail: string): AsyncGenerator<R> {
    const tell = () => this.#wake();
    signal.addEventListener('abort', tell);
    try {
      for (;;) {
        signal.throwIfAborted();
        const reply = this.#replies.shift();
        if (isEnd(reply)) {
          if (reply.type === 'error') throw AppError.fromData(reply.error);
          return;
        }
        if (reply) yield reply;
        else if (this.#broken) throw new AppError('unexpected', { detail });
        else await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    } finally {
      signal.removeEventListener('abort', tell);
    }
  }
}

function isEnd(reply: { type: string } | undefined): reply is End {
  return reply?.type === 'end' || reply?.type === 'error';
}
