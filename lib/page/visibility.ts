import { createComputedViewer } from './computed-viewer';
import { createDeclaredViewer } from './declared-viewer';

export type HiddenReason = 'hidden' | 'same-colour';

/** What the reader sees of one element. */
export interface ElementView {
  /** Why nothing of the element or below it can be seen; undefined when something can. */
  hides: HiddenReason | undefined;
  /** Whether it stands on lines of its own, where the style says otherwise than the tag. */
  block: boolean | undefined;
  /** As computed; absent where nothing was laid out. */
  style?: CSSStyleDeclaration;
  /** Why the element's own text cannot be seen, though elements within it may be. Decided once an element. */
  hidesText(): HiddenReason | undefined;
  /** Whether a picture that fills the element cannot be seen, though elements within it may be. */
  hidesPicture(): boolean;
}

export interface Viewer {
  viewRoot(element: Element): ElementView;
  view(element: Element, parent: ElementView): ElementView;
}

/**
 * A laid-out document is judged by computed style and geometry; one that was only parsed (a fetched page) by what
 * its attributes declare.
 */
export function createViewer(document: Document): Viewer {
  const view = document.defaultView;
  const laidOut = view !== null && document.documentElement.getBoundingClientRect().width > 0;
  return laidOut ? createComputedViewer(document, view) : createDeclaredViewer();
}
