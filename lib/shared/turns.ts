/** Milliseconds that long work holds a thread at a time. */
const TURN_MILLIS = 15;

/**
 * Long work in turns, between which everything else that waits for the thread has its own. Work of usual size is done
 * within the first turn and waits for nothing.
 */
export class Turns {
  readonly #signal: AbortSignal | undefined;
  #end = performance.now() + TURN_MILLIS;

  /** @throws the signal's reason, if it is aborted already */
  constructor(signal?: AbortSignal) {
    signal?.throwIfAborted();
    this.#signal = signal;
  }

  /** The present turn has used its time: call `next`. */
  isOver(): boolean {
    return performance.now() > this.#end;
  }

  /** Lets others have their turn. @throws the signal's reason, once it is aborted */
  async next(): Promise<void> {
    await giveWay();
    this.#signal?.throwIfAborted();
    this.#end = performance.now() + TURN_MILLIS;
  }
}

/** Ends when what waited before has run. A message channel turns around at once; nested timers would wait for 4 ms, or for 1 s in a background tab. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(0);
  });
}
