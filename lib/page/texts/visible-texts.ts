import type { PageText } from '~/lib/shared/page-content';
import type { SnapElement, SnapNode } from '../snapshot';
import { LINE_BREAK, rawText } from '../tree';

/** Shown as code, typed or printed: what is in there is no talk to anybody. */
const BLOCKS_OF_CODE = new Set(['pre', 'listing', 'xmp', 'textarea']);
const CODE = new Set(['code', 'samp', 'kbd', 'tt', 'var', 'q', 'cite', 'del', 's']);
/** Characters from which a run of text is judged in parts. */
const LONG = 12_000;

/** Shorter texts are no labels; in some scripts a word is two characters. */
const SHORTEST = 10;
const SHORTEST_DENSE = 4;
/** A paragraph that is all code: it is shown, as an example. */
const ALL_CODE = /^\s*“[^“”]*”[\s.,;]*$/;
const NOT_ASCII = /[^\0-\x7F]/;

/** The running texts that readers see, paragraph by paragraph, blocks of code apart. Code and quotations within a line are in quotation marks. */
export function* readVisibleTexts(root: SnapElement): Generator<PageText> {
  const stack: (SnapNode | { close: SnapElement })[] = [root];
  let buffer = '';
  let quotes = 0;
  const flush = function* (): Generator<PageText> {
    const text = buffer;
    buffer = '';
    if (text.trim().length >= (NOT_ASCII.test(text) ? SHORTEST_DENSE : SHORTEST)) yield { carrier: 'visible', text, ...(quotes > 0 || ALL_CODE.test(text) ? { quoted: true } : {}) };
  };
  for (let next = stack.pop(); next; next = stack.pop()) {
    if ('close' in next) {
      const { tag, block } = next.close;
      if (CODE.has(tag)) buffer += '”';
      if (block) yield* flush();
      if (tag === 'blockquote') quotes--;
    } else if (next.kind === 'text') {
      buffer += next.text;
      if (buffer.length > LONG) yield* flush();
    } else if (BLOCKS_OF_CODE.has(next.tag)) {
      yield* flush();
      yield { carrier: 'visible', text: rawText(next).replaceAll(LINE_BREAK, ' '), code: true };
    } else {
      const { tag, block, children } = next;
      if (block || tag === 'br') buffer += ' ';
      if (block) yield* flush();
      if (tag === 'blockquote') quotes++;
      if (CODE.has(tag)) buffer += ' “';
      stack.push({ close: next });
      for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as SnapNode);
    }
  }
  yield* flush();
}
