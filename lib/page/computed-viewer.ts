import { isEmptyShape } from './clip-shape';
import { isBehind } from './closed-details';
import { blend, contrast, flatGradient, readColour, WHITE, type Rgba } from './colours';
import { original } from './unclobbered';
import { isUnreachable, measureText, showsThrough, type PageBox } from './geometry';
import { isBlockTag } from './tags';
import type { ElementView, HiddenReason, Viewer } from './visibility';

/** Text fainter than this share of full opacity cannot be read. */
const FAINT = 0.05;
/** CSS pixels: letters this small are no letters, boxes this small no boxes. */
const TINY_FONT = 2;
const TINY_BOX = 1;
/** A box that clips must leave room for a letter, a frame for a word. */
const TINY_CLIP = 4;
const TINY_FRAME = 12;
/** Contrast ratio below which text and background are one colour to the eye (WCAG asks for 4.5). */
const SAME = 1.15;

interface Context {
  style(element: Element): CSSStyleDeclaration;
  box: PageBox;
  /** Colour of the empty page. */
  canvas: Rgba;
}

/** `undefined`: not looked at yet; `null`: a picture or a gradient, no one colour. */
type Background = Rgba | null | undefined;

class ComputedView implements ElementView {
  hides: HiddenReason | undefined = undefined;
  block: boolean | undefined = undefined;
  opacity = 1;
  fixed = false;
  /** Behind a closed `<details>`: it has no place yet, only a style. */
  closed = false;
  private text: HiddenReason | 'shown' | undefined = undefined;
  private background: Background = undefined;

  private readonly context: Context;
  readonly element: Element;
  private readonly parent: ComputedView | null;
  readonly style: CSSStyleDeclaration;

  constructor(context: Context, element: Element, parent: ComputedView | null, style: CSSStyleDeclaration) {
    this.context = context;
    this.element = element;
    this.parent = parent;
    this.style = style;
  }

  hidesText(): HiddenReason | undefined {
    this.text ??= this.judgeText() ?? 'shown';
    return this.text === 'shown' ? undefined : this.text;
  }

  hidesPicture(): boolean {
    const { style, element } = this;
    if (this.closed || style.visibility !== 'visible' || style.contentVisibility === 'hidden') return true;
    const rect = element.getBoundingClientRect();
    return this.mayBeOutside(rect) && isUnreachable(rect, element, this.context.box, this.fixed);
  }

  /** Where the page stands now, the box begins beyond an edge to which nobody can scroll. Whether that counts is costly to ask. */
  private mayBeOutside(rect: DOMRect): boolean {
    const { box } = this.context;
    return rect.right + box.scrollX <= 0 || rect.bottom + box.scrollY <= 0 || rect.left >= box.width || this.fixed;
  }

  private judgeText(): HiddenReason | undefined {
    const { style, element } = this;
    if (style.visibility !== 'visible' || style.contentVisibility === 'hidden') return 'hidden';
    if (this.closed) return parseFloat(style.fontSize) < TINY_FONT || isFarAway(style) ? 'hidden' : this.isSameColour() ? 'same-colour' : undefined;
    const rect = element.getBoundingClientRect();
    if (element.localName === 'iframe' || element.localName === 'frame') {
      if (rect.width < TINY_FRAME || rect.height < TINY_FRAME || isUnreachable(rect, element, this.context.box, this.fixed)) return 'hidden';
      return undefined;
    }
    if (parseFloat(style.fontSize) < TINY_FONT) return 'hidden';
    const indent = style.textIndent;
    const { box } = this.context;
    const suspect = rect.width <= TINY_BOX || rect.height <= TINY_BOX || rect.right + box.scrollX <= 0 || rect.bottom + box.scrollY <= 0 || rect.left >= box.width || parseFloat(indent) < -40 || parseFloat(indent) > rect.width || indent.endsWith('%');
    if (suspect) {
      // The box says little about overflowing text: only the letters' own place does, and it is costly to ask.
      const letters = measureText(element);
      if (!letters || letters.width <= TINY_BOX || letters.height <= TINY_BOX) return 'hidden';
      if (isUnreachable(letters, element, box, this.fixed)) return 'hidden';
      const indented = parseFloat(indent) !== 0 && style.overflowX !== 'visible';
      if (indented && (letters.right <= rect.left || letters.left >= rect.right)) return 'hidden';
    }
    return this.isSameColour() ? 'same-colour' : undefined;
  }

