import { isRightToLeft } from '~/lib/shared/right-to-left';
import { blockText } from '~/lib/shared/block-text';
import type { Finding } from '~/lib/shared/guard';
import type { Block, Omission, PageContent } from '~/lib/shared/page-content';
import { countWords } from '~/lib/shared/words';
import { findScannedPages } from '~/lib/storage/scanned-pages';
import { NO_TEXT } from '~/lib/tasks/whole/no-text';
import { readPlainText } from '../../plain-page';
import { withHeadings } from '../../with-headings';

/**
 * A PDF with what models have read of its pages that are pictures, each at its place among the others. That text is hostile like all of the
 * document, and judged like it. Adds what has come since to a document that has some of it already.
 */
export async function addScans(page: PageContent, signal: AbortSignal): Promise<PageContent> {
  const { pages } = page;
  if (!pages?.hash || pages.pictures.length === 0) return page;
  const known = await findScannedPages(pages.hash);
  const read = pages.pictures.filter((number) => known.has(number));
  if (read.length === 0) return page;
  const added: Block[] = [];
  const findings: Finding[] = [];
  for (const number of read) {
    const text = known.get(number) ?? '';
    if (text === NO_TEXT) continue;
    const own = withHeadings(await readPlainText(text, '', signal));
    const name = (id: string) => `s${number}.${id}`;
    added.push(...own.blocks.map((block) => ({ ...block, id: name(block.id), page: number })));
    findings.push(...(own.findings ?? []).map(({ blockId, ...finding }) => ({ ...finding, ...(blockId === undefined ? {} : { blockId: name(blockId) }) })));
  }
  const all = [...(page.findings ?? []), ...findings];
  return {
    ...page,
    blocks: merge(page.blocks, added),
    dir: page.blocks.length > 0 ? page.dir : isRightToLeft(added.slice(0, 200).map(blockText).join(' ')) ? 'rtl' : 'ltr',
    wordCount: page.wordCount + added.reduce((sum, block) => sum + countWords(blockText(block)), 0),
    omissions: page.omissions.flatMap((omission) => without(omission, pages.pictures.filter((number) => !known.has(number)))),
    pages: { ...pages, pictures: pages.pictures.filter((number) => !known.has(number)), recognized: [...(pages.recognized ?? []), ...read].sort((a, b) => a - b) },
    ...(all.length > 0 ? { findings: all } : {}),
  };
}

/** Both are in the order of their pages; no page has blocks of both. */
function merge(blocks: readonly Block[], added: readonly Block[]): Block[] {
  const merged: Block[] = [];
  let next = 0;
  for (const block of blocks) {
    for (let scan = added[next]; scan && (scan.page ?? 0) < (block.page ?? 0); scan = added[++next]) merged.push(scan);
    merged.push(block);
  }
  return [...merged, ...added.slice(next)];
}

function without(omission: Omission, left: readonly number[]): Omission[] {
  if (omission.reason !== 'picture-page') return [omission];
  return left.length > 0 ? [{ ...omission, passages: left.length, words: left.length, excerpts: left.slice(0, 5).map(String) }] : [];
}
