import type { Finding } from '~/lib/shared/guard';
import type { PageText } from '~/lib/shared/page-content';
import { Turns } from '~/lib/shared/turns';
import { inspectPassages, listFindings, PassageInspector } from './inspect-passages';

/** A paragraph of a plain text, invisible characters included. */
export interface Paragraph {
  raw: string;
  /** The block that was made of it; absent when nothing of it can be seen. */
  blockId?: string | undefined;
}

/**
 * Orders to an assistant in a text that has no mark-up: all of it is in plain sight, but for what invisible characters spell.
 * Throws the signal's reason once it is aborted.
 */
export async function inspectParagraphs(paragraphs: readonly Paragraph[], signal?: AbortSignal): Promise<Finding[]> {
  const inspector = new PassageInspector(() => paragraphs.map(({ raw }) => raw).join(' '));
  const texts = paragraphs.map(({ raw, blockId }): PageText => ({ carrier: 'visible', text: raw, ...(blockId === undefined ? {} : { blockId }) }));
  const flagged = await inspectPassages(cutLong(texts), inspector, new Turns(signal));
  return listFindings(flagged.map(({ finding }) => finding));
}

/** Characters that are judged at a time; parts overlap by as much as an order may take. */
const PART = 12_000;
const OVERLAP = 500;

/** The texts, long ones in parts. */
export function* cutLong(texts: Iterable<PageText>): Generator<PageText> {
  for (const one of texts) {
    for (let at = 0; at === 0 || at < one.text.length - OVERLAP; at += PART - OVERLAP) {
      yield one.text.length <= PART ? one : { ...one, text: one.text.slice(at, at + PART) };
    }
  }
}
