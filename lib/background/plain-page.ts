import type { PageContent } from '~/lib/shared/page-content';
import { parseUrl } from '~/lib/shared/url';
import { countWords } from '~/lib/shared/words';

/** A plain-text document as a page: paragraphs are set apart by blank lines. */
export function readPlainText(text: string, url: string): PageContent {
  const paragraphs = text.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean);
  return {
    url,
    title: nameOf(url),
    dir: 'ltr',
    kind: 'text',
    blocks: paragraphs.map((part, i) => ({ id: `b${i + 1}`, kind: 'paragraph', text: part })),
    images: [],
    wordCount: paragraphs.reduce((sum, part) => sum + countWords(part), 0),
    omissions: [],
  };
}

function nameOf(url: string): string {
  const parsed = parseUrl(url);
  return parsed ? parsed.pathname.split('/').at(-1) || parsed.host : '';
}
