import type { PageContent } from '~/lib/shared/page-content';
import { aboutLine } from './about-line';

/** Added where several documents are quoted as one text. */
export const DOCUMENTS_RULE = `Here that text is several documents: web pages and files of the reader's, each behind a heading "Document", its number and its title. They are independent of each other.
- Say which document a statement comes from, by its title, wherever that is not plain from the question. Where documents differ, say so.
- Never take something that one document says about itself for something about another.`;

/** The documents that a text was put together from, a line each: what it is, its title, where it is. None for a single one. */
export function documentLines({ documents = [] }: PageContent): string[] {
  return documents.flatMap(({ kind, title, url }, i) => aboutLine(`Document ${i + 1} of ${documents.length} (${kind === 'file' ? 'file' : 'web page'})`, url ? `${title} – ${url}` : title));
}
