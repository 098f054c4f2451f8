import { cleanLang } from './metadata';
import type { SnapElement } from './snapshot';
import { elementChildren } from './tree';

/**
 * BCP 47 tag that the page declares nearest to a block: on what the block consists of, or on what it stands in.
 * Undefined when it is the page's own.
 * @param element where the block begins, of which an inline element may be but a part.
 */
export function declaredLanguage(element: SnapElement, page: string | undefined): string | undefined {
  let around: SnapElement = element;
  while (!around.block && around.parent) around = around.parent;
  for (let only = around; ; ) {
    const lang = ownLanguage(only);
    if (lang !== undefined) return differing(lang, page);
    const [child, ...others] = elementChildren(only);
    if (!child || others.length > 0 || only.children.some((node) => node.kind === 'text' && node.text.trim() !== '')) break;
    only = child;
  }
  for (let at = around.parent; at; at = at.parent) {
    const lang = ownLanguage(at);
    if (lang !== undefined) return differing(lang, page);
  }
  return undefined;
}

function differing(lang: string, page: string | undefined): string | undefined {
  return lang === '' || lang === page ? undefined : lang;
}

function ownLanguage({ element }: SnapElement): string | undefined {
  const declared = element.getAttribute('lang') ?? element.getAttribute('xml:lang');
  return declared === null ? undefined : cleanLang(declared);
}
