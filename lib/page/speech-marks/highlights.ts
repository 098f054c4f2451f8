import { contrast, readColour, WHITE } from '../colours';
import { frameOf } from '../pictures/frames';
import { HighlightStyles } from './highlight-styles';

/** What is marked: the sentence that is read, the word in it; a passage that the reader wants to see. */
export type Marking = 'sentence' | 'word' | 'passage';

/** Contrast with white above which a text is dark, and so stands on something light. */
const DARK_TEXT = 4;
/** A word is painted over its sentence, and what was asked for last over both. */
const PRIORITY: Record<Marking, number> = { sentence: 0, word: 1, passage: 2 };

/** A window that may know the CSS Custom Highlight API. A frame has one of its own, as it has its own registry. */
type HighlightWindow = Window & Pick<typeof globalThis, 'Highlight' | 'CSS' | 'CSSStyleSheet'> & { wrappedJSObject?: Pick<typeof globalThis, 'CSS'> };

/**
 * Marks passages by the CSS Custom Highlight API: neither elements nor attributes of the page change. The page's own
 * highlights stay; no list of them is asked for, as Firefox hands no iterators over to a content script.
 */
export class Highlights {
  /** The registered names. Registries, not windows: a frame's window may show a page of another origin by now. */
  readonly #registered = new Map<HighlightRegistry, Set<string>>();
  readonly #styles = new HighlightStyles();

  /** Marks these ranges, and nothing else any more, as sentence or as word. False when this browser cannot. */
  show(marking: Marking, ranges: readonly Range[]): boolean {
    const groups = new Map<HighlightRegistry, Map<string, Highlight>>();
    for (const range of ranges) {
      const view = range.startContainer.ownerDocument?.defaultView as HighlightWindow | null | undefined;
      const registry = view?.Highlight && registryOf(view);
      if (!view || !registry) continue;
      const names = groups.get(registry) ?? new Map<string, Highlight>();
      groups.set(registry, names);
      const name = nameOf(marking, range, view);
      const highlight = names.get(name) ?? new view.Highlight();
      highlight.add(range);
      names.set(name, highlight);
      this.#styles.adopt(range.startContainer.getRootNode(), view);
    }
    this.clear(marking, groups);
    for (const [registry, names] of groups)
      for (const [name, highlight] of names) {
        highlight.priority = PRIORITY[marking];
        registry.set(name, highlight);
        const registered = this.#registered.get(registry) ?? new Set();
        this.#registered.set(registry, registered.add(name));
      }
    return groups.size > 0;
  }

  /** Takes away what is marked, but for names that are about to be set anew. */
  clear(marking: Marking, kept?: ReadonlyMap<HighlightRegistry, ReadonlyMap<string, unknown>>): void {
    for (const [registry, registered] of this.#registered)
      for (const name of registered) {
        if (!name.startsWith(PREFIX + marking) || kept?.get(registry)?.has(name)) continue;
        registry.delete(name);
        registered.delete(name);
      }
  }

  /** Takes away everything, styles included. */
  close(): void {
    for (const marking of Object.keys(PRIORITY) as Marking[]) this.clear(marking);
    this.#registered.clear();
    this.#styles.drop();
  }
}

/**
 * The registry of a window. `CSS` is no object of one window: seen through Firefox's membrane, that of a frame leads to
 * the registry of the page around it, and the frame's own must be asked for without the membrane.
 */
function registryOf(view: HighlightWindow): HighlightRegistry | undefined {
  const isFrame = frameOf(view.document) !== null;
  return ((isFrame && view.wrappedJSObject) || view).CSS?.highlights;
}

const PREFIX = 'docent-';

/** The kind of marking has one name on light and one on dark ground, told by the colour of the text. */
function nameOf(marking: Marking, range: Range, view: Window): string {
  const element = range.startContainer.parentElement;
  const colour = element && readColour(view.getComputedStyle(element).color);
  // What is transparent (a gradient clipped to the letters) tells nothing.
  const isLight = colour && colour[3] > 0.3 && contrast(colour, WHITE) < DARK_TEXT;
  return `${PREFIX}${marking}${isLight ? '-on-dark' : ''}`;
}
