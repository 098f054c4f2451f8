import type { MaskedKind } from '~/lib/shared/masked';
import { findCards, findIbans } from './find-accounts';
import { findEmails } from './find-emails';
import { findPhones } from './find-phones';
import { type Span, withPlainDigits } from './span';

/** Where two overlap, the kind that stands first here is taken. */
const CERTAINTY: readonly MaskedKind[] = ['e-mail', 'IBAN', 'card', 'phone'];

/** Addresses of the web up to what they pass on: long numbers in them are names of pages. E-mail addresses in them are found all the same. */
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"')\]?]+/gi;

/** What of a text is personal, in its order, without overlaps. */
export function findPersonal(text: string): Span[] {
  const plain = withPlainDigits(text);
  const emails = findEmails(text);
  const outside = plain.replace(ADDRESS, (address) => 'x'.repeat(address.length));
  const found = [emails, findIbans(outside), findCards(outside), findPhones(outside)].flat();
  // The sort is stable: where two begin at one place the more certain kind comes first.
  const kept: Span[] = [];
  for (const span of found.sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (!last || span.start >= last.end) kept.push(span);
    else if (CERTAINTY.indexOf(span.kind) < CERTAINTY.indexOf(last.kind)) kept.splice(-1, 1, span);
  }
  return kept;
}
