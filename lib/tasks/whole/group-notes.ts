import { cutTokens } from '~/lib/shared/cut-tokens';
import { estimateTokens } from '~/lib/shared/tokens';
import { joinNotes, type NamedNotes, nameNotes } from './notes';

/** Groups of neighbours, in order, each of which as one text (`joinNotes`) is at most `tokens`. A result that is larger goes on in the next group. */
export function groupNotes(notes: readonly NamedNotes[], tokens: number): NamedNotes[][] {
  const groups: NamedNotes[][] = [];
  let left = 0;
  for (const { text, ...range } of notes) {
    const frame = estimateTokens(nameNotes(range)) + 3;
    for (const piece of cutTokens(text.trim(), Math.max(1, tokens - frame))) {
      const cost = estimateTokens(piece) + frame;
      const last = groups.at(-1);
      if (last && cost <= left) last.push({ ...range, text: piece });
      else {
        groups.push([{ ...range, text: piece }]);
        left = tokens;
      }
      left -= cost;
    }
  }
  return groups;
}

/** Whether all fits into one text as it is. */
export function fitsTogether(notes: readonly NamedNotes[], tokens: number): boolean {
  return estimateTokens(joinNotes(notes)) <= tokens;
}
