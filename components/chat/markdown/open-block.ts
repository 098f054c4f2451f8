import type { VNode } from 'preact';
import type { LinkDefinitions } from './link-definitions';
import type { Outline } from './outline';

/** What the blocks of one answer share. */
export interface Answer {
  links: LinkDefinitions;
  outline: Outline;
}

/** `open`: the line is part of the block. `last`: it is, and ends it. `refused`: the block ended before it. */
export type Verdict = 'open' | 'last' | 'refused';

/**
 * The block at the end of a growing answer. What becomes of a line is decided from that line and those before it
 * alone: therefore the result is the same however the text was cut into pieces.
 */
export interface OpenBlock {
  takeLine(line: string): Verdict;
  /** Whether a line that begins like this belongs to the block, however it goes on. */
  commits?(beginning: string): boolean;
  /** A piece of a line that was committed to. */
  takePiece?(piece: string): void;
  endLine?(): void;
  /** The block as it looks now, `partial` being a line that has begun and is not yet taken. */
  view(partial: string): VNode[];
  /** The finished block. */
  close(): VNode[];
  /** A block to go on with after this one has closed, made of lines that turned out to be its own. */
  successor?: OpenBlock;
}
