import { createContext } from 'preact';
import type { Source } from '~/lib/shared/source';

/**
 * The sources of one answer as its marks see them. They become known after the marks were drawn: then the marks alone are drawn
 * again, not the answer around them.
 */
export class SourceStore {
  #sources: readonly Source[] | undefined;
  #mayCome: boolean;
  #version = 0;
  /** Of several documents, the name of the one that a source stands in. */
  placeOf: (source: Source) => string | undefined = () => undefined;
  readonly #listeners = new Set<() => void>();
  /** Called with the source whose mark was pressed. */
  onPress: (source: Source) => void = () => undefined;

  /** `mayCome`: the answer is still being written, and may name more. */
  constructor(sources: readonly Source[] | undefined, mayCome: boolean) {
    this.#sources = sources;
    this.#mayCome = mayCome;
  }

  update(sources: readonly Source[] | undefined, mayCome: boolean): void {
    if (sources === this.#sources && mayCome === this.#mayCome) return;
    this.#sources = sources;
    this.#mayCome = mayCome;
    this.#version++;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Another one after every change. */
  get version(): number {
    return this.#version;
  }

  /** What a mark of the text stands for: `pending` until it is known, `none` for what is no mark. */
  look(mark: number): Source | 'pending' | 'none' {
    if (!this.#sources) return 'none';
    return this.#sources.find((source) => source.mark === mark) ?? (this.#mayCome ? 'pending' : 'none');
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Of the answer around; absent where a text has no marks. */
export const Sources = createContext<SourceStore | undefined>(undefined);
