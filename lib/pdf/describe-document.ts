import { OmissionLedger } from '~/lib/page/omissions';
import { blockText } from '~/lib/shared/block-text';
import { INVISIBLE, readTags } from '~/lib/shared/invisible';
import type { ExtractedPage, PageText } from '~/lib/shared/page-content';
import type { PdfOrder } from '~/lib/shared/pdf';
import { countWords } from '~/lib/shared/words';
import { findFurniture } from './layout/find-furniture';
import { isRightToLeft } from '~/lib/shared/right-to-left';
import type { PageLayout } from './layout/page-layout';
import { type OutlineEntry, writeBlocks, type WrittenBlock } from './layout/write-blocks';

/** Share of a page that a picture covers, and letters beside it, for it to be one that cannot be read as text. */
const COVERED = 0.3;
const NO_TEXT = 20;

/** Titles that programs give by themselves. */
const NO_TITLE = /^(?:microsoft (?:word|powerpoint|excel) - .*|untitled.*|unbenannt.*|document\d*|.*\.(?:docx?|pptx?|xlsx?|indd|tex|dvi|ps|pdf|qxd|rtf)|\W*)$/i;

/** A document that was read page by page as a page of text. */
export function describeDocument(document: {
  order: PdfOrder;
  pages: readonly PageLayout[];
  total: number;
  /** Pages that could not be read. */
  unread: number;
  title?: string | undefined;
  lang?: string | undefined;
  outline: readonly OutlineEntry[];
}): ExtractedPage {
  const { order, pages, total, unread, title, lang, outline } = document;
  const ledger = new OmissionLedger();
  const furniture = findFurniture(pages);
  for (const { text } of furniture) ledger.add('furniture', text);
  for (const { reason, text } of pages.flatMap(({ unseen }) => unseen)) ledger.add(reason, text);
  const pictures = pages.filter((page) => page.letters < NO_TEXT && page.pictured >= COVERED).map(({ number }) => number);
  for (const number of pictures) ledger.add('picture-page', String(number));
  if (unread > 0) ledger.add('limit', `${unread} / ${total}`);
  const written = writeBlocks(pages, furniture, outline);
  const blocks = written.map(({ block }) => block);
  const invisible = written.flatMap(({ raw }) => raw).filter((text) => INVISIBLE_BUT_HYPHEN.test(text));
  for (const text of invisible) ledger.add('invisible-characters', readTags(text) || text);
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1 && (block.page ?? 0) <= 2);
  const ownTitle = title && !NO_TITLE.test(title) ? title : undefined;
  return {
    url: order.url,
    title: ownTitle ?? (heading ? blockText(heading) : order.name),
    ...(lang ? { lang } : {}),
    dir: isRightToLeft(blocks.slice(0, 200).map(blockText).join(' ')) ? 'rtl' : 'ltr',
    kind: 'text',
    blocks,
    images: [],
    wordCount: blocks.reduce((sum, block) => sum + countWords(blockText(block)), 0),
    omissions: ledger.list().map((omission) => (omission.reason === 'picture-page' ? { ...omission, of: total } : omission)),
    pages: { total, pictures },
    texts: collectTexts(pages, written),
  };
}

/** A soft hyphen says where a word may be broken, and hides nothing. */
const INVISIBLE_BUT_HYPHEN = new RegExp(INVISIBLE.source.replace('\\u00AD', ''), 'u');

/** All text of a document for the guard's rules: what nobody sees first. */
function collectTexts(pages: readonly PageLayout[], written: readonly WrittenBlock[]): PageText[] {
  const hidden = pages.flatMap(({ unseen }) => unseen.map(({ reason, text }): PageText => ({ carrier: reason === 'hidden' ? 'hidden-text' : 'same-colour', text })));
  const tags = written.flatMap(({ raw }) => raw.map(readTags).filter(Boolean).map((text): PageText => ({ carrier: 'unicode-tags', text })));
  const visible = written.flatMap(({ block, raw }) =>
    raw.map((text): PageText => ({ carrier: 'visible', text, blockId: block.id, ...(block.kind === 'code' ? { code: true } : {}) })),
  );
  return [...hidden, ...tags, ...visible];
}
