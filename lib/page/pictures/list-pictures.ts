import type { PagePicture } from '~/lib/shared/picture';
import { original, viewOf } from '../unclobbered';
import { LONGEST_DATA_URL } from '../images';
import { createSlices } from '../slices';
import type { SeenElement, SnapElement } from '../snapshot';
import { takeSnapshot } from '../take-snapshot';
import { LINE_BREAK, rawText } from '../tree';
import { readName } from './accessible-name';
import { type BackgroundLayer, carriesContent, findSprites } from './backgrounds';
import { isPicture, onlyImages, readShown, type Shown } from './classify';
import { descriptionOf } from './describe';
import { idOf } from './picture-ids';
import { findPlaces, type Place } from './place';
import { isInView } from './sight';

/** Pictures that are listed of one page. */
const MOST = 3_000;
/** Characters of an address; with a longer one, of which thousands would fit into no message, a picture goes by its id alone. */
const LONGEST_ADDRESS = 8_000;
const MAX_MILLIS = 10_000;

interface Found {
  shown: Shown;
  snap: SnapElement;
}

/** What a reader would call the pictures of the page, in reading order. The page is only read. */
export async function listPictures(document: Document, maxSide: number): Promise<{ pictures: PagePicture[]; more: number }> {
  const { root, found, sprites } = await survey(document, maxSide);
  const kept = found.filter(({ shown }) => !shown.layer || !sprites.has(shown.layer.src));
  const listed = kept.slice(0, MOST);
  const slices = createSlices(document, MAX_MILLIS);
  const places = root && (await findPlaces(root, new Set(listed.map(({ snap }) => snap)), slices));
  const pictures: PagePicture[] = [];
  for (const { shown, snap } of listed) {
    pictures.push(describeShown(shown, places?.get(snap)));
    if (slices.isOver()) await slices.next();
  }
  return { pictures, more: kept.length - listed.length };
}

/** One element as a picture, also when the listing leaves it out; null when it shows none. */
export async function readOne(document: Document, element: Element, maxSide: number): Promise<PagePicture | null> {
  const shown = readShown(element, maxSide);
  if (!shown) return null;
  const { root, seen } = await look(document);
  const snap = seen.find((one) => original(one.snap.element) === original(element))?.snap;
  const places = root && snap ? await findPlaces(root, new Set([snap]), createSlices(document, MAX_MILLIS)) : undefined;
  return describeShown(shown, snap && places?.get(snap));
}

/** Characters that tell what a page is about. */
const MOST_TEXT = 1_000_000;

/** All that readers see of a document's text, the first million characters of it. */
export async function readVisibleText(document: Document): Promise<string> {
  const { root } = await look(document);
  return root ? rawText(root).replaceAll(LINE_BREAK, ' ').slice(0, MOST_TEXT) : '';
}

async function look(document: Document): Promise<{ root: SnapElement | undefined; seen: SeenElement[] }> {
  // Scripts can take even the root away.
  if (!document.documentElement) return { root: undefined, seen: [] };
  const { root, seen } = await takeSnapshot(document, document.baseURI, createSlices(document, MAX_MILLIS), { seen: true });
  return { root, seen: seen ?? [] };
}

async function survey(document: Document, maxSide: number): Promise<{ root: SnapElement | undefined; found: Found[]; sprites: Set<string> }> {
  const { root, seen } = await look(document);
  const slices = createSlices(document, MAX_MILLIS);
  const found: Found[] = [];
  const layers: BackgroundLayer[] = [];
  for (const [index, { snap, view }] of seen.entries()) {
    if ((index & 127) === 0 && slices.isOver()) await slices.next();
    const shown = readShown(snap.element, maxSide, view.style);
    if (!shown) continue;
    if (shown.layer) layers.push(shown.layer);
    if (shown.kind === 'svg') found.push(...imagesWithin(snap, maxSide));
    if (!isPicture(shown) || (shown.kind === 'background' && !isContent(shown))) continue;
    // Out of sight, unless that is only until it has come.
    const hidden = view.hides ? !(shown.lazy && isShownByStyle(snap.element)) : view.hidesPicture();
    if (!hidden) found.push({ shown, snap });
  }
  return { root, found, sprites: findSprites(layers) };
}

/** The images of a drawing that holds nothing else. */
function imagesWithin(snap: SnapElement, maxSide: number): Found[] {
  if (!onlyImages(snap.element)) return [];
  const found: Found[] = [];
  for (const element of snap.element.querySelectorAll('image')) {
    const shown = readShown(element, maxSide);
    if (shown && isPicture(shown)) found.push({ shown, snap });
  }
  return found;
}

function isShownByStyle(element: Element): boolean {
  const style = viewOf(element)?.getComputedStyle(element);
  return style !== undefined && style.display !== 'none' && style.visibility === 'visible';
}

function isContent({ element, layer, width, height }: Shown): boolean {
  const windowHeight = viewOf(element)?.innerHeight ?? 0;
  return layer !== undefined && carriesContent({ element, layer, width, height, windowHeight });
}

function describeShown(shown: Shown, place: Place | undefined): PagePicture {
  const { element, kind, src, width, height, naturalWidth, naturalHeight } = shown;
  const docent = descriptionOf(original(element));
  return {
    id: idOf(original(element)),
    kind,
    src: src.length > (src.startsWith('data:') ? LONGEST_DATA_URL : LONGEST_ADDRESS) ? '' : src,
    ...(docent?.name ?? readName(element, src)),
    ...place,
    width,
    height,
    naturalWidth,
    naturalHeight,
    inView: isInView(element),
    ...(docent ? { added: docent.text } : {}),
  };
}
