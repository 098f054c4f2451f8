import type { Snapshot } from './snapshot';
import { isBlockTag } from './tags';
import { childrenBackwards } from './unclobbered';
import type { HiddenReason } from './visibility';

/** Never text, and nothing in them is shown as text. */
export const SKIPPED = new Set([
  'script', 'style', 'noscript', 'template', 'head', 'meta', 'link', 'title', 'base', 'object', 'embed', 'applet', 'audio', 'canvas',
  'svg', 'map', 'area', 'datalist', 'param', 'source', 'track', 'progress', 'meter', 'noframes', 'noembed', 'select', 'input', 'textarea',
  'video', 'frameset',
]);

/** Places where pieces of text touch each other, and characters of a text with them: a menu has more. */
const FEWEST_CUTS = 2;
const MOST_CUT = 1_000;

/** Notes the text below a node that the reader cannot see, and why. */
export function collectHidden(node: Node, reason: HiddenReason, snapshot: Snapshot): void {
  if (node.nodeType === 3) {
    if (!isBlank(node.nodeValue ?? '')) snapshot.hidden.push({ reason, text: node.nodeValue ?? '' });
    return;
  }
  const parts: string[] = [];
  let touches = 0;
  let wasText = false;
  const stack: Node[] = [node];
  for (let inner = stack.pop(); inner; inner = stack.pop()) {
    if (inner.nodeType === 3) {
      const text = inner.nodeValue ?? '';
      const last = parts.at(-1);
      if (wasText && last !== undefined && /\S$/.test(last) && /^\S/.test(text)) touches++;
      wasText = !isBlank(text);
      if (wasText) parts.push(text);
    } else if (inner.nodeType === 1 && isBlockTag((inner as Element).localName)) wasText = false;
    if (inner.nodeType !== 1 || SKIPPED.has((inner as Element).localName)) continue;
    for (const child of childrenBackwards(inner)) stack.push(child);
  }
  if (parts.length === 0) return;
  const text = parts.join(' ');
  // Words may be cut in pieces that look whole side by side.
  const isCut = touches >= FEWEST_CUTS && text.length <= MOST_CUT;
  snapshot.hidden.push({ reason, text, ...(isCut ? { closed: parts.join('') } : {}) });
}

const NOT_BLANK = /[^\s\u200B-\u200D\u2060\uFEFF]/;

/** Nothing but white space and letters without width. */
export function isBlank(text: string): boolean {
  return !NOT_BLANK.test(text);
}
