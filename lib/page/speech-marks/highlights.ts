import { contrast, readColour, WHITE } from '../colours';
import { adoptStyles, dropStyles } from './highlight-styles';

/** What is marked: the sentence that is read, and the word in it. */
export type Marking = 'sentence' | 'word';

/** Contrast with white above which a text is dark, and so stands on something light. */
const DARK_TEXT = 4;
/** A word is painted over its sentence. */
const PRIORITY: Record<Marking, number> = { sentence: 0, word: 1 };

/** A window that may know the CSS Custom Highlight API. A frame has one of its own, as it has its own registry. */
type HighlightWindow = Window & Pick<typeof globalThis, 'Highlight' | 'CSS' | 'CSSStyleSheet'>;

/**
 * Marks passages by the CSS Custom Highlight API: neither elements nor attributes of the page change. The page's own
 * highlights stay; no list of them is asked for, as Firefox hands no iterators over to a content script.
 */
export class Highlights {
  /** The registered names, by window. */
  readonly #registered = new Map<HighlightWindow, Set<string>>();

  /** Marks these ranges, and nothing else any more, as sentence or as word. False when this browser cannot. */
  show(marking: Marking, ranges: readonly Range[]): boolean {
    const groups = new Map<HighlightWindow, Map<string, Range[]>>();
    for (const range of ranges) {
      const view = range.startContainer.ownerDocument?.defaultView as HighlightWindow | null | undefined;
      if (!view?.Highlight || !view.CSS?.highlights) continue;
      const names = groups.get(view) ?? new Map<string, Range[]>();
      groups.set(view, names);
      const name = nameOf(marking, range, view);
      names.set(name, [...(names.get(name) ?? []), range]);
      adoptStyles(range.startContainer.getRootNode(), view);
    }
    this.clear(marking, groups);
    for (const [view, names] of groups)
      for (const [name, marked] of names) {
        const highlight = new view.Highlight(...marked);
        highlight.priority = PRIORITY[marking];
        view.CSS.highlights.set(name, highlight);
        const registered = this.#registered.get(view) ?? new Set();
        this.#registered.set(view, registered.add(name));
      }
    return groups.size > 0;
  }

  /** Takes away what is marked, but for names that are about to be set anew. */
  clear(marking: Marking, kept?: ReadonlyMap<HighlightWindow, ReadonlyMap<string, unknown>>): void {
    for (const [view, registered] of this.#registered)
      for (const name of registered) {
        if (!name.startsWith(PREFIX + marking) || kept?.get(view)?.has(name)) continue;
        view.CSS.highlights.delete(name);
        registered.delete(name);
      }
  }

  /** Takes away everything, styles included. */
  close(): void {
    this.clear('sentence');
    this.clear('word');
    this.#registered.clear();
    dropStyles();
  }
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
