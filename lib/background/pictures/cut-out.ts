import { AppError } from '~/lib/shared/app-error';
import type { PictureRef, Region } from '~/lib/shared/picture';
import type { Rect } from '~/lib/shared/reader-jobs';
import { type Capture, captureTab } from './capture';
import { runReader } from './run-reader';

/** How often a picture that moves while it is captured is tried again. */
const TRIES = 3;
/** CSS pixels by which a picture may have moved. */
const STILL = 1;

export interface CutOut {
  /** PNG of all that the tab shows. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Where in it the picture is. */
  part: Region;
}

/**
 * Brings a picture into sight, captures the tab and says where in it the picture stands; then the page is scrolled back.
 * Throws as `captureTab` does, `image-gone`, and `image-unreachable` for a picture that cannot be seen or does not hold still.
 */
export async function cutOut(tabId: number, ref: PictureRef, maxSide: number, signal: AbortSignal): Promise<CutOut> {
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      const before = await reveal(tabId, ref, maxSide, signal);
      const capture = await captureTab(tabId, signal);
      const after = await reveal(tabId, ref, maxSide, signal);
      if (isStill(before, after)) return { bytes: capture.bytes, part: toShares(after, capture) };
    }
    throw new AppError('image-unreachable');
  } finally {
    // Also after Stop: the page shall stand where its reader left it.
    await runReader(tabId, 'unreveal', {}).catch(() => undefined);
  }
}

async function reveal(tabId: number, ref: PictureRef, maxSide: number, signal: AbortSignal): Promise<Rect> {
  const seen = await runReader(tabId, 'reveal', { ref }, signal);
  if (seen) return seen.rect;
  const there = await runReader(tabId, 'find', { ref, maxSide }, signal);
  throw new AppError(there ? 'image-unreachable' : 'image-gone');
}

function isStill(before: Rect, after: Rect): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((key) => Math.abs(before[key] - after[key]) <= STILL);
}

function toShares({ x, y, width, height }: Rect, view: Capture): Region {
  return { x: x / view.width, y: y / view.height, width: width / view.width, height: height / view.height };
}
