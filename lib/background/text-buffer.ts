import type { TextAddition } from '~/lib/storage/run-store';

/**
 * Gathers what a run gains and hands it on `delay` milliseconds after the first piece, or at `flush`. What is
 * handed on joins exactly on to what was handed on before.
 */
export class TextBuffer {
  readonly #runId: string;
  readonly #delay: number;
  readonly #sink: (addition: TextAddition) => void;
  #at: number;
  #reasoningAt: number;
  #text = '';
  #reasoning = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(run: { id: string; text: string; reasoning: string }, delay: number, sink: (addition: TextAddition) => void) {
    this.#runId = run.id;
    this.#at = run.text.length;
    this.#reasoningAt = run.reasoning.length;
    this.#delay = delay;
    this.#sink = sink;
  }

  add(text: string, reasoning: string): void {
    this.#text += text;
    this.#reasoning += reasoning;
    this.#timer ??= setTimeout(() => this.flush(), this.#delay);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#text && !this.#reasoning) return;
    const addition = {
      runId: this.#runId,
      at: this.#at,
      text: this.#text,
      reasoningAt: this.#reasoningAt,
      reasoning: this.#reasoning,
    };
    this.#at += this.#text.length;
    this.#reasoningAt += this.#reasoning.length;
    this.#text = this.#reasoning = '';
    this.#sink(addition);
  }

  /** The run's texts were emptied; what was not handed on yet is dropped. */
  restart(): void {
    this.#text = this.#reasoning = '';
    this.#at = this.#reasoningAt = 0;
  }
}
