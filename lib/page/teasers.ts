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

/** Whether an element's children are cards that each lead to another page: alike, short, headed by a link. */
export function areTeasers(container: SnapElement, measures: Map<SnapElement, Measure>, all: number): boolean {
  const children = elementChildren(container);
  if (children.length < FEWEST || container.children.length > 200) return false;
  if ((measures.get(container)?.characters ?? 0) > all * LARGEST_SHARE) return false;
  const signature = (child: SnapElement) => `${child.tag} ${child.hint.split(/[\s_-]/)[0] ?? ''}`;
  const first = signature(children[0] as SnapElement);
  let cards = 0;
  let characters = 0;
  for (const child of children) {
    if (signature(child) !== first) return false;
    const measure = measures.get(child);
    if (!measure || measure.characters > LONGEST) return false;
    characters += measure.characters;
    if (isCard(child, measure, measures)) cards++;
  }
  return cards >= FEWEST && cards >= children.length * 0.8 && characters / children.length <= LONGEST_MEAN;
}

function isCard(element: SnapElement, measure: Measure, measures: Map<SnapElement, Measure>): boolean {
  if (measure.linked === 0) return false;
  const isHeading = (inner: SnapElement) => headingLevel(inner.tag) > 0 || /(?:^|[^a-z])(?:title|headline)(?![a-z])/.test(inner.hint);
  const linkedHeading = findElement(element, (inner) => isHeading(inner) && (measures.get(inner)?.linked ?? 0) > 0);
  if (linkedHeading) return true;
  return measure.pictures > 0 && measure.linked > measure.characters * 0.6;
}
