import type { VNode } from 'preact';
import { keep } from './keep';
import { LateLinks } from './late-links';
import { lexBlocks, lexProvisionally } from './lexer';
import type { Answer } from './open-block';
import { renderBlocks } from './render-blocks';

/** The finished nodes of a source that begins and ends between blocks. Its link definitions become known. */
export function finishBlocks(source: string, answer: Answer, key: number): VNode[] {
  const { tokens, defined } = lexBlocks(source, answer.links.known);
  answer.links.announce(defined);
  const labels = answer.links.undefinedIn(source);
  const outline = answer.outline.copy();
  const nodes = renderBlocks(tokens, answer.outline, key);
  if (labels.length === 0) return nodes;
  const draw = () => renderBlocks(lexProvisionally(source, answer.links.known), outline.copy(), key);
  return [<LateLinks key={key} links={answer.links} labels={labels} draw={draw} />];
}

/** The nodes of a source that may still grow: nothing of it is remembered. */
export function previewBlocks(source: string, answer: Answer, key: number): VNode[] {
  return renderBlocks(lexProvisionally(source, answer.links.known), answer.outline.copy(), key);
}

/**
 * One finished part of a larger block. `draw` reads the source and may be called again, when a definition for a label
 * in it comes; `drawNow` may use what was read already.
 */
export function finishPart(source: string, answer: Answer, key: number, draw: () => VNode, drawNow = draw): VNode {
  const labels = answer.links.undefinedIn(source);
  return labels.length === 0 ? keep(drawNow()) : <LateLinks key={key} links={answer.links} labels={labels} draw={draw} />;
}
