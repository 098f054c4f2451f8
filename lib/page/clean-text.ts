import { removeInvisible } from '~/lib/shared/invisible';

/** One line: invisible characters gone, every run of white space one space, none at the ends. */
export function collapse(text: string): string {
  return removeInvisible(text).replace(/\s+/g, ' ').trim();
}

/** Lines of raw text (see `rawText`): white space collapsed within each, empty ones gone. */
export function collapseLines(raw: string, lineBreak: string): string[] {
  return raw.split(lineBreak).map(collapse).filter(Boolean);
}
