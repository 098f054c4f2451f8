import type { Finding } from '~/lib/shared/guard';
import { inspectPassages, listFindings, type Passage, PassageInspector } from './inspect-passages';

/** A paragraph of a plain text, invisible characters included. */
export interface Paragraph {
  raw: string;
  /** The block that was made of it; absent when nothing of it can be seen. */
  blockId?: string | undefined;
}

/** Characters that are judged at a time; parts overlap by as much as an order may take. */
const PART = 12_000;
const OVERLAP = 500;

/** Orders to an assistant in a text that has no mark-up: all of it is in plain sight, but for what invisible characters spell. */
export function inspectParagraphs(paragraphs: readonly Paragraph[]): Finding[] {
  const inspector = new PassageInspector(() => paragraphs.map(({ raw }) => raw).join(' '));
  return listFindings(inspectPassages(cut(paragraphs), inspector).map(({ finding }) => finding));
}

function* cut(paragraphs: readonly Paragraph[]): Generator<Passage> {
  for (const { raw, blockId } of paragraphs) {
    for (let at = 0; at === 0 || at < raw.length - OVERLAP; at += PART - OVERLAP) {
      yield { carrier: 'visible', text: raw.slice(at, at + PART), ...(blockId === undefined ? {} : { blockId }) };
    }
  }
}
