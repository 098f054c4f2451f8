type Listener = () => void;

/**
 * The growing text of a run, outside of any component's state: a piece that arrives wakes only who shows this text.
 * Pieces are kept apart and joined when the whole is asked for, so that appending costs what is new.
 */
export class RunText {
  #pieces: string[];
  /** Rises when the text is no continuation of what it was: readers start over. */
  #edition = 0;
  #length: number;
  readonly #listeners = new Set<Listener>();

  constructor(text = '') {
    this.#pieces = text ? [text] : [];
    this.#length = text.length;
  }

  /** UTF-16 units. */
  get length(): number {
    return this.#length;
  }

  /** The whole text. */
  snapshot(): string {
    if (this.#pieces.length > 1) this.#joined = { count: this.#pieces.length, text: this.#pieces.join('') };
    return this.#joined?.count === this.#pieces.length ? this.#joined.text : (this.#pieces[0] ?? '');
  }
  #joined: { count: number; text: string } | undefined;

  append(piece: string): void {
    if (!piece) return;
    this.#pieces.push(piece);
    this.#length += piece.length;
    this.#notify();
  }

  /** Makes `text` the whole text. One that begins with the present text goes on from there. */
  replace(text: string): void {
    const present = this.snapshot();
    if (text === present) return;
    if (text.startsWith(present)) return this.append(text.slice(present.length));
    this.#pieces = text ? [text] : [];
    this.#joined = undefined;
    this.#length = text.length;
    this.#edition++;
    this.#notify();
  }

  /** Called after every change; returns how to stop that. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A cursor at the beginning of the text. */
  reader(): RunTextReader {
    let edition = this.#edition;
    let next = 0;
    return {
      read: () => {
        const restarted = edition !== this.#edition;
        if (restarted) {
          edition = this.#edition;
          next = 0;
        }
        const text = next === this.#pieces.length - 1 ? (this.#pieces[next] ?? '') : this.#pieces.slice(next).join('');
        next = this.#pieces.length;
        return { text, restarted };
      },
    };
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

export interface RunTextReader {
  /** What came since the last call. `restarted`: forget all that came before it. */
  read(): { text: string; restarted: boolean };
}
