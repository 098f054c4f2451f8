import { documentOf, original, rootOf, unclobbered, viewOf } from '../unclobbered';

/**
 * Puts the reader's place in the page at a passage: screen readers go where the focus goes, `Tab` and caret browsing go on
 * from there. What holds the passage takes no focus by itself; it may for as long as it has it.
 */
export class PassageFocus {
  #leave: (() => void) | undefined;

  go(range: Range): void {
    this.close();
    const element = blockOf(range.startContainer);
    if (element) this.#focus(element);
    const selection = viewOf(range.startContainer)?.getSelection();
    // What the reader has selected stays so.
    if (selection?.isCollapsed !== false) selection?.collapse(range.startContainer, range.startOffset);
  }

  /** Leaves nothing behind. */
  close(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  #focus(element: HTMLElement): void {
    const isThere = () => unclobbered((rootOf(element) as Document | ShadowRoot).activeElement) === element;
    element.focus({ preventScroll: true });
    if (isThere() || element.hasAttribute('tabindex')) return;
    element.setAttribute('tabindex', '-1');
    element.focus({ preventScroll: true });
    const left = new AbortController();
    this.#leave = () => {
      left.abort();
      element.removeAttribute('tabindex');
    };
    // A window that loses the keyboard keeps its place.
    element.addEventListener('blur', () => !isThere() && this.close(), { signal: left.signal });
    // Behind a dialog, nothing takes the focus.
    if (!isThere()) this.close();
  }
}

/** The paragraph, item, cell or other box that a text stands in; undefined for one that stands in none but the page. */
function blockOf(text: Node): HTMLElement | undefined {
  const view = viewOf(text);
  let element = unclobbered(text.parentElement);
  while (view && element && /^(inline|contents|ruby)/.test(view.getComputedStyle(original(element)).display)) element = unclobbered(element.parentElement);
  return element && element !== documentOf(text).body && element !== documentOf(text).documentElement ? element : undefined;
}
