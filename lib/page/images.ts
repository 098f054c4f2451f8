import type { PageImage } from '~/lib/shared/page-content';
import { collapse } from './clean-text';

/** A picture as it stands in the page, before it has a number and a place among the blocks. */
export type Picture = Pick<PageImage, 'src' | 'alt' | 'width' | 'height'>;

/** CSS pixels: smaller pictures are icons, spacers or trackers, unless they are described. */
const SMALLEST = 32;
/** Longer `data:` addresses are dropped: they would be most of a page's weight. */
export const LONGEST_DATA_URL = 2000;

/** Where lazy loaders keep the address until the picture is scrolled to. */
const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-url', 'data-hi-res-src', 'data-full-src'];
/** Likewise for sets of addresses. */
export const LAZY_SETS = ['data-srcset', 'data-lazy-srcset'];
/** Names of pictures that only keep a place. */
export const SPACER = /(?:^|[/_.-])(?:spacer|blank|pixel|transparent|clear|1x1|dot|placeholder)[\w-]*\.(?:gif|png|svg|webp)/i;
const TRACKER = /[/.](?:beacon|track(?:er|ing)?|pixel|collect|impression)s?[/.?]|doubleclick\.net|scorecardresearch|quantserve/i;

/** What an `<img>` shows; undefined for spacers, trackers and icons. Addresses resolve against `base`. */
export function readPicture(element: Element, base: string): Picture | undefined {
  const { width, height } = sizeOf(element);
  if ((width > 0 && width <= 3) || (height > 0 && height <= 3)) return undefined;
  if (width > 0 && height > 0 && width < SMALLEST && height < SMALLEST) return undefined;
  const role = element.getAttribute('role');
  if (role === 'presentation' || role === 'none') return undefined;
  const src = addressOf(element, base);
  if (src === '' || SPACER.test(src) || TRACKER.test(src)) return undefined;
  const alt = collapse(element.getAttribute('alt') || element.getAttribute('aria-label') || '');
  return { src: src.startsWith('data:') && src.length > LONGEST_DATA_URL ? '' : src, ...(alt ? { alt } : {}), width, height };
}

/** CSS pixels as laid out; else as declared or as the file says; 0 when unknown. */
function sizeOf(element: Element): { width: number; height: number } {
  const rect = element.getBoundingClientRect();
  const image = element as HTMLImageElement;
  const pick = (laidOut: number, attribute: string, natural: number | undefined) =>
    bounded(Math.round(laidOut) || Number.parseInt(element.getAttribute(attribute) ?? '', 10) || natural || 0);
  return { width: pick(rect.width, 'width', image.naturalWidth), height: pick(rect.height, 'height', image.naturalHeight) };
}

/** Infinity is lost in a message between windows, and the whole page with it. */
export function bounded(size: number): number {
  return Math.min(100_000, Math.max(0, size));
}

function addressOf(element: Element, base: string): string {
  const choice = element.hasAttribute('srcset') || element.parentElement?.localName === 'picture';
  const current = choice ? (element as HTMLImageElement).currentSrc : '';
  const src = current || (element.getAttribute('src') ?? '');
  const isPlaceholder = src === '' || src.startsWith('data:') || SPACER.test(src);
  const lazy = isPlaceholder ? lazyAddress(element) : '';
  return absolute(lazy || src, base);
}

/** The address as a lazy loader keeps it; empty when there is none. */
export function lazyPlain(element: Element): string {
  for (const name of LAZY) {
    const value = element.getAttribute(name)?.trim();
    if (value) return value;
  }
  return '';
}

function lazyAddress(element: Element): string {
  const plain = lazyPlain(element);
  if (plain) return plain;
  for (const name of ['srcset', ...LAZY_SETS]) {
    const first = element.getAttribute(name)?.trim().split(/\s+/)[0];
    if (first) return first.replace(/,$/, '');
  }
  return '';
}

/** The address in full and without credentials; empty for what is no address of a picture. */
export function absolute(address: string, base: string): string {
  const trimmed = address.trim();
  if (trimmed === '') return '';
  let url: URL;
  try {
    url = new URL(trimmed, base);
  } catch {
    return '';
  }
  if (!/^(?:https?|data|blob|file):$/.test(url.protocol)) return '';
  url.username = url.password = '';
  return url.href;
}
