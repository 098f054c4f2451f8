import type { PictureRef } from '~/lib/shared/picture';
import { IMAGE_SIZES } from '~/lib/shared/settings';
import { unclobbered } from '../unclobbered';
import { absolute } from '../images';
import { readShown } from './classify';
import { everyElement } from './frames';
import { elementOf } from './picture-ids';
import { visibleBox } from './sight';

/**
 * The element that a reference names; undefined when it is gone. An id counts only while its picture has the address
 * that goes with it: the page may have been loaded anew since. Forms come as `unclobbered` gives them.
 */
export function findPicture(document: Document, { id, src }: PictureRef): Element | undefined {
  const known = id === undefined ? undefined : elementOf(id);
  const address = absolute(src ?? '', document.baseURI);
  if (known && (!src || showsAddress(known, address))) return unclobbered(known);
  return address ? findByAddress(document, address) : undefined;
}

/** Of several with the address, the one of which most can be seen; else the first that has a box. A background is meant only where nothing else is. */
function findByAddress(document: Document, address: string): Element | undefined {
  let best: { element: Element; area: number } | undefined;
  let background: typeof best;
  for (const element of everyElement(document)) {
    if (!showsAddress(element, address)) continue;
    const box = visibleBox(element);
    const rect = element.getBoundingClientRect();
    const area = box ? (box.right - box.left) * (box.bottom - box.top) : Math.min(1, rect.width * rect.height) / 2;
    if (FILES.has(element.localName)) {
      if (!best || area > best.area) best = { element, area };
    } else if (!background || area > background.area) background = { element, area };
  }
  return (best ?? background)?.element;
}

function showsAddress(element: Element, address: string): boolean {
  const isImage = element.localName === 'img';
  if (isImage && absolute((element as HTMLImageElement).currentSrc || element.getAttribute('src') || '', element.baseURI) === address) return true;
  // A listing may have named a better source than the one that is shown.
  return (isImage ? SIDES : SIDES.slice(0, 1)).some((side) => readShown(element, side)?.src === address);
}

const FILES = new Set(['img', 'input', 'image', 'video']);

/** The sizes that a listing may have been asked for. */
const SIDES: readonly number[] = IMAGE_SIZES;
