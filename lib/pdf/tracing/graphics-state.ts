import type { FontFacts } from './fragment';
import { type Box, IDENTITY, type Matrix } from './matrix';

/** What `q` saves and `Q` restores, as far as it decides where text stands and whether it is seen. */
export interface GraphicsState {
  ctm: Matrix;
  clip: Box;
  /** `#rrggbb`; absent for a pattern or gradient. */
  fill: string | undefined;
  stroke: string | undefined;
  fillAlpha: number;
  strokeAlpha: number;
  /** Of the groups around. */
  groupAlpha: number;
  /** 0 fill, 1 stroke, 2 both, 3 neither; 4 to 7 the same, and clip. */
  renderMode: number;
  font: TextFont | undefined;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** 1 is usual. */
  hScale: number;
  leading: number;
  rise: number;
}

/** A font as far as the advance of its glyphs goes. */
export interface TextFont extends FontFacts {
  /** Of glyph space to text space. */
  unit: number;
}

export function initialState(ctm: Matrix, clip: Box): GraphicsState {
  return {
    ctm, clip, fill: '#000000', stroke: '#000000', fillAlpha: 1, strokeAlpha: 1, groupAlpha: 1, renderMode: 0,
    font: undefined, fontSize: 0, charSpacing: 0, wordSpacing: 0, hScale: 1, leading: 0, rise: 0,
  };
}

/** Where the next glyph goes, between `BT` and `ET`. */
export class TextPosition {
  matrix: Matrix = IDENTITY;
  x = 0;
  y = 0;
  #lineX = 0;
  #lineY = 0;

  set(matrix: Matrix): void {
    this.matrix = matrix;
    this.x = this.y = this.#lineX = this.#lineY = 0;
  }

  move(x: number, y: number): void {
    this.x = this.#lineX += x;
    this.y = this.#lineY += y;
  }
}
