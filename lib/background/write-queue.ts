import { type AppErrorData, toAppError } from '~/lib/shared/app-error';

/**
 * Writes one after the other, in the order they came. One that fails stays the first, and is tried again before whatever comes
 * after it: once there is room again nothing is missing. Writes must bear being made twice.
 */
export class WriteQueue {
  readonly #waiting: (() => Promise<void>)[] = [];
  readonly #tell: (problem: AppErrorData | undefined) => void;
  #writing: Promise<void> = Promise.resolve();
  #failed = false;

  /** @param tell is given what is wrong when a write fails the first time, and `undefined` once all of them are made after all */
  constructor(tell: (problem: AppErrorData | undefined) => void) {
    this.#tell = tell;
  }

  /** Something waits that could not be written. */
  get failed(): boolean {
    return this.#failed;
  }

  add(write: () => Promise<void>): void {
    this.#waiting.push(write);
    void this.settle();
  }

  /** Resolves when everything so far is written, or has failed to be. */
  settle(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** What waits need not be written any more. */
  drop(): void {
    this.#waiting.length = 0;
  }

  async #write(): Promise<void> {
    // What was given up has not been written by having nothing left to write.
    if (this.#waiting.length === 0) return;
    try {
      for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
        await next();
        if (this.#waiting[0] === next) this.#waiting.shift();
      }
    } catch (thrown) {
      this.#note(toAppError(thrown).data);
      return;
    }
    this.#note(undefined);
  }

  #note(problem: AppErrorData | undefined): void {
    // A database that a newer version has written will not take it later either.
    if (problem?.code === 'storage-newer') this.drop();
    if (this.#failed === (problem !== undefined)) return;
    this.#failed = problem !== undefined;
    this.#tell(problem);
  }
}
