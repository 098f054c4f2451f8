import type { Omission } from '~/lib/shared/page-content';
import { countWords } from '~/lib/shared/words';
import { collapse } from './clean-text';

const EXCERPTS = 5;
const EXCERPT_LENGTH = 200;

/** Gathers what was left out, by reason. */
export class OmissionLedger {
  private readonly byReason = new Map<Omission['reason'], Omission>();

  /** Notes one passage. Passages without words are not worth telling. */
  add(reason: Omission['reason'], raw: string): void {
    const text = collapse(raw);
    const words = countWords(text);
    if (words === 0) return;
    let omission = this.byReason.get(reason);
    if (!omission) this.byReason.set(reason, (omission = { reason, passages: 0, words: 0, excerpts: [] }));
    omission.passages++;
    omission.words += words;
    if (omission.excerpts.length >= EXCERPTS) return;
    const excerpt = [...text.slice(0, EXCERPT_LENGTH * 2)].slice(0, EXCERPT_LENGTH).join('');
    if (!omission.excerpts.includes(excerpt)) omission.excerpts.push(excerpt);
  }

  /** Takes over all that another ledger notes. */
  merge(other: OmissionLedger): void {
    for (const omission of other.list()) {
      const own = this.byReason.get(omission.reason);
      if (!own) this.byReason.set(omission.reason, omission);
      else {
        own.passages += omission.passages;
        own.words += omission.words;
        own.excerpts = [...new Set([...own.excerpts, ...omission.excerpts])].slice(0, EXCERPTS);
      }
    }
  }

  list(): Omission[] {
    return [...this.byReason.values()];
  }
}
