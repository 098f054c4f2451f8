type Listener = () => void;

/** Values by id, outside of any component's state: a change wakes only who shows that id, so a list of thousands stays calm. */
export class KeyedStore<V> {
  readonly #values = new Map<string, V>();
  readonly #listeners = new Map<string, Set<Listener>>();

  get(id: string): V | undefined {
    return this.#values.get(id);
  }

  has(id: string): boolean {
    return this.#values.has(id);
  }

  entries(): [string, V][] {
    return [...this.#values];
  }

  /** Undefined takes the value away. */
  set(id: string, value: V | undefined): void {
    if (this.#values.get(id) === value) return;
    if (value === undefined) this.#values.delete(id);
    else this.#values.set(id, value);
    for (const listener of [...(this.#listeners.get(id) ?? [])]) listener();
  }

  clear(): void {
    for (const id of [...this.#values.keys()]) this.set(id, undefined);
  }

  /** Called after every change of this id's value; returns how to stop that. */
  subscribe(id: string, listener: Listener): () => void {
    const known = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, known.add(listener));
    return () => {
      known.delete(listener);
      if (known.size === 0) this.#listeners.delete(id);
    };
  }
}
