import { removeInvisible } from '~/lib/shared/invisible';
import type { SnapElement, SnapNode } from './snapshot';
import { findElement } from './tree';

/** A code block's text, blank lines around it removed, and its language where the page names it; text may be empty. */
export function readCode(pre: SnapElement): { text: string; language?: string } {
  const text = removeInvisible(plainText(pre)).replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  const language = codeLanguage(pre);
  return { text, ...(language ? { language } : {}) };
}

/** Text as written: code keeps its white space, and its lines where they are elements. */
function plainText(element: SnapElement): string {
  let text = '';
  const stack: (SnapNode | null)[] = [...element.children].reverse();
  const endLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === null) endLine();
    else if (node.kind === 'text') text += node.text;
    else if (node.tag === 'br') text += '\n';
    else {
      if (node.block && node.tag !== 'td') {
        endLine();
        stack.push(null);
      }
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as SnapNode);
    }
  }
  return text;
}

/** Class names by which highlighters tell the language: Prism, highlight.js, Pygments, Rouge, GitHub, SyntaxHighlighter. */
const LANGUAGE = /(?:^|\s)(?:lang(?:uage)?-|highlight-source-|highlight-text-|brush:\s*|sourcecode\s+)([\w#+.-]+)/;

function codeLanguage(pre: SnapElement): string | undefined {
  const near = [pre, findElement(pre, (inner) => inner.tag === 'code'), pre.parent, pre.parent?.parent];
  for (const element of near) {
    if (!element) continue;
    const named = element.element.getAttribute('data-lang') ?? element.element.getAttribute('data-language') ?? LANGUAGE.exec(element.hint)?.[1];
    if (named && named !== 'none' && named !== 'plaintext') return named.toLowerCase().replace(/^highlight-(?:source|text)-/, '');
  }
  return undefined;
}
