import { AppError } from '~/lib/shared/app-error';
import { toDataUrl } from '~/lib/shared/data-url';
import { LONG_RATIO, MAX_PIECES } from '~/lib/shared/picture';
import type { DrawnSvg, SvgToDraw } from '~/lib/shared/svg-drawing';
import { isBounded, multiplies } from './svg-cost';

/** Lines and letters of a drawing stay sharp however large: it is drawn at twice its size, as on a fine screen. */
const SCALE = 2;
/** Size of a drawing that names none (CSS Images 3, section 5.2). */
const DEFAULT = { width: 300, height: 150 };

/**
 * Draws an SVG as a picture: as such no script in it runs and nothing that it names is loaded. Throws `image-broken`, also
 * for one that would take for ever, and `image-too-small` for one without extent.
 */
export async function drawSvg({ markup, width, height, maxSide }: SvgToDraw): Promise<DrawnSvg> {
  if (multiplies(markup)) throw new AppError('image-broken', { detail: 'SVG' });
  const root = parse(markup);
  if (!isBounded(root)) throw new AppError('image-broken', { detail: 'SVG' });
  const size = width && height ? { width, height } : readSize(root);
  if (!(size.width >= 1 && size.height >= 1)) throw new AppError('image-too-small');
  const long = Math.max(size.width, size.height);
  // A long drawing is sent in pieces, each as large as a picture may be.
  const most = long / Math.min(size.width, size.height) > LONG_RATIO ? maxSide * MAX_PIECES : maxSide;
  const scale = Math.min(SCALE, most / long);
  const to = { width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(size.height * scale)) };

  if (!root.hasAttribute('viewBox')) root.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  for (const side of ['width', 'height'] as const) {
    root.setAttribute(side, String(to[side]));
    root.style.removeProperty(side);
  }
  return { dataUrl: await draw(new XMLSerializer().serializeToString(root), to), ...size };
}

function parse(markup: string): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(markup, 'image/svg+xml');
  const root: Element = parsed.documentElement;
  if (!(root instanceof SVGSVGElement) || parsed.querySelector('parsererror')) throw new AppError('image-broken', { detail: 'SVG' });
  return root;
}

/** The size that a drawing gives itself, else the one that its view box suggests. */
function readSize(root: SVGSVGElement): { width: number; height: number } {
  const [width, height] = [readLength(root, 'width'), readLength(root, 'height')];
  const box = root.viewBox.baseVal as DOMRect | null;
  const ratio = box && box.width > 0 && box.height > 0 ? box.width / box.height : undefined;
  if (width && height) return { width, height };
  if (width) return { width, height: ratio ? width / ratio : DEFAULT.height };
  if (height) return { width: ratio ? height * ratio : DEFAULT.width, height };
  return box && ratio ? { width: box.width, height: box.height } : DEFAULT;
}

/** A length in pixels; undefined for none and for those that depend on a surrounding there is not. */
function readLength(root: SVGSVGElement, side: 'width' | 'height'): number | undefined {
  const { unitType, value } = root[side].baseVal;
  const depends = ([SVGLength.SVG_LENGTHTYPE_PERCENTAGE, SVGLength.SVG_LENGTHTYPE_EMS, SVGLength.SVG_LENGTHTYPE_EXS] as number[]).includes(unitType);
  return root.hasAttribute(side) && !depends ? value : undefined;
}

async function draw(markup: string, { width, height }: { width: number; height: number }): Promise<string> {
  const image = new Image();
  // Not a `blob:`: Chromium takes what is drawn from one for foreign when HTML stands in it (crbug.com/294129).
  image.src = await toDataUrl(new Blob([markup], { type: 'image/svg+xml' }));
  try {
    await image.decode();
  } catch (thrown) {
    throw new AppError('image-broken', { detail: 'SVG' }, thrown);
  }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return toDataUrl(await canvas.convertToBlob({ type: 'image/png' }));
}
