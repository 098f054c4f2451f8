import { inspectParagraphs } from '~/lib/guard/instructions/inspect-paragraphs';
import { removeInvisible } from '~/lib/shared/invisible';
import type { PageContent } from '~/lib/shared/page-content';
import { parseUrl } from '~/lib/shared/url';
import { countWords } from '~/lib/shared/words';

/** A plain-text document as a page: paragraphs are set apart by blank lines, invisible characters left out. Throws the signal's reason once it is aborted. */
export async function readPlainText(text: string, url: string, signal?: AbortSignal): Promise<PageContent> {
  const parts = text.split(/\n\s*\n/).map((raw) => ({ raw, text: removeInvisible(raw).trim() }));
  const blocks = parts.filter((part) => part.text).map((part, i) => ({ ...part, blockId: `b${i + 1}` }));
  const findings = await inspectParagraphs([...blocks, ...parts.filter((part) => !part.text)], signal);
  return {
    url,
    title: nameOf(url),
    dir: 'ltr',
    kind: 'text',
    blocks: blocks.map((block) => ({ id: block.blockId, kind: 'paragraph', text: block.text })),
    images: [],
    wordCount: blocks.reduce((sum, block) => sum + countWords(block.text), 0),
    omissions: [],
    ...(findings.length > 0 ? { findings } : {}),
  };
}

/** The last part of an address, as a title where there is none. */
export function nameOf(url: string): string {
  const parsed = parseUrl(url);
  return parsed ? parsed.pathname.split('/').at(-1) || parsed.host : '';
}
