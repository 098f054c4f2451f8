import { hostOf } from '~/lib/shared/base-url';
import type { Finding } from '~/lib/shared/guard';
import type { Block, Omission, PageContent, PageDocument, PageImage } from '~/lib/shared/page-content';
import { countWords } from '~/lib/shared/words';

/** A document that was read, before it is one of several. */
export interface ReadDocument extends Omit<PageDocument, 'id' | 'title' | 'pages'> {
  page: PageContent;
}

/** Lowest level of a heading. */
const LOWEST = 6;

/**
 * Several documents as one page, so that all that is done with a page is done with them: whole, in parts, in passages, by the guard.
 * Their blocks follow each other in the order given, each document's behind a heading of its own, under which its
 * headings move down by a level. One document stays what it is.
 * @param documents each judged already (`inspectPage`): findings and omissions keep to theirs; at least one
 */
export function composeDocuments(documents: readonly ReadDocument[]): PageContent {
  const [first] = documents;
  if (!first) throw new Error('no documents');
  if (documents.length === 1) return first.page;
  const named = documents.map((document, index) => name(document, index));
  const findings = documents.flatMap(({ page }, i) => (page.findings ?? []).map((finding) => ofDocument(finding, `d${i + 1}`)));
  const blocks = documents.map((document, i) => writeBlocks(document, `d${i + 1}`, i, first.page.lang));
  return {
    url: first.page.url,
    title: first.page.title,
    ...(first.page.lang ? { lang: first.page.lang } : {}),
    dir: first.page.dir,
    kind: 'page',
    blocks: blocks.flat(),
    images: documents.flatMap(({ page }, i) => page.images.map((image) => imageOf(image, `d${i + 1}`))),
    wordCount: documents.reduce((sum, { page }, i) => sum + page.wordCount + countWords(headingOf(blocks[i])), 0),
    omissions: documents.flatMap(({ page }, i) => page.omissions.map((omission): Omission => ({ ...omission, documentId: `d${i + 1}` }))),
    ...(findings.length > 0 ? { findings } : {}),
    documents: named,
  };
}

/** What a document is called: by itself, or, where that is nothing or was an order to an assistant, by where it is. */
function titleOf({ page, url }: ReadDocument): string {
  return page.title.replace(/\s+/g, ' ').trim() || hostOf(url) || url;
}

function name(document: ReadDocument, index: number): PageDocument {
  const { kind, url, tabId, fileId } = document;
  return {
    id: `d${index + 1}`,
    kind,
    title: titleOf(document),
    url,
    ...(tabId === undefined ? {} : { tabId }),
    ...(fileId === undefined ? {} : { fileId }),
    ...(document.page.pages ? { pages: document.page.pages.total } : {}),
  };
}

function writeBlocks(document: ReadDocument, id: string, index: number, lang: string | undefined): Block[] {
  const { page } = document;
  const heading: Block = { id: `${id}.title`, kind: 'heading', level: 1, text: `Document ${index + 1}: ${titleOf(document)}` };
  const language = page.lang !== lang && page.lang ? { lang: page.lang } : {};
  return [heading, ...page.blocks.map((block) => ({ ...language, ...moveBlock(block, id) }))];
}

function moveBlock(block: Block, id: string): Block {
  const moved = { ...block, id: `${id}.${block.id}` };
  if (moved.kind === 'heading') return { ...moved, level: Math.min(LOWEST, moved.level + 1) };
  if (moved.kind === 'figure') return { ...moved, imageIds: moved.imageIds.map((image) => `${id}.${image}`) };
  return moved;
}

function headingOf(blocks: readonly Block[] = []): string {
  const [heading] = blocks;
  return heading?.kind === 'heading' ? heading.text : '';
}

function imageOf({ blockId, ...image }: PageImage, id: string): PageImage {
  return { ...image, id: `${id}.${image.id}`, ...(blockId === undefined ? {} : { blockId: `${id}.${blockId}` }) };
}

function ofDocument({ blockId, ...finding }: Finding, id: string): Finding {
  return { ...finding, documentId: id, ...(blockId === undefined ? {} : { blockId: `${id}.${blockId}` }) };
}
