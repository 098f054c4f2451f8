import type { Links } from 'marked';
import { noLinks } from './lexer';

const LABEL = /\[((?:\\.|[^[\]\\])+)\]/g;

/**
 * The `[label]: address` definitions of an answer. They may stand after the text that refers to them, so text
 * already drawn can ask to be told when a label gets its address.
 */
export class LinkDefinitions {
  /** As marked reads and writes them. */
  readonly known: Links = noLinks();
  readonly #defined = new Set<string>();
  readonly #watchers = new Map<string, Set<() => void>>();

  /** Labels in the source that could become links once they are defined. */
  undefinedIn(source: string): string[] {
    if (!source.includes('[')) return [];
    const labels = new Set<string>();
    for (const match of source.matchAll(LABEL)) labels.add(normalize(match[1] ?? ''));
    return [...labels].filter((label) => !this.#defined.has(label));
  }

  isDefined(label: string): boolean {
    return this.#defined.has(label);
  }

  /** Calls `redraw` once one of the labels is defined; returns how to stop that. */
  watch(labels: readonly string[], redraw: () => void): () => void {
    for (const label of labels) {
      const watchers = this.#watchers.get(label) ?? new Set();
      this.#watchers.set(label, watchers.add(redraw));
    }
    return () => {
      for (const label of labels) this.#watchers.get(label)?.delete(redraw);
    };
  }

  announce(tags: readonly string[]): void {
    for (const tag of tags) {
      const label = normalize(tag);
      this.#defined.add(label);
      for (const redraw of this.#watchers.get(label) ?? []) redraw();
      this.#watchers.delete(label);
    }
  }
}

function normalize(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}
