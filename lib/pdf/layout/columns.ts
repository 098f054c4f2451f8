import { isRightToLeft } from '~/lib/shared/right-to-left';
import type { Segment } from './lines';

/** A stretch of a page that is read from top to bottom. */
export interface Column {
  segments: Segment[];
}

type Gap = readonly [from: number, to: number];

/** Narrowest gutter, in points and in parts of the font size. */
const GUTTER = 5;
const GUTTER_SIZE = 0.7;
/** Lines that a column has at least, on either side of the gutter. */
const LINES = 3;
/** Columns within columns that are looked for. */
const DEPTH = 3;
/** Letters a line on average, below which a column holds numbers or marks. */
const LABEL = 6;
/** Letters a line on average, below which lines that stand side by side are cells of a table. */
const CELL = 14;

/**
 * The segments of a page in the order they are read: what goes across (a title, a figure's caption) parts the page into
 * bands, and in each band columns are read one after the other. Columns of a table are no such columns.
 */
export function readColumns(segments: readonly Segment[], depth = DEPTH): Column[] {
  const columns: Column[] = [];
  let single: Segment[] = [];
  let i = 0;
  while (i < segments.length) {
    const band = depth > 0 ? findBand(segments, i) : undefined;
    const first = segments[i];
    if (!band) {
      if (first) single.push(first);
      i++;
      continue;
    }
    if (single.length > 0) columns.push({ segments: single });
    single = [];
    for (const column of band.columns) columns.push(...readColumns(column, depth - 1));
    i = band.end;
  }
  if (single.length > 0) columns.push({ segments: single });
  return columns;
}

/** The longest run of segments from `start` on that leaves a gutter free, cut at its gutters. */
function findBand(segments: readonly Segment[], start: number): { end: number; columns: Segment[][] } | undefined {
  let gaps: Gap[] = [[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]];
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let found = false;
  let end = start;
  for (let i = start; i < segments.length; i++) {
    const segment = segments[i];
    if (!segment) break;
    const narrowest = Math.max(GUTTER, GUTTER_SIZE * segment.size);
    const next = without(gaps, segment).filter(([from, to]) => to - from >= narrowest);
    const nextLeft = Math.min(left, segment.u0);
    const nextRight = Math.max(right, segment.u1);
    const inner = next.some(([from, to]) => from >= nextLeft && to <= nextRight);
    if (found && !inner) break;
    // Nothing begins beside what has no room beside it: such a line goes across.
    if (!inner && next.every(([from, to]) => from === Number.NEGATIVE_INFINITY || to === Number.POSITIVE_INFINITY) && i - start > 200) return undefined;
    gaps = next;
    left = nextLeft;
    right = nextRight;
    found ||= inner;
    end = i + 1;
  }
  if (!found) return undefined;
  const run = segments.slice(start, end);
  const gutters = gaps.filter(([from, to]) => from >= left && to <= right);
  const columns = cut(run, gutters);
  if (columns.some((column) => column.length < LINES) || isTable(columns)) return undefined;
  return { end, columns: isRightToLeft(run.map(({ text }) => text).join(' ')) ? columns.reverse() : columns };
}

function without(gaps: readonly Gap[], { u0, u1 }: Segment): Gap[] {
  return gaps.flatMap(([from, to]): Gap[] => {
    if (u1 <= from || u0 >= to) return [[from, to]];
    return [...(u0 > from ? [[from, u0] as const] : []), ...(u1 < to ? [[u1, to] as const] : [])];
  });
}

function cut(segments: readonly Segment[], gutters: readonly Gap[]): Segment[][] {
  const borders = gutters.map(([from, to]) => (from + to) / 2).sort((a, b) => a - b);
  const columns: Segment[][] = Array.from({ length: borders.length + 1 }, () => []);
  for (const segment of segments) {
    const at = borders.filter((border) => segment.u0 >= border).length;
    columns[at]?.push(segment);
  }
  return columns.filter((column) => column.length > 0);
}

/** Short lines, each beside another at the same height. */
function isTable(columns: readonly Segment[][]): boolean {
  const [first, ...rest] = columns;
  if (!first) return false;
  const average = (column: readonly Segment[]) => column.reduce((sum, { text }) => sum + text.length, 0) / column.length;
  const narrowest = Math.min(...columns.map(average));
  if (narrowest >= CELL) return false;
  if (narrowest < LABEL) return true;
  const heights = first.map(({ v }) => v);
  const beside = rest.flat().filter(({ v }) => heights.some((height) => Math.abs(height - v) < 1)).length;
  return beside / Math.max(1, rest.flat().length) > 0.7;
}
