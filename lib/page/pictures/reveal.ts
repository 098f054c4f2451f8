import type { ReaderJobs } from '~/lib/shared/reader-jobs';
import type { z } from '~/lib/shared/zod';
import { documentOf, original, viewOf } from '../unclobbered';
import { coveredShare } from './covered';
import { readShown } from './classify';
import { type Box, frameOf, parentOf } from './frames';
import { visibleBox } from './sight';

type Revealed = z.output<ReaderJobs['reveal']['output']>;

/** Milliseconds that a lazy picture may take to come, and a frame to be drawn (in a tab behind others none ever is). */
const LOADING = 4_000;
const FRAME = 250;
const LOOK_AGAIN = 50;
/** Where in the window the picture is put, in the order of trying: a header that stays may lie over one of them. */
const POSITIONS: ScrollLogicalPosition[] = ['center', 'end', 'start'];
/** A label or a button on a picture does not hide it; more than this share does. */
const COVERED = 0.25;

/** Where everything that was scrolled stood before. */
const before = new Map<Element, { left: number; top: number }>();

/**
 * Brings a picture into sight and waits until it has come and is drawn. Null when nothing of it can be seen, or too
 * much of it lies under something else.
 */
export async function reveal(element: Element): Promise<Revealed> {
  const present = await findInFullSight(element);
  if (present) return present;
  remember(element);
  let best: { position: ScrollLogicalPosition; covered: number } | undefined;
  for (const position of isTall(element) ? [...POSITIONS].reverse() : POSITIONS) {
    scrollTo(element, position);
    if (!best) {
      await waitForFile(element);
      if (isBroken(element)) return null;
      // The page may have grown meanwhile.
      scrollTo(element, position);
    }
    await nextFrames(element);
    const box = visibleBox(element);
    if (!box) continue;
    const covered = coveredShare(element, box);
    if (!best || covered < best.covered) best = { position, covered };
    if (covered === 0) break;
  }
  if (!best || best.covered > COVERED) return null;
  scrollTo(element, best.position);
  await nextFrames(element);
  const box = visibleBox(element);
  return box && inVisualViewport(element, box);
}

/** Nothing needs to move for what stands in full sight already. */
async function findInFullSight(element: Element): Promise<Revealed> {
  if (isComing(element) || isBroken(element)) return null;
  await nextFrames(element);
  const box = visibleBox(element);
  const shown = box && coveredShare(element, box) === 0 ? inVisualViewport(element, box) : null;
  return shown?.whole ? shown : null;
}

/** Scrolls everything back to where it stood before the first `reveal`. */
export function unreveal(): void {
  for (const [scroller, { left, top }] of [...before].reverse()) scroller.scrollTo({ left, top, behavior: 'instant' });
  before.clear();
}

function remember(element: Element): void {
  for (let at: Element | null = element; at; at = frameOf(documentOf(at))) {
    for (let box = parentOf(at); box; box = parentOf(box)) if (box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth) keep(original(box));
    const scroller = documentOf(at).scrollingElement;
    if (scroller) keep(scroller);
  }
}

function keep(scroller: Element): void {
  if (!before.has(scroller)) before.set(scroller, { left: scroller.scrollLeft, top: scroller.scrollTop });
}

function scrollTo(element: Element, position: ScrollLogicalPosition): void {
  element.scrollIntoView({ block: position, inline: 'center', behavior: 'instant' });
}

function isTall(element: Element): boolean {
  return element.getBoundingClientRect().height > (viewOf(element)?.innerHeight ?? Infinity);
}

/** Waits until an image that is loaded on sight has come, or will not come. */
async function waitForFile(element: Element): Promise<void> {
  const end = performance.now() + LOADING;
  while (isComing(element) && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  if (element.localName === 'img') await Promise.race([(element as HTMLImageElement).decode().catch(() => {}), new Promise((resolve) => setTimeout(resolve, FRAME * 4))]);
}

/** What stands in its place is the browser's sign for it. */
function isBroken(element: Element): boolean {
  return element.localName === 'img' && (element as HTMLImageElement).complete && (element as HTMLImageElement).naturalWidth === 0;
}

function isComing(element: Element): boolean {
  if (element.localName === 'video') return (element as HTMLVideoElement).readyState < 2 && (element as HTMLVideoElement).networkState === 2;
  return element.isConnected && readShown(element, 0)?.lazy === true;
}

/** Two frames: in the first the page is laid out anew, in the second that has been drawn. */
async function nextFrames(element: Element): Promise<void> {
  const view = viewOf(element);
  if (!view) return;
  for (let frame = 0; frame < 2; frame++)
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, FRAME);
      view.requestAnimationFrame(() => {
        clearTimeout(timer);
        resolve();
      });
    });
}

/** CSS pixels that may be missing at an edge: boxes seldom end on whole ones. */
const SLACK = 1.5;

function isWhole(element: Element, { left, top, right, bottom }: Box): boolean {
  const { width, height } = element.getBoundingClientRect();
  return right - left >= width - SLACK && bottom - top >= height - SLACK;
}

/** From the layout viewport to what is seen of it: the reader may have zoomed in with two fingers. */
function inVisualViewport(element: Element, box: Box): Revealed {
  let view = viewOf(element);
  for (let frame = frameOf(documentOf(element)); frame; frame = frameOf(documentOf(frame))) view = viewOf(frame);
  if (!view) return null;
  const visual = view.visualViewport;
  const [scale, left, top] = [visual?.scale ?? 1, visual?.offsetLeft ?? 0, visual?.offsetTop ?? 0];
  // With the scroll bars, as in a picture of the tab; the visual viewport itself is told without them.
  const viewport = { width: view.innerWidth / scale, height: view.innerHeight / scale };
  const seen = { left: Math.max(0, box.left - left), top: Math.max(0, box.top - top), right: Math.min(viewport.width, box.right - left), bottom: Math.min(viewport.height, box.bottom - top) };
  const rect = { x: seen.left, y: seen.top, width: seen.right - seen.left, height: seen.bottom - seen.top };
  if (rect.width < 1 || rect.height < 1) return null;
  return { rect, whole: isWhole(element, seen), viewport };
}
