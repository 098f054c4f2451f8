import type { SnapElement } from './snapshot';

/** What an element holds, all below it included. White space does not count. */
export interface Measure {
  characters: number;
  linked: number;
  pictures: number;
  /** Characters of running text: passages as long as a sentence or two, links aside. */
  running: number;
}

/** Characters of a passage that is running text: some 20 words. */
const RUNNING = 100;

/** One pass over the tree. Text within a link counts as linked. */
export function measureTree(root: SnapElement): Map<SnapElement, Measure> {
  const measures = new Map<SnapElement, Measure>();
  measureInto(root, false, measures);
  return measures;
}

function measureInto(element: SnapElement, inLink: boolean, measures: Map<SnapElement, Measure>): Measure {
  const total: Measure = { characters: 0, linked: 0, pictures: element.tag === 'img' ? 1 : 0, running: 0 };
  const link = inLink || (element.tag === 'a' && element.element.hasAttribute('href'));
  /** Characters of the passage that is being gathered: text and inline elements in a row. */
  let passage = 0;
  for (const child of element.children) {
    if (child.kind === 'text') {
      const count = countCharacters(child.text);
      total.characters += count;
      if (link) total.linked += count;
      else passage += count;
      continue;
    }
    if (child.block && passage >= RUNNING) total.running += passage;
    if (child.block) passage = 0;
    const below = measureInto(child, link, measures);
    if (!child.block) passage += below.characters - below.linked - below.running;
    total.characters += below.characters;
    total.linked += below.linked;
    total.pictures += below.pictures;
    total.running += below.running;
  }
  if (element.block && passage >= RUNNING) total.running += passage;
  measures.set(element, total);
  return total;
}

/** Characters that are no white space. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 32) count++;
  return count;
}
