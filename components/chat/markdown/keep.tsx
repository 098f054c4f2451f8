import { Fragment, type VNode } from 'preact';

/**
 * Wraps a node that is handed to Preact again and again, unchanged. Preact copies such a node at every drawing; under
 * a component the copies let go of each other, under an element the first one holds on to everything that was drawn
 * with it, so that a long answer would keep a copy of itself for each of its blocks.
 */
export function keep(node: VNode): VNode {
  return <Fragment key={node.key}>{node}</Fragment>;
}
