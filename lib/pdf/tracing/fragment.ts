import type { Box } from './matrix';

/** Why nobody sees a piece of text. */
export type Unseen = 'hidden' | 'same-colour';

/** Glyphs painted one after the other without a gap, or one space. */
export interface Fragment {
  /** Text of each glyph, in the order they are painted; a ligature is one of several letters. */
  glyphs: string[];
  /** Where the baseline begins and ends, page space: points from the upper left of the page as it is shown. */
  x: number;
  y: number;
  endX: number;
  endY: number;
  /** Height of the letters: the effective font size in points. */
  size: number;
  font: FontFacts;
  /** Painted as nothing at all (render mode 3), which a recognised text over a scan is too. */
  invisible: boolean;
  unseen?: Unseen | undefined;
}

export interface FontFacts {
  id: string;
  bold: boolean;
  vertical: boolean;
  monospace: boolean;
}

/** Something that covers what was painted before. */
export interface Area {
  box: Box;
  /** `#rrggbb`; absent for pictures, gradients and patterns. */
  colour?: string | undefined;
  /** Fills its box wholly. */
  solid: boolean;
  /** How many fragments were painted before it. */
  after: number;
}

export interface TracedPage {
  fragments: Fragment[];
  /** Share of the page that pictures cover, 0 to 1. */
  pictured: number;
}
