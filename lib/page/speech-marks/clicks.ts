import { unclobbered } from '../unclobbered';
import { type TextPlace, textAt } from './caret';

/** Milliseconds in which a second click makes it a double click, which selects a word. */
const DOUBLE_CLICK = 280;

/** What does something of its own when it is clicked. */
const INTERACTIVE = [
  'a[href]', 'area', 'button', 'input', 'select', 'textarea', 'option', 'label', 'summary', 'audio', 'video', 'iframe', 'embed', 'object',
  ...['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'menuitem', 'option', 'slider', 'spinbutton', 'textbox', 'searchbox', 'combobox', 'treeitem', 'gridcell'].map((role) => `[role="${role}"]`),
  '[contenteditable]:not([contenteditable="false"])', '[onclick]',
].join(', ');

/** Calls `onClick` with the text that the reader clicks, and does nothing else: the page gets every click as it was. */
export class TextClicks {
  readonly #onClick: (place: TextPlace) => void;
  readonly #watched = new Map<Document, AbortController>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onClick: (place: TextPlace) => void) {
    this.#onClick = onClick;
  }

  /** Listens in these documents. */
  watch(documents: Iterable<Document>): void {
    for (const document of documents) {
      if (this.#watched.has(document)) continue;
      const watching = new AbortController();
      this.#watched.set(document, watching);
      // At the window, and last: whoever in the page has made a click their own has said so by then.
      document.defaultView?.addEventListener('click', (event) => this.#onDomClick(document, event), { signal: watching.signal });
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const watching of this.#watched.values()) watching.abort();
    this.#watched.clear();
  }

  #onDomClick(document: Document, event: MouseEvent): void {
    clearTimeout(this.#timer);
    if (!isPlain(event) || hasSelection(document)) return;
    const path = event.composedPath();
    if (path.some((target) => isInteractive(target, document))) return;
    const place = textAt(document, event.clientX, event.clientY, path.filter((target) => 'host' in target && 'mode' in target) as ShadowRoot[]);
    if (!place) return;
    this.#timer = setTimeout(() => {
      if (!hasSelection(document)) this.#onClick(place);
    }, DOUBLE_CLICK);
  }
}

/** A click of the reader's own hand (no script can make one that is trusted), with the main button and nothing else. */
function isPlain(event: MouseEvent): boolean {
  const { isTrusted, button, detail, defaultPrevented, altKey, ctrlKey, metaKey, shiftKey } = event;
  return isTrusted && button === 0 && detail === 1 && !(defaultPrevented || altKey || ctrlKey || metaKey || shiftKey);
}

function hasSelection(document: Document): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.toString().trim() !== '';
}

function isInteractive(target: EventTarget, document: Document): boolean {
  if (!('nodeType' in target) || target.nodeType !== 1) return false;
  const element = unclobbered(target as Element);
  if (element.matches(INTERACTIVE)) return true;
  // The hand is how pages without roles say so. It is inherited, so that one look at the innermost would do as well.
  return document.defaultView?.getComputedStyle(target as Element).cursor === 'pointer';
}
