import type { Place } from '~/lib/shared/reader-jobs';
import type { SpeechPosition } from '~/lib/shared/speech';
import type { SentenceFinder } from '../find-sentence';
import { textAt, type TextPlace } from './caret';
import { insetsOf } from './insets';

type Position = NonNullable<ReturnType<SentenceFinder['positionAt']>>;

/** Texts at either end of a selection that are tried: it may begin or end outside of what is read. */
const MOST_TRIED = 400;
/** CSS pixels between two looks for the first text in sight, and the shares of the width at which it is looked for. */
const ROW = 12;
const COLUMNS = [0.5, 0.25, 0.75, 0.1];

/** What the reader has selected in one of the documents; else where they have clicked in sight; else the first text in sight. */
export function findPlace(documents: readonly Document[], finder: SentenceFinder): Place | null {
  const ranges = documents.flatMap(selectedRange);
  for (const range of ranges) {
    const selected = range.collapsed ? null : placeOfRange(range, finder);
    if (selected) return { from: 'selection', ...selected };
  }
  for (const range of ranges) {
    const position = isSeen(range) && finder.positionAt(range.startContainer, range.startOffset);
    if (position) return { from: 'caret', start: position };
  }
  const [document] = documents;
  const start = document && firstInView(document, finder);
  return start ? { from: 'view', start } : null;
}

function selectedRange(document: Document): Range[] {
  const selection = document.getSelection();
  return selection && selection.rangeCount > 0 ? [selection.getRangeAt(0)] : [];
}

function placeOfRange(range: Range, finder: SentenceFinder): { start: SpeechPosition; end: SpeechPosition } | null {
  const texts = textsIn(range);
  const start = firstOf(texts, ({ node, from }) => finder.positionAt(node, from));
  const end = firstOf([...texts].reverse(), ({ node, to }) => after(finder.positionAt(node, to - 1)));
  return start && end ? { start, end } : null;
}

function firstOf<T>(items: readonly T[], find: (item: T) => Position | null): Position | null {
  for (const item of items.slice(0, MOST_TRIED)) {
    const found = find(item);
    if (found) return found;
  }
  return null;
}

function after(position: Position | null): Position | null {
  return position && { ...position, offset: position.offset + 1 };
}

/** The texts of a range, each from its first to behind its last selected character, without white space at either end. */
function textsIn(range: Range): { node: Node; from: number; to: number }[] {
  const root = range.commonAncestorContainer;
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, 4 /* texts */);
  const texts: { node: Node; from: number; to: number }[] = [];
  for (let node: Node | null = root.nodeType === 3 ? root : walker.nextNode(); node; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue;
    const text = node.nodeValue ?? '';
    const first = node === range.startContainer ? range.startOffset : 0;
    const last = node === range.endContainer ? range.endOffset : text.length;
    const selected = text.slice(first, last);
    const from = first + selected.length - selected.trimStart().length;
    const to = first + selected.trimEnd().length;
    if (from < to) texts.push({ node, from, to });
  }
  return texts;
}

function isSeen(range: Range): boolean {
  const view = range.startContainer.ownerDocument?.defaultView;
  const { top, bottom, height } = range.getBoundingClientRect();
  return view !== null && view !== undefined && height > 0 && bottom > 0 && top < view.innerHeight;
}

function firstInView(document: Document, finder: SentenceFinder): Position | null {
  const width = document.documentElement.clientWidth;
  const height = document.defaultView?.innerHeight ?? 0;
  const insets = insetsOf(document, width / 2);
  const tried = new Set<Node>();
  for (let y = insets.top + ROW / 2; y < height - insets.bottom; y += ROW)
    for (const column of COLUMNS) {
      const place: TextPlace | null = textAt(document, width * column, y);
      if (!place || tried.has(place.node)) continue;
      tried.add(place.node);
      const position = finder.positionAt(place.node, place.offset);
      if (position) return startInSight(position, finder, insets.top) ?? position;
    }
  return null;
}

/** The beginning of the position's block, where that is in sight as well. */
function startInSight({ blockId }: Position, finder: SentenceFinder, top: number): Position | undefined {
  const [first] = finder.find(blockId, 0, 1);
  return first && first.getBoundingClientRect().top >= top ? { blockId, offset: 0 } : undefined;
}
