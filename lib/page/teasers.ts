import type { Measure } from './measure';
import type { SnapElement } from './snapshot';
import { headingLevel } from './tags';
import { elementChildren, findElement } from './tree';

/** Characters of a teaser at most: heading and a line or two. A longer one is an entry of the page's own. */
const LONGEST = 700;
/** And on average. */
const LONGEST_MEAN = 350;
/** As many alike, at least. */
const FEWEST = 3;
/** Share of the article's characters that its teasers have at most. */
const LARGEST_SHARE = 0.5;

/** Those of an element's children that are cards which each lead to another page: alike, short, headed by a link. */
export function findTeasers(container: SnapElement, measures: Map<SnapElement, Measure>, all: number): SnapElement[] {
  const children = elementChildren(container).filter((child) => (measures.get(child)?.characters ?? 0) > 0);
  if (children.length < FEWEST || children.length > 200) return [];
  if ((measures.get(container)?.characters ?? 0) > all * LARGEST_SHARE) return [];
  const signature = (child: SnapElement) => `${child.tag} ${child.hint.split(/[\s_-]/)[0] ?? ''}`;
  const first = signature(children[Math.floor(children.length / 2)] as SnapElement);
  let characters = 0;
  const cards = children.filter((child) => {
    const measure = measures.get(child);
    if (!measure || signature(child) !== first || measure.characters > LONGEST || !isCard(child, measure, measures)) return false;
    characters += measure.characters;
    return true;
  });
  return cards.length >= FEWEST && cards.length >= children.length * 0.6 && characters / cards.length <= LONGEST_MEAN ? cards : [];
}

function isCard(element: SnapElement, measure: Measure, measures: Map<SnapElement, Measure>): boolean {
  if (measure.linked === 0) return false;
  const isHeading = (inner: SnapElement) => headingLevel(inner.tag) > 0 || /(?:^|[^a-z])(?:title|headline)(?![a-z])/.test(inner.hint);
  const linkedHeading = findElement(element, (inner) => isHeading(inner) && (measures.get(inner)?.linked ?? 0) > 0);
  if (linkedHeading) return true;
  return measure.pictures > 0 && measure.linked > measure.characters * 0.6;
}
