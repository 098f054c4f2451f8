import { FenceBlock } from './fence-block';
import { judgeDefinition, judgeIndented, judgeQuote, LeafBlock } from './leaf-block';
import { isBlank, isDefinition, isHeading, isIndented, isQuote, isRule, readBullet, readFence } from './lines';
import { ListBlock } from './list-block';
import type { Answer, OpenBlock } from './open-block';
import { ParagraphBlock } from './paragraph-block';

/** The block that a line between blocks begins; a heading or rule is one that refuses every further line. */
export function startBlock(line: string, answer: Answer, key: number): OpenBlock | undefined {
  if (isBlank(line)) return undefined;
  if (isIndented(line)) return new LeafBlock(answer, key, line, judgeIndented);
  const fence = readFence(line);
  if (fence) return new FenceBlock(key, fence);
  if (isHeading(line) || isRule(line)) return new LeafBlock(answer, key, line, () => 'refused');
  if (isQuote(line)) return new LeafBlock(answer, key, line, judgeQuote);
  const bullet = readBullet(line);
  if (bullet) return new ListBlock(answer, key, line, bullet);
  if (isDefinition(line)) return new LeafBlock(answer, key, line, judgeDefinition);
  const paragraph = new ParagraphBlock(answer, key);
  paragraph.takeLine(line);
  return paragraph;
}
