import type { Block } from '~/lib/shared/page-content';

import type { Scored } from './score';

/** The sentences under one heading; without one, those before the first. */
export interface Section {
  heading?: string;
  sentences: Scored[];
}

/** Groups sentences by the headings of the highest level of which there are several; sections without sentences are left out. */
export function splitSections(blocks: readonly Block[], sentences: readonly Scored[]): Section[] {
  const counts = new Map<number, number>();
  for (const block of blocks) {
    if (block.kind === 'heading') counts.set(block.level, (counts.get(block.level) ?? 0) + 1);
  }
  const level = Math.min(...[...counts].flatMap(([depth, count]) => (count > 1 ? depth : [])), 7);
  const sections: Section[] = [{ sentences: [] }];
  let next = 0;
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'heading' && block.level <= level) sections.push({ heading: block.text, sentences: [] });
    for (let sentence = sentences[next]; sentence?.block === i; sentence = sentences[++next]) {
      sections.at(-1)?.sentences.push(sentence);
    }
  }
  return sections.filter((section) => section.sentences.length > 0);
}
