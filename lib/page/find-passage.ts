import { blockText } from '~/lib/shared/block-text';
import type { Block } from '~/lib/shared/page-content';
import { locate } from './locate';
import { squeeze } from '~/lib/shared/squeeze';
import { TextIndex } from './text-index';

/**
 * Finds a block again in the live page by its text: also when white space differs, when the text is split over
 * inline elements, when it lies in an open shadow root or a frame of the same origin, and when the page has changed
 * a little. A place the reader can see is preferred. Null when the passage is gone. Changes nothing.
 */
export function findPassage(document: Document, passage: Block | { text: string }): Range | null {
  const wanted = squeeze('kind' in passage ? blockText(passage) : passage.text);
  if (wanted === '') return null;
  const index = new TextIndex(document);
  let fallback: Range | null = null;
  for (const exact of [true, false])
    for (const [start, end] of locate(index.text, wanted, exact)) {
      const [range = null] = index.ranges(start, end);
      if (range && isShown(range)) return range;
      fallback ??= range;
    }
  return fallback;
}

/** Whether the reader could see where the range begins, were it scrolled to. */
export function isShown(range: Range): boolean {
  const element = range.startContainer.parentElement;
  if (!element) return true;
  return typeof element.checkVisibility !== 'function' || element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}