  private isSameColour(): boolean {
    const { style } = this;
    const fill = readColour(style.webkitTextFillColor || style.color);
    if (!fill) return false;
    const background = this.findBackground();
    if (fill[3] > 0.02) {
      if (!background || contrast(blend(fill, background), background) >= SAME) return false;
    }
    // Letters may be drawn by other means, or stand on a picture that lies behind them.
    if (style.webkitBackgroundClip === 'text' || style.backgroundClip === 'text' || hasVisibleShadow(style.textShadow, background)) return false;
    if (parseFloat(style.webkitTextStrokeWidth) > 0) return false;
    return fill[3] <= 0.02 || !showsThrough(this.element, fill, (element) => this.context.style(element));
  }

  /** What lies behind the element's text, as far as the ancestors paint it. */
  findBackground(): Rgba | null {
    return this.background === undefined ? ComputedView.findBehind(this) : this.background;
  }

  private static findBehind(start: ComputedView): Rgba | null {
    // A page can nest its elements deeper than the stack allows to recurse.
    const glass: [ComputedView, Rgba][] = [];
    let at: ComputedView | null = start;
    for (; at && at.background === undefined; at = at.parent) {
      const own = at.ownBackground();
      if (own && own[3] < 1) glass.push([at, own]);
      else at.background = own;
      if (at.background !== undefined) break;
    }
    let below: Background = at ? at.background : start.context.canvas;
    for (const [view, own] of glass.reverse()) view.background = below = below && own[3] > 0 ? blend(own, below) : below;
    return below ?? null;
  }

  private ownBackground(): Rgba | null {
    const image = this.style.backgroundImage;
    if (!image || image === 'none') return readColour(this.style.backgroundColor);
    const flat = flatGradient(image);
    return flat && flat[3] === 1 ? flat : null;
  }
}

/** Judges a laid-out document by computed style and geometry; only reads, and in one batch, so layout runs once. */
export function createComputedViewer(document: Document, view: Window): Viewer {
  const root = document.documentElement;
  const context: Context = {
    style: (element) => view.getComputedStyle(original(element)),
    box: { width: root.clientWidth, scrollX: view.scrollX, scrollY: view.scrollY, rtl: view.getComputedStyle(root).direction === 'rtl', clipsX: clipsX(document, view) },
    canvas: canvasColour(root, view),
  };
  return {
    viewRoot: (body) => {
      const html = body === root ? null : new ComputedView(context, root, null, context.style(root));
      const own = new ComputedView(context, body, html, context.style(body));
      // Only frames ask: a page that fades in may be read while all of it is still transparent.
      const unseen = [root, body].map(context.style).some((style) => style.display === 'none' || Number(style.opacity) < FAINT);
      if (unseen) own.hides = 'hidden';
      return own;
    },
    view: (element, parent) => viewElement(element, parent as ComputedView, context),
  };
}

function viewElement(element: Element, parent: ComputedView, context: Context): ComputedView {
  const style = context.style(element);
  const view = new ComputedView(context, element, parent, style);
  const display = style.display;
  if (display === 'none') view.hides = 'hidden';
  else if (display === 'contents') view.block = parent.block === true && element.childElementCount > 0 ? undefined : false;
  else {
    view.block = standsAlone(display, element);
    view.opacity = parent.opacity * Number(style.opacity) * filterOpacity(style.filter);
    const position = style.position;
    view.fixed = parent.fixed || position === 'fixed';
    view.closed = parent.closed || isBehind(parent.element, element);
    if (view.opacity < FAINT || isClipped(element, style, display, position, view.closed)) view.hides = 'hidden';
    else if (view.closed) view.hides = isFarAway(style) ? 'hidden' : undefined;
    else if (typeof element.checkVisibility === 'function' && !element.checkVisibility()) view.hides = 'hidden';
  }
  return view;
}

