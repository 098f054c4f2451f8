import type { PagePixels } from '~/lib/shared/reader-jobs';
import { absolute } from '../images';
import { createSlices, type Slices } from '../slices';
import type { ReadFile } from './read-file';
import { parentOf } from './frames';
import { writeStyle } from './svg-styles';
import { toDataUrl } from './data-url';
import { documentOf, rootOf, viewOf } from '../unclobbered';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
/** More than a drawing of this size is rather photographed than copied. */
const MOST_ELEMENTS = 20_000;
const MOST_MARKUP = 8_000_000;
/** Parts from elsewhere in the page (a sheet of symbols, gradients) that are copied in. */
const MOST_PARTS = 300;
const MAX_MILLIS = 8_000;
const MOST_IMAGE_BYTES = 10_000_000;

/** Never copied: scripts, style sheets (their effect is written out), what moves, and pages within the drawing. */
const DROPPED = new Set(['script', 'style', 'animate', 'animateMotion', 'animateTransform', 'set', 'discard', 'iframe', 'audio', 'video', 'title', 'desc', 'metadata']);
const CLOSED: PagePixels = { kind: 'closed', src: '' };

/**
 * An inline SVG as a document of its own: computed styles written in, symbols and gradients from elsewhere in the page
 * brought along, no script, nothing loaded from outside. `closed` for what cannot be copied so: HTML in it, files of
 * another origin. The copy never enters the page.
 */
export async function writeSvg(svg: SVGSVGElement, readFile: ReadFile): Promise<PagePixels> {
  const rect = svg.getBoundingClientRect();
  if (svg.getElementsByTagName('*').length > MOST_ELEMENTS || svg.querySelector('foreignObject')) return CLOSED;
  const copier = new Copier(svg, createSlices(documentOf(svg), MAX_MILLIS));
  const copy = await copier.copyAll();
  if (!copy || !(await embedImages(svg.baseURI, copy, readFile))) return CLOSED;
  copy.setAttribute('width', String(rect.width));
  copy.setAttribute('height', String(rect.height));
  const background = colourBehind(svg);
  if (background) copy.setAttribute('style', `${copy.getAttribute('style') ?? ''};background:${background}`);
  const markup = new XMLSerializer().serializeToString(copy);
  return markup.length > MOST_MARKUP ? CLOSED : { kind: 'svg', markup, width: rect.width, height: rect.height };
}

class Copier {
  private readonly references = new Set<string>();
  private readonly svg: SVGSVGElement;
  private readonly slices: Slices;
  private readonly document: Document;
  /** Something of it lies in a file of its own. */
  private external = false;

  constructor(svg: SVGSVGElement, slices: Slices) {
    this.svg = svg;
    this.slices = slices;
    // Elements made here belong to a document that is never shown.
    this.document = documentOf(svg).implementation.createDocument(SVG, 'svg', null);
  }

  async copyAll(): Promise<SVGSVGElement | undefined> {
    const copy = await this.copyTree(this.svg, true);
    await this.bringParts(copy);
    return this.external ? undefined : (copy as SVGSVGElement);
  }

  /** Copies what is referred to by `#id` and lies outside of the drawing; it may refer to more. */
  private async bringParts(copy: Element): Promise<void> {
    const root = rootOf(this.svg) as Document | ShadowRoot;
    let parts: Element | undefined;
    let count = 0;
    // A set grows while it is walked.
    for (const id of this.references) {
      const part = root.getElementById(id) ?? documentOf(this.svg).getElementById(id);
      if (!part || this.svg.contains(part) || part.contains(this.svg) || part.namespaceURI !== SVG || ++count > MOST_PARTS) continue;
      parts ??= copy.insertBefore(this.document.createElementNS(SVG, 'defs'), copy.firstChild);
      parts.append(await this.copyTree(part, false));
    }
  }

  private async copyTree(from: Element, outermost: boolean): Promise<Element> {
    const top = this.copyElement(from, outermost);
    const stack: [Node, Element][] = [[from, top]];
    for (let n = 1, next = stack.pop(); next; next = stack.pop()) {
      const [node, to] = next;
      for (const child of node.childNodes) {
        if (child.nodeType === 3) to.append(this.document.createTextNode(child.nodeValue ?? ''));
        if (child.nodeType !== 1) continue;
        const element = child as Element;
        if (element.namespaceURI !== SVG || DROPPED.has(element.localName)) continue;
        const copy = this.copyElement(element, false);
        to.append(copy);
        stack.push([element, copy]);
        if ((++n & 31) === 0 && this.slices.isOver()) await this.slices.next();
      }
    }
    return top;
  }

  private copyElement(element: Element, outermost: boolean): Element {
    const copy = this.document.createElementNS(SVG, element.localName);
    for (const { name, localName, namespaceURI, value } of element.attributes) {
      if (localName === 'href') this.copyReference(element, copy, value);
      else if (/^on/i.test(name) || name === 'style' || name === 'class' || name === 'xmlns' || namespaceURI === XLINK || name.includes(':')) continue;
      else copy.setAttribute(name, this.localize(value));
    }
    const view = viewOf(element);
    const style = view?.getComputedStyle(element);
    const parent = outermost || !element.parentElement ? undefined : view?.getComputedStyle(element.parentElement);
    const declared = style ? writeStyle(element, style, parent) : '';
    if (declared) copy.setAttribute('style', this.localize(declared));
    return copy;
  }

  private copyReference(element: Element, copy: Element, value: string): void {
    if (element.localName === 'a') return;
    const address = absolute(value, element.baseURI);
    const id = localId(value, element);
    if (id !== undefined) {
      this.references.add(id);
      copy.setAttribute('href', `#${id}`);
    } else if (element.localName === 'image') copy.setAttribute('href', address);
    else this.external = true;
  }

  /** Every `url(…)` within the page becomes `url(#id)`; any other is taken out. */
  private localize(value: string): string {
    if (!value.includes('url(')) return value;
    return value.replace(/url\(\s*(["']?)([^"')]*)\1\s*\)/g, (_, _quote: string, address: string) => {
      const id = localId(address, this.svg);
      if (id === undefined) return 'none';
      this.references.add(id);
      return `url(#${id})`;
    });
  }
}

function localId(address: string, element: Element): string | undefined {
  const hash = address.indexOf('#');
  if (hash === -1) return undefined;
  const own = documentOf(element).URL.split('#', 1)[0];
  const before = address.slice(0, hash);
  return before === '' || before === own ? decode(address.slice(hash + 1)) : undefined;
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Puts the files of images into the copy; false when one of them cannot be read. */
async function embedImages(base: string, copy: Element, readFile: ReadFile): Promise<boolean> {
  for (const image of copy.querySelectorAll('image')) {
    const address = absolute(image.getAttribute('href') ?? '', base);
    try {
      if (address && !address.startsWith('data:')) image.setAttribute('href', await toDataUrl(await readFile(address, MOST_IMAGE_BYTES)));
    } catch {
      return false;
    }
  }
  return true;
}

/** The colour on which the drawing lies: white lines of a dark page could not be seen on white. */
function colourBehind(svg: Element): string | undefined {
  const view = viewOf(svg);
  for (let at: Element | null = svg; at; at = parentOf(at)) {
    const colour = view?.getComputedStyle(at).backgroundColor;
    if (colour && colour !== 'transparent' && !/[,/]\s*0\)$/.test(colour)) return colour;
  }
  return undefined;
}
