import { absolute, LAZY_SETS, lazyPlain, SPACER } from '../images';
import { type Candidate, candidateSize, chooseCandidate, parseSrcset, type Shape } from './srcset';
import { viewOf } from '../unclobbered';

/** Where the file of a picture lies, and how large it is. */
export interface ImageSource {
  /** Absolute; empty for none. */
  src: string;
  /** Pixels of the file, 0 when not known. */
  width: number;
  height: number;
  /** Not loaded yet: the page does that when it comes into sight. */
  lazy: boolean;
}

/** Pixels: what is stretched from less than this is a stand-in for what is to come. */
const STAND_IN = 64;
/** What every browser can show; a `<source>` of another type is passed over, unless it is the one that is shown. */
const TYPES = /^image\/(?:jpe?g|pjpeg|png|apng|x-png|gif|webp|avif|svg\+xml|bmp|x-ms-bmp|x-icon|vnd\.microsoft\.icon)$/i;

/** The best source of an `<img>` for `maxSide` pixels on the long side. `laidOut`: its size in the page, CSS pixels. */
export function readImageSource(image: HTMLImageElement, maxSide: number, laidOut: Shape): ImageSource {
  const base = image.baseURI;
  const shown = absolute(image.currentSrc || image.getAttribute('src') || '', base);
  const natural = { width: image.naturalWidth || 0, height: image.naturalHeight || 0 };
  const lazy = isStandIn(image, shown) ? lazySource(image, maxSide, laidOut, base) : undefined;
  if (lazy) return lazy;
  const pending = !image.complete || (shown !== '' && natural.width === 0 && image.loading === 'lazy');
  const shape = natural.width > 0 ? natural : laidOut;
  const chosen = chooseCandidate(candidatesOf(image, 'srcset'), maxSide, shape);
  const src = chosen && absolute(chosen.url, base);
  if (!chosen || !src) return { src: shown, ...natural, lazy: pending };
  return { src, ...candidateSize(chosen, shape), lazy: pending };
}

/** The element shows something small in place of what a lazy loader will bring. */
function isStandIn(image: HTMLImageElement, shown: string): boolean {
  return shown === '' || shown.startsWith('data:') || SPACER.test(shown) || !image.complete || image.naturalWidth < STAND_IN;
}

function lazySource(image: HTMLImageElement, maxSide: number, laidOut: Shape, base: string): ImageSource | undefined {
  const sets = LAZY_SETS.flatMap((name) => candidatesOf(image, name));
  const chosen = chooseCandidate(sets, maxSide, laidOut);
  const best = chosen && absolute(chosen.url, base);
  if (chosen && best) return { src: best, ...candidateSize(chosen, chosen.width === undefined ? { width: 0, height: 0 } : laidOut), lazy: true };
  const src = absolute(lazyPlain(image), base);
  return src ? { src, width: 0, height: 0, lazy: true } : undefined;
}

/** The candidates of the `<source>` that the browser has chosen, or would choose; else the image's own. */
function candidatesOf(image: HTMLImageElement, attribute: string): Candidate[] {
  const parent = image.parentElement;
  if (parent?.localName === 'picture') {
    let fitting: Candidate[] | undefined;
    for (const source of parent.children) {
      if (source === image) break;
      const candidates = source.localName === 'source' ? parseSrcset(source.getAttribute(attribute) ?? '') : [];
      if (candidates.length === 0) continue;
      // What is shown tells more surely than any list which types this browser knows.
      if (image.currentSrc && candidates.some(({ url }) => absolute(url, image.baseURI) === image.currentSrc)) return candidates;
      if (fits(source)) fitting ??= candidates;
    }
    const chosenOwn = image.currentSrc !== '' && image.currentSrc === absolute(image.getAttribute('src') ?? '', image.baseURI);
    if (fitting && !chosenOwn) return fitting;
  }
  const own = parseSrcset(image.getAttribute(attribute) ?? '');
  const src = attribute === 'srcset' ? image.getAttribute('src') : null;
  // The plain address is the one for density 1, unless the set says otherwise.
  if (own.length > 0 && src && own.every((one) => one.width === undefined && one.density !== 1)) own.push({ url: src, density: 1 });
  return own;
}

function fits(source: Element): boolean {
  const type = source.getAttribute('type')?.split(';', 1)[0]?.trim();
  if (type && !TYPES.test(type)) return false;
  const media = source.getAttribute('media');
  return !media || (viewOf(source)?.matchMedia?.(media).matches ?? true);
}
