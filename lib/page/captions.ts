import { collapse } from './clean-text';
import { CAPTION_NAMES } from './furniture-names';
import type { SnapElement } from './snapshot';
import { headingLevel } from './tags';
import { findElement, LINE_BREAK, rawText } from './tree';

/** Characters: a longer passage under a picture is text. */
const LONGEST_NAMED = 700;
const LONGEST_UNNAMED = 160;

/** The caption of a `<figure>`; the text of a figure that has no `<figcaption>` serves too. */
export function readCaption(figure: SnapElement): string | undefined {
  const caption = findElement(figure, (inner) => inner.tag === 'figcaption');
  return textOf(caption ?? figure) || undefined;
}

/** The text of an element that is a caption by name, or that holds nothing but a picture and a line below it. */
export function readLooseCaption(element: SnapElement): string | undefined {
  const { tag } = element;
  if ((!element.block && tag !== 'span') || headingLevel(tag) > 0 || tag === 'td' || tag === 'li' || tag === 'body' || tag === 'table') return undefined;
  if (tag === 'figcaption' || (element.hint !== '' && CAPTION_NAMES.test(element.hint))) {
    if (rawText(element, undefined, LONGEST_NAMED * 4).length > LONGEST_NAMED * 4) return undefined;
    const text = textOf(element);
    return text.length > 0 && text.length <= LONGEST_NAMED && !findElement(element, isLarge) ? text : undefined;
  }
  return tag === 'div' || tag === 'center' || tag === 'p' || tag === 'section' || tag === 'dl' ? readBelowPicture(element) : undefined;
}

function readBelowPicture(element: SnapElement): string | undefined {
  if (element.children.length > 12) return undefined;
  if (!startsWithPicture(element) || rawText(element, undefined, LONGEST_UNNAMED * 4).length > LONGEST_UNNAMED * 4) return undefined;
  const text = textOf(element);
  if (text === '' || text.length > LONGEST_UNNAMED || findElement(element, isLarge)) return undefined;
  return text;
}

function startsWithPicture(element: SnapElement): boolean {
  for (const child of element.children) {
    if (child.kind === 'text') {
      if (child.text.trim() !== '') return false;
    } else if (child.tag === 'img') return true;
    else if (child.children.length > 0) return startsWithPicture(child);
  }
  return false;
}

function isLarge(element: SnapElement): boolean {
  return headingLevel(element.tag) > 0 || element.tag === 'ul' || element.tag === 'ol' || element.tag === 'table' || element.tag === 'pre' || element.tag === 'blockquote';
}

function textOf(element: SnapElement): string {
  return collapse(rawText(element).replaceAll(LINE_BREAK, ' '));
}
