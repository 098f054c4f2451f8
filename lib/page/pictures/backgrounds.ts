/** One picture among the layers of a CSS background, with what the style says of it. */
export interface BackgroundLayer {
  src: string;
  size: string;
  repeat: string;
  position: string;
}

/** CSS pixels: smaller backgrounds carry nothing. */
const SMALLEST = 96;
/** Characters: what holds more text than this is a part of the page, and its background decoration. */
const MOST_TEXT = 2_000;
/** Places at which one picture is used in one page; more make it a texture or a bullet. */
const MOST_USES = 6;

/** The first picture of a computed `background-image`; undefined when there are only gradients. */
export function readLayer(style: CSSStyleDeclaration): BackgroundLayer | undefined {
  const image = style.backgroundImage;
  if (!image?.includes('url(')) return undefined;
  const layers = splitList(image);
  const index = layers.findIndex((layer) => /^(?:url|(?:-webkit-)?image-set)\(/i.test(layer));
  const src = index === -1 ? undefined : addressIn(layers[index] ?? '');
  if (!src) return undefined;
  const nth = (list: string) => {
    const values = splitList(list || '');
    return values[index % Math.max(1, values.length)] ?? '';
  };
  return { src, size: nth(style.backgroundSize), repeat: nth(style.backgroundRepeat), position: nth(style.backgroundPosition) };
}

/** Parts a list at the commas that stand outside of brackets and quotes. */
function splitList(list: string): string[] {
  const parts: string[] = [];
  let [depth, start, quote] = [0, 0, ''];
  for (let at = 0; at < list.length; at++) {
    const letter = list[at] as string;
    if (quote) {
      if (letter === '\\') at++;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '(') depth++;
    else if (letter === ')') depth--;
    else if (letter === ',' && depth === 0) {
      parts.push(list.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(list.slice(start).trim());
  return parts.filter(Boolean);
}

/** The address in `url(…)`, or the one of the highest density in `image-set(…)`. */
function addressIn(layer: string): string | undefined {
  let best: { density: number; src: string } | undefined;
  for (const match of layer.matchAll(/url\((?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^)]*))\)\s*(?:([\d.]+)(?:x|dppx))?/gi)) {
    const src = (match[1] ?? match[2] ?? match[3] ?? '').replace(/\\([\da-f]{1,6})\s?|\\(.)/gi, (_, hex: string | undefined, letter: string | undefined) => (hex ? String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex, 16))) : (letter ?? '')));
    const density = Number(match[4] ?? 1);
    if (src && (!best || density > best.density)) best = { density, src };
  }
  return best?.src;
}

/** What is judged of an element with a background. */
export interface BackgroundPlace {
  element: Element;
  layer: BackgroundLayer;
  width: number;
  height: number;
  /** Height of the window, CSS pixels. */
  windowHeight: number;
}

/** Whether a background shows something, rather than decorates: no texture, no part of a sprite, no page background. */
export function carriesContent({ element, layer, width, height, windowHeight }: BackgroundPlace): boolean {
  if (isNamed(element)) return true;
  if (element.localName === 'body' || element.localName === 'html') return false;
  if (Math.min(width, height) < SMALLEST || isSprite(layer)) return false;
  if (height > windowHeight * 2.5 || (element.textContent ?? '').length > MOST_TEXT) return false;
  const fills = /cover|contain|100%/.test(layer.size);
  const repeats = /^(?:repeat|round|space|repeat repeat|repeat-x|repeat-y|repeat no-repeat|no-repeat repeat)$/.test(layer.repeat);
  // Who writes the address into the element itself shows one picture there, as photo lists do.
  return fills || !repeats || /background/.test(element.getAttribute('style') ?? '');
}

/** Addresses of pictures that stand in many places, or in several with another cut of them in each. */
export function findSprites(layers: Iterable<BackgroundLayer>): Set<string> {
  const uses = new Map<string, { count: number; positions: Set<string> }>();
  for (const { src, size, position } of layers) {
    const use = uses.get(src) ?? { count: 0, positions: new Set() };
    use.count++;
    if (!/cover|contain/.test(size)) use.positions.add(position);
    uses.set(src, use);
  }
  return new Set([...uses].filter(([, { count, positions }]) => count >= MOST_USES || positions.size > 1).map(([src]) => src));
}

/** The cut is moved by pixels: one picture holds many. */
function isSprite({ size, position }: BackgroundLayer): boolean {
  return !/cover|contain/.test(size) && /-\d*[1-9][\d.]*px/.test(position);
}

/** The page itself calls the element a picture. */
export function isNamed(element: Element): boolean {
  return /^(?:img|image|figure)$/.test(element.getAttribute('role')?.trim() ?? '');
}
