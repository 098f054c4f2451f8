import { collapse } from './clean-text';
import type { SnapElement } from './snapshot';
import { findElement, LINE_BREAK, rawText } from './tree';

/** The caption of a `<figure>`; the text of a figure that has no `<figcaption>` serves too. */
export function readCaption(figure: SnapElement): string | undefined {
  const caption = findElement(figure, (inner) => inner.tag === 'figcaption');
  return collapse(rawText(caption ?? figure).replaceAll(LINE_BREAK, ' ')) || undefined;
}
