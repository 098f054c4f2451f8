import type { Snapshot } from './snapshot';
import { childrenBackwards } from './unclobbered';
import type { HiddenReason } from './visibility';

/** Never text, and nothing in them is shown as text. */
export const SKIPPED = new Set([
  'script', 'style', 'noscript', 'template', 'head', 'meta', 'link', 'title', 'base', 'object', 'embed', 'applet', 'audio', 'canvas',
  'svg', 'map', 'area', 'datalist', 'param', 'source', 'track', 'progress', 'meter', 'noframes', 'noembed', 'select', 'input', 'textarea',
  'video', 'frameset',
]);

/** Notes the text below a node that the reader cannot see, and why. */
export function collectHidden(node: Node, reason: HiddenReason, snapshot: Snapshot): void {
  if (node.nodeType === 3) {
    if (!isBlank(node.nodeValue ?? '')) snapshot.hidden.push({ reason, text: node.nodeValue ?? '' });
    return;
  }
  const parts: string[] = [];
  const stack: Node[] = [node];
  for (let inner = stack.pop(); inner; inner = stack.pop()) {
    if (inner.nodeType === 3 && !isBlank(inner.nodeValue ?? '')) parts.push(inner.nodeValue ?? '');
    if (inner.nodeType !== 1 || SKIPPED.has((inner as Element).localName)) continue;
    for (const child of childrenBackwards(inner)) stack.push(child);
  }
  if (parts.length > 0) snapshot.hidden.push({ reason, text: parts.join(' ') });
}

const NOT_BLANK = /[^\s\u200B-\u200D\u2060\uFEFF]/;

/** Nothing but white space and letters without width. */
export function isBlank(text: string): boolean {
  return !NOT_BLANK.test(text);
}
