import type { Block } from '~/lib/shared/page-content';
import type { PassageSource } from '~/lib/shared/source';
import { findMarksInMarkdown } from '~/lib/shared/source-marks';
import { stripInvisible } from '~/lib/shared/visible-text';
import { documentOf, type PassageIndex, shorten } from './passage-index';
import type { Quotation } from './read-quotation';

/** A quotation of an answer that was compared with the page: `source` tells what came of it, with a number of no meaning. */
export interface CheckedQuotation {
  mark: number;
  source: PassageSource;
}

/** Compares a quotation with the page. */
export function checkQuotation({ mark, quote }: Quotation, index: PassageIndex): CheckedQuotation {
  const passage = index.find(quote);
  return { mark, source: passage ? passageSource(0, passage.text, passage.block) : { kind: 'passage', n: 0, quote: shorten(stripInvisible(quote)), holds: false } };
}

/**
 * What an answer rests on, numbered by where its marks first stand in it. What no mark names is left out, unless there are no marks at all.
 * @param whole nothing more will be named: marks without a quotation get a source that does not hold, if they are marks at all (numbers from 1 without a gap)
 */
export function numberSources(text: string, quotations: readonly CheckedQuotation[], whole: boolean): PassageSource[] {
  const named = new Map<number, PassageSource>();
  // Of several for one mark, the first that holds.
  for (const { mark, source } of quotations) if (!named.has(mark) || (source.holds && !named.get(mark)?.holds)) named.set(mark, source);
  const marks = new Set(findMarksInMarkdown(text).flatMap(({ numbers }) => numbers));
  if (marks.size === 0) return [...named.values()].map((source, index) => ({ ...source, n: index + 1 }));
  const last = whole ? lastInRow(marks, named) : 0;
  const nothing: PassageSource = { kind: 'passage', n: 0, quote: '', holds: false };
  const shown = [...marks].flatMap((mark) => {
    const source = named.get(mark) ?? (mark <= last ? nothing : undefined);
    return source ? [{ ...source, mark }] : [];
  });
  return shown.map((source, index) => ({ ...source, n: index + 1 }));
}

function lastInRow(marks: ReadonlySet<number>, named: ReadonlyMap<number, unknown>): number {
  let last = 0;
  while (marks.has(last + 1) || named.has(last + 1)) last++;
  return last;
}

/** A source that holds: words of the page, and the block they stand in. */
export function passageSource(n: number, text: string, block: Block | undefined): PassageSource {
  const documentId = block && documentOf(block);
  return {
    kind: 'passage', n, quote: text, holds: true,
    ...(block ? { blockId: block.id } : {}),
    ...(documentId ? { documentId } : {}),
    ...(block?.page === undefined ? {} : { page: block.page }),
  };
}

/** The list of an answer as its model has written it, to be continued; empty when it has not begun. */
export function writeList(sources: readonly PassageSource[]): string {
  const lines = sources.filter(({ quote }) => quote).map(({ mark, n, quote }) => `[${mark ?? n}] "${quote}"\n`);
  return lines.length > 0 ? `\n\n<sources>\n${lines.join('')}` : '';
}