/** Inline by tag, yet a block by style. A floated first letter is part of its word. */
function standsAlone(display: string, element: Element): boolean | undefined {
  if (display === 'inline') return false;
  if (display.startsWith('inline') || display.startsWith('ruby') || display === 'math' || isBlockTag(element.localName)) return undefined;
  return element.childElementCount > 0 || (element.textContent ?? '').length > 2;
}

/** CSS pixels: nobody sets out so far what is to be seen. */
const FAR = 900;

function isFarAway({ position, left, top, right, bottom, textIndent, marginLeft, marginTop }: CSSStyleDeclaration): boolean {
  const edges = position === 'absolute' || position === 'fixed' ? [left, top, right, bottom] : [];
  return [...edges, textIndent, marginLeft, marginTop].some((length) => parseFloat(length) < -FAR);
}

function isClipped(element: Element, style: CSSStyleDeclaration, display: string, position: string, closed: boolean): boolean {
  if (position === 'absolute' || position === 'fixed') {
    const clip = /^rect\(([^)]*)\)$/.exec(style.clip);
    if (clip) {
      const [top = 0, right = 0, bottom = 0, left = 0] = (clip[1] ?? '').split(/[\s,]+/).map((edge) => (edge === 'auto' ? NaN : parseFloat(edge)));
      if (right - left <= TINY_BOX || bottom - top <= TINY_BOX) return true;
    }
  }
  const path = style.clipPath;
  if (path && path !== 'none' && !closed) {
    const box = element.getBoundingClientRect();
    if (isEmptyShape(path, box.width, box.height)) return true;
  }
  const mask = style.maskImage && style.maskImage !== 'none' ? flatGradient(style.maskImage) : null;
  if (mask && mask[3] < FAINT) return true;
  // A picture may have no size until it is scrolled to; its size is judged where pictures are read.
  if (closed) return /^0(?:px)?$/.test(style.width) || /^0(?:px)?$/.test(style.height) || /^0(?:px)?$/.test(style.maxHeight);
  if (display === 'inline' || element.localName === 'img' || (style.overflowX === 'visible' && style.overflowY === 'visible')) return false;
  const rect = element.getBoundingClientRect();
  return rect.width < TINY_CLIP || rect.height < TINY_CLIP;
}

function filterOpacity(filter: string): number {
  const match = filter && filter !== 'none' ? /\bopacity\(([\d.]+)(%?)\)/.exec(filter) : null;
  return match ? Number(match[1]) / (match[2] ? 100 : 1) : 1;
}

/** A shadow may draw letters that have no colour, unless it has none either. */
function hasVisibleShadow(shadow: string, background: Rgba | null): boolean {
  if (shadow === 'none') return false;
  const colours = shadow.match(/rgba?\([^)]*\)/g)?.map(readColour) ?? [];
  if (colours.length === 0 || !background) return true;
  return colours.some((colour) => !colour || contrast(blend(colour, background), background) >= SAME);
}

function clipsX(document: Document, view: Window): boolean {
  const clips = (element: Element | null) => element !== null && /hidden|clip/.test(view.getComputedStyle(element).overflowX);
  return clips(document.documentElement) || clips(document.body);
}

function canvasColour(root: Element, view: Window): Rgba {
  const scheme = view.getComputedStyle(root).colorScheme;
  const dark = scheme === 'dark' || (scheme?.includes('dark') && view.matchMedia('(prefers-color-scheme: dark)').matches);
  return dark ? [18, 18, 18, 1] : WHITE;
}
