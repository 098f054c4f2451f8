import type { Fragment, Unseen } from '../tracing/fragment';

/** A fragment in the frame of its line of writing: `u` grows along the line, `v` downwards from line to line. Points. */
export interface Piece {
  glyphs: string[];
  u0: number;
  u1: number;
  /** The baseline. */
  v: number;
  size: number;
  font: string;
  bold: boolean;
  monospace: boolean;
  unseen?: Unseen | undefined;
}

/** Writing of one direction on a page. */
export interface Frame {
  /** Degrees clockwise from left to right; text written top down (vertical Chinese and Japanese) has 90. */
  angle: number;
  pieces: Piece[];
}

/** Degrees within which directions are taken for one. */
const STEP = 5;

/** The fragments of a page by the direction they are written in; that of most letters comes first. */
export function sortIntoFrames(fragments: readonly Fragment[]): Frame[] {
  const frames = new Map<number, Frame>();
  for (const fragment of fragments) {
    const angle = angleOf(fragment);
    let frame = frames.get(angle);
    if (!frame) frames.set(angle, (frame = { angle, pieces: [] }));
    frame.pieces.push(toPiece(fragment, angle));
  }
  const letters = ({ pieces }: Frame) => pieces.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
  return [...frames.values()].map((frame) => ({ frame, letters: letters(frame) })).sort((a, b) => b.letters - a.letters).map(({ frame }) => frame);
}

function angleOf({ x, y, endX, endY }: Fragment): number {
  if (Math.hypot(endX - x, endY - y) < 0.01) return 0;
  const degrees = (Math.atan2(endY - y, endX - x) * 180) / Math.PI;
  return (Math.round(degrees / STEP) * STEP + 360) % 360;
}

function toPiece({ glyphs, x, y, endX, endY, size, font, unseen }: Fragment, angle: number): Piece {
  const cos = Math.cos((angle * Math.PI) / 180);
  const sin = Math.sin((angle * Math.PI) / 180);
  return {
    glyphs,
    u0: x * cos + y * sin,
    u1: endX * cos + endY * sin,
    v: -x * sin + y * cos,
    size,
    font: font.id,
    bold: font.bold,
    monospace: font.monospace,
    unseen,
  };
}
