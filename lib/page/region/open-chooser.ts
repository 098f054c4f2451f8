import type { Region } from '~/lib/shared/picture';
import type { RegionTexts } from '~/lib/shared/region-chooser';
import type { RegionKey } from '~/lib/shared/region-keys';
import { applyKey, canZoom, chosen, findNinth, spanPart, type Trail, WHOLE, zoomIn, zoomOut } from './grid';
import { listenForKeys, listenForPointer } from './listen';
import { drawOverlay } from './overlay';
import { describeChoice } from './status';
import { STYLES } from './styles';
import { openSurface } from './surface';
import { unclobberedDocument } from '../unclobbered';

/** CSS pixels: a smaller part shows nothing. */
const SMALLEST = 16;

/** A chooser that stands in the page. */
export interface Chooser {
  /** A key that was pressed elsewhere. */
  steer(key: RegionKey): void;
  /** Nobody is there any more to describe the part: says so, and waits for the reader to leave. */
  lose(): void;
  /** Closes it without a choice. */
  close(): void;
}

interface Listener {
  /** What is chosen, in words: once at the beginning, then after every key and every drawn part. */
  onStatus(status: string): void;
  /**
   * The part chosen, as shares of what the tab shows, or null. The chooser has left the page by then, and the page has
   * been drawn without it.
   */
  onEnd(region: Region | null): void;
}

/**
 * Lets the reader choose a part of what the tab shows, by mouse, pen, finger or keys. Undefined where the document shows
 * nothing that is laid over it.
 */
export async function openChooser(page: Document, texts: RegionTexts, { onStatus, onEnd }: Listener): Promise<Chooser | undefined> {
  const document = unclobberedDocument(page);
  const ended = new AbortController();
  const { signal } = ended;
  let trail: Trail = [WHOLE];
  let lost = false;
  let ending = false;
  const surface = await openSurface(document, texts, STYLES, { change: () => show(), gone: () => void end(null) }, signal);
  if (!surface) return undefined;
  const overlay = drawOverlay(surface.root, texts, () => void end(chosen(trail)), () => void end(null));

  const smallest = () => {
    const { width, height } = surface.size();
    return { width: Math.min(1, SMALLEST / width), height: Math.min(1, SMALLEST / height) };
  };
  const draw = (part: Region, drawing = false) => {
    const { width, height } = surface.size();
    overlay.draw(part, { width: part.width * width, height: part.height * height }, drawing);
  };
  const show = () => draw(chosen(trail));
  const say = (status: string) => {
    if (lost) return;
    overlay.say(status);
    onStatus(status);
  };
  const report = () => say(describeChoice(document, texts, chosen(trail), surface.toPage(chosen(trail))));
  const take = (changed: Trail) => {
    trail = changed;
    show();
    report();
  };

  const end = async (part: Region | null) => {
    if (ending) return;
    ending = true;
    await keys.released();
    const region = part && !lost ? surface.toTab(part) : null;
    ended.abort();
    surface.remove();
    await drawn(document);
    onEnd(region);
  };
  const steer = (key: RegionKey) => {
    if (ending) return;
    if (key === 'choose') return void end(chosen(trail));
    if (key === 'cancel') return void end(null);
    const stuck = /\d/.test(key) && !canZoom(chosen(trail), smallest());
    if (stuck) say(texts.smallest);
    else take(applyKey(trail, key, smallest()));
  };

  const keys = listenForKeys(surface.windows, () => surface.focused()?.localName === 'button', steer, signal);
  listenForPointer(overlay.chooser, {
    onDraw: (from, to) => draw(spanPart(from, to, smallest()), true),
    onDrawn: (from, to) => take([WHOLE, spanPart(from, to, smallest())]),
    onPoint: (at) => {
      const ninth = findNinth(chosen(trail), at);
      take(ninth ? zoomIn(trail, ninth, smallest()) : zoomOut(trail));
    },
    onDropped: show,
  }, signal);
  document.defaultView?.addEventListener('pagehide', () => void end(null), { signal });

  show();
  // From the side panel the keyboard would otherwise stay there.
  document.defaultView?.focus();
  overlay.chooser.focus({ preventScroll: true });
  report();

  return {
    steer,
    lose: () => {
      lost = true;
      overlay.say(texts.lost, true);
    },
    close: () => void end(null),
  };
}

/** Resolves when the page has been drawn twice: then the first of the two is on the screen. At once in a tab out of sight. */
async function drawn(document: Document): Promise<void> {
  for (let frames = 0; frames < 2 && document.visibilityState === 'visible'; frames++)
    await new Promise((resolve) => document.defaultView?.requestAnimationFrame(resolve));
}
