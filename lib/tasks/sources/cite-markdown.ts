import type { PageDocument } from '~/lib/shared/page-content';
import type { Source } from '~/lib/shared/source';
import { findMarksInMarkdown, replaceMarks } from '~/lib/shared/source-marks';
import { escapeMarkdown } from '../quick-summary/markdown';

/** Words of the reader's language around the sources. */
export interface CitationWords {
  heading: string;
  unverified: string;
  none: string;
  page(number: number): string;
}

/**
 * An answer as Markdown to be taken elsewhere: its marks numbered as they were shown, and below it what they stand for.
 * @param documents what the answer is about, where that is several documents: each source names its own
 */
export function citeMarkdown(text: string, sources: readonly Source[] = [], words: CitationWords, documents: readonly PageDocument[] = []): string {
  if (sources.length === 0) return text;
  const shown = replaceMarks(text, findMarksInMarkdown(text), ({ numbers }) => {
    const known = numbers.flatMap((number) => sources.find(({ mark }) => mark === number)?.n ?? []);
    return known.length === numbers.length ? known.map((n) => `[${n}]`).join('') : undefined;
  });
  return `${shown.trimEnd()}\n\n**${words.heading}**\n\n${sources.map((source) => `- [${source.n}] ${describe(source, words, documents)}`).join('\n')}\n`;
}

/** Words of a page show as they are, whatever they say; an address that could be anything else is left out. */
function describe(source: Source, words: CitationWords, documents: readonly PageDocument[]): string {
  if (source.kind === 'web') {
    return nameWithAddress(source.title || source.url, source.url) + (source.date ? ` (${escapeMarkdown(source.date)})` : '');
  }
  const { quote, holds, page, documentId } = source;
  if (!quote) return words.none;
  const notes = [page === undefined ? '' : words.page(page), holds ? '' : words.unverified].filter(Boolean).join(', ');
  const document = documents.find(({ id }) => id === documentId);
  return `“${escapeMarkdown(quote)}”${document ? ` – ${nameWithAddress(document.title, document.url)}` : ''}${notes && ` (${notes})`}`;
}

function nameWithAddress(name: string, url: string): string {
  return escapeMarkdown(name) + (/^https?:\/\/[^\s<>]+$/i.test(url) ? `: <${url}>` : '');
}
