/** A place in a text: as a boundary point of the DOM. */
export interface TextPlace {
  node: Node;
  offset: number;
}

/** CSS pixels by which a point may miss the letters: lines stand apart. */
const NEAR = 6;

/**
 * The text at a point of a document's viewport; null where there is none, be it in a margin or behind the end of a line.
 * @param roots open shadow roots that may be entered, as many as lie around the point
 */
export function textAt(document: Document, x: number, y: number, roots: ShadowRoot[] = []): TextPlace | null {
  const place = caretAt(document, x, y, roots);
  if (place?.node.nodeType !== 3) return null;
  const { length } = place.node.nodeValue ?? '';
  const range = document.createRange();
  range.setStart(place.node, Math.max(0, place.offset - 1));
  range.setEnd(place.node, Math.min(length, place.offset + 1));
  const isNear = [...range.getClientRects()].some(({ left, top, right, bottom }) => x >= left - NEAR && x <= right + NEAR && y >= top - NEAR && y <= bottom + NEAR);
  if (!isNear) return null;
  // The letter under the point, not the gap nearest to it: the last letter's right half is still that letter.
  range.setEnd(place.node, place.offset);
  const isBefore = [...range.getClientRects()].some(({ left, top, right, bottom }) => x >= left && x < right && y >= top && y <= bottom);
  return { node: place.node, offset: place.offset - (isBefore ? 1 : 0) };
}

function caretAt(document: Document, x: number, y: number, shadowRoots: ShadowRoot[]): TextPlace | null {
  const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots });
  if (caret) return { node: caret.offsetNode, offset: caret.offset };
  // Chromium before 128.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
