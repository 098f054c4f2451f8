import { original, viewOf } from '../unclobbered';
import { absolute, bounded, SPACER } from '../images';
import { type BackgroundLayer, isNamed, readLayer } from './backgrounds';
import { readImageSource } from './image-source';
import type { PagePicture } from '~/lib/shared/picture';

/** What an element shows, before it is known where in the page it stands. */
export interface Shown {
  element: Element;
  kind: PagePicture['kind'];
  src: string;
  width: number;
  height: number;
  naturalWidth: number;
  naturalHeight: number;
  /** Not loaded yet; its size may not be known either. */
  lazy: boolean;
  layer?: BackgroundLayer;
}

/** CSS pixels on the smaller side: less is an icon, an avatar, a spacer. A wide chart or banner may be as low as `LOW`. */
const SMALLEST = 64;
const LOW = 32;
const WIDE = 300;

/**
 * The picture that an element is; undefined for what is none. `maxSide`: pixels on the long side that are sent.
 * `style`: as computed, where it is at hand.
 */
export function readShown(element: Element, maxSide: number, style?: CSSStyleDeclaration): Shown | undefined {
  switch (element.localName) {
    case 'img':
    case 'input':
      return readImage(element as HTMLImageElement, maxSide);
    case 'image':
      return element.namespaceURI === 'http://www.w3.org/2000/svg' ? readSvgImage(element) : undefined;
    case 'svg':
      return { ...base(element, 'svg'), src: '' };
    case 'canvas': {
      const { width, height } = element as HTMLCanvasElement;
      return { ...base(element, 'canvas'), naturalWidth: width, naturalHeight: height };
    }
    case 'video': {
      const { videoWidth, videoHeight, poster } = element as HTMLVideoElement;
      return { ...base(element, 'video'), src: absolute(poster ?? '', element.baseURI), naturalWidth: videoWidth || 0, naturalHeight: videoHeight || 0 };
    }
    default:
      return readBackground(element, style ?? viewOf(element)?.getComputedStyle(original(element)));
  }
}

function readImage(element: HTMLImageElement, maxSide: number): Shown | undefined {
  if (element.localName === 'input') {
    const input = element as unknown as HTMLInputElement;
    return input.type === 'image' ? { ...base(element, 'image'), src: absolute(input.getAttribute('src') ?? '', element.baseURI) } : undefined;
  }
  const shown = base(element, 'image');
  const source = readImageSource(element, maxSide, shown);
  const declared = (name: string) => Number.parseInt(element.getAttribute(name) ?? '', 10) || 0;
  // A lazy picture that has no box yet may have been given a size.
  const width = shown.width || bounded(declared('width'));
  const height = shown.height || bounded(declared('height'));
  return { ...shown, src: source.src, width, height, naturalWidth: bounded(source.width), naturalHeight: bounded(source.height), lazy: source.lazy };
}

function readSvgImage(element: Element): Shown {
  const address = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '';
  return { ...base(element, 'image'), src: absolute(address, element.baseURI) };
}

function readBackground(element: Element, style: CSSStyleDeclaration | undefined): Shown | undefined {
  const layer = style && readLayer(style);
  if (!layer) return undefined;
  const src = absolute(layer.src, element.baseURI);
  return src === '' ? undefined : { ...base(element, 'background'), src, layer };
}

function base(element: Element, kind: Shown['kind']): Shown {
  const rect = element.getBoundingClientRect();
  return { element, kind, src: '', width: bounded(Math.round(rect.width)), height: bounded(Math.round(rect.height)), naturalWidth: 0, naturalHeight: 0, lazy: false };
}

/** Whether a reader would call it a picture: large enough, and neither a spacer nor an icon. Backgrounds are judged in `backgrounds.ts`, too. */
export function isPicture(shown: Shown): boolean {
  const { element, kind, width, height, lazy } = shown;
  const unknown = lazy && (width < LOW || height < LOW) && !element.hasAttribute('width') && !element.hasAttribute('height');
  if (!unknown && !isLarge(width, height)) return false;
  switch (kind) {
    case 'image':
      return isFile(shown, unknown);
    case 'svg':
      return isDrawing(element as SVGSVGElement, width, height);
    case 'canvas':
      return !isOverlay(element);
    case 'video':
    case 'background':
      return true;
  }
}

function isLarge(width: number, height: number): boolean {
  const [low, high] = [Math.min(width, height), Math.max(width, height)];
  return low >= SMALLEST || (low >= LOW && high >= WIDE);
}

function isFile({ src, naturalWidth, naturalHeight, lazy, element }: Shown, unknown: boolean): boolean {
  if (src === '') return false;
  if (lazy) return !unknown || !SPACER.test(src);
  const complete = element.localName === 'img' && naturalWidth > 0;
  // Stretched from next to nothing: a spacer, a line, a tracker.
  return complete ? naturalWidth > 3 && naturalHeight > 3 : !SPACER.test(src);
}

const SHAPES = 'path, rect, circle, ellipse, line, polyline, polygon, text, image, use, foreignObject';
/** Shapes and user units up to which a drawing is an icon, however large it is shown. */
const ICON_SHAPES = 8;
const ICON_UNITS = 64;
/** A strip this many times as wide as high, of a few shapes, is an ornament between parts of a page. */
const STRIP = 6;
const STRIP_SHAPES = 4;

function isDrawing(svg: SVGSVGElement, width: number, height: number): boolean {
  if (svg.parentElement?.closest('svg')) return false;
  const shapes = svg.querySelectorAll(SHAPES);
  if (shapes.length === 0 || onlyImages(svg)) return false;
  if (isNamed(svg) && svg.hasAttribute('aria-label')) return true;
  if (shapes.length > ICON_SHAPES || svg.querySelector('text, image')) return true;
  const units = (svg.getAttribute('viewBox') ?? '').trim().split(/[\s,]+/).map(Number)[2] ?? 0;
  if (units > 0 && units <= ICON_UNITS) return false;
  return width / Math.max(1, height) < STRIP || shapes.length > STRIP_SHAPES;
}

/** Then each of its images is a picture of its own. */
export function onlyImages(svg: Element): boolean {
  const shapes = [...svg.querySelectorAll(SHAPES)].filter((shape) => !shape.closest('defs, clipPath, mask, pattern, symbol'));
  return shapes.length > 0 && shapes.every((shape) => shape.localName === 'image');
}

/** Confetti and the like lie over the whole window and let every click through. */
function isOverlay(canvas: Element): boolean {
  const style = viewOf(canvas)?.getComputedStyle(canvas);
  return style?.position === 'fixed' && style.pointerEvents === 'none';
}
