import type { Picture } from './images';
import type { ElementView, HiddenReason } from './visibility';

/** A text node the reader can see, as it stood when the page was read. */
export interface SnapText {
  kind: 'text';
  parent: SnapElement;
  text: string;
}

/** An element of the composed tree: shadow roots, slots and same-origin frames are already inlined. */
export interface SnapElement {
  kind: 'element';
  /** Local name, lower case. */
  tag: string;
  /** Class and id, lower case, camelCase split by hyphens: what the vocabulary of the rules is matched against. */
  hint: string;
  /** The live element; only ever read. */
  element: Element;
  parent: SnapElement | null;
  children: SnapNode[];
  /** Starts and ends a line of its own. */
  block: boolean;
  /** What an `<img>` shows. */
  picture?: Picture;
}

export type SnapNode = SnapText | SnapElement;

export interface HiddenText {
  reason: HiddenReason;
  text: string;
  /** The same without blanks between its pieces, where these touch. */
  closed?: string;
}

export interface Snapshot {
  root: SnapElement;
  elements: number;
  /** Characters of visible text, white space included. */
  characters: number;
  /** Characters of those passages that are more than white space. */
  shown: number;
  hidden: HiddenText[];
  /** Words that Unicode tags among the visible text spell. */
  invisible: string[];
  /** `<video>` and `<audio>` in sight, in reading order. */
  players: Element[];
  /** The walk ended early: out of time, or more text than is read of one page. */
  cut: boolean;
  /** Every element in sight, in reading order, for those who ask for it. */
  seen?: SeenElement[];
}

export interface SeenElement {
  snap: SnapElement;
  view: ElementView;
}

export interface SnapshotOptions {
  /** Fill `seen`; elements that hold a picture and no text (SVG, canvas …) then have a place in the tree, too. */
  seen?: boolean;
}

/** An element as it stands, without its children. */
export function makeElement(element: Element, parent: SnapElement | null, block: boolean): SnapElement {
  // SVG's className is no string; `getAttribute` is the same everywhere.
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  const hint = names === ' ' ? '' : names.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
  return { kind: 'element', tag: element.localName, hint, element, parent, children: [], block };
}
