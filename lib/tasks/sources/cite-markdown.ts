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

/** An answer as Markdown to be taken elsewhere: its marks numbered as they were shown, and below it what they stand for. */
export function citeMarkdown(text: string, sources: readonly Source[] = [], words: CitationWords): string {
  if (sources.length === 0) return text;
  const shown = replaceMarks(text, findMarksInMarkdown(text), ({ numbers }) => {
    const known = numbers.flatMap((number) => sources.find(({ mark }) => mark === number)?.n ?? []);
    return known.length === numbers.length ? known.map((n) => `[${n}]`).join('') : undefined;
  });
  return `${shown.trimEnd()}\n\n**${words.heading}**\n\n${sources.map((source) => `- [${source.n}] ${describe(source, words)}`).join('\n')}\n`;
}

/** Words of a page show as they are, whatever they say; an address that could be anything else is left out. */
function describe(source: Source, words: CitationWords): string {
  if (source.kind === 'web') {
    const name = escapeMarkdown(source.title || source.url);
    const address = /^https?:\/\/[^\s<>]+$/i.test(source.url) ? `: <${source.url}>` : '';
    return name + address + (source.date ? ` (${escapeMarkdown(source.date)})` : '');
  }
  const { quote, holds, page } = source;
  if (!quote) return words.none;
  const notes = [page === undefined ? '' : words.page(page), holds ? '' : words.unverified].filter(Boolean).join(', ');
  return `“${escapeMarkdown(quote)}”${notes && ` (${notes})`}`;
}
