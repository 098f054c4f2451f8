import type { Fragment } from './fragment';
import type { GraphicsState, TextFont, TextPosition } from './graphics-state';
import { type Matrix, multiply } from './matrix';

/** What pdf.js gives of one glyph; a number between two moves the next, in thousandths of the font size. */
export interface Glyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric?: readonly number[] | undefined;
}

/** Gap between two glyphs, in parts of the font size, from which on they are two fragments. */
const GAP = 0.12;

/** Where the glyphs of one text operator are painted (ISO 32000-1, 9.4.4). Moves `position` on. */
export function placeGlyphs(glyphs: readonly (Glyph | number)[], state: GraphicsState, position: TextPosition): Fragment[] {
  const { font, fontSize } = state;
  if (!font || fontSize === 0) return [];
  const placed: Fragment[] = [];
  const place = multiply(multiply(state.ctm, position.matrix), [state.hScale, 0, 0, 1, position.x, position.y + state.rise]);
  const unit = fontSize * font.unit;
  let at = 0;
  let open: Fragment | undefined;
  let openEnd = 0;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      at += ((font.vertical ? 1 : -1) * glyph * fontSize) / 1000;
      continue;
    }
    const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    const width = (font.vertical ? -(glyph.vmetric?.[0] ?? -1000) : glyph.width) * unit;
    const isSpace = glyph.unicode.trim() === '';
    if (!open || isSpace || open.glyphs[0] === ' ' || Math.abs(at - openEnd) > GAP * Math.abs(fontSize)) {
      open = begin(place, at, state, font);
      placed.push(open);
    }
    open.glyphs.push(isSpace ? ' ' : glyph.unicode);
    const end = at + width;
    [open.endX, open.endY] = pointAt(place, end, font.vertical);
    // Spacing between letters is no gap.
    openEnd = at = end + (font.vertical ? -spacing : spacing);
  }
  if (font.vertical) position.y -= at;
  else position.x += at * state.hScale;
  return placed;
}

function begin(place: Matrix, at: number, state: GraphicsState, font: TextFont): Fragment {
  const [x, y] = pointAt(place, at, font.vertical);
  // Letters of a vertical font stand upright: their height is along the line.
  const size = Math.abs(state.fontSize) * Math.hypot(place[2], place[3]);
  return { glyphs: [], x, y, endX: x, endY: y, size, font, invisible: state.renderMode === 3 || state.renderMode === 7 };
}

function pointAt(place: Matrix, along: number, vertical: boolean): [number, number] {
  const [a, b, c, d, e, f] = place;
  return vertical ? [-c * along + e, -d * along + f] : [a * along + e, b * along + f];
}
