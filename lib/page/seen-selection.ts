import type { Snapshot } from './snapshot';
import { squeeze } from '~/lib/shared/squeeze';
import { rawText } from './tree';

/** Words that stand together in the visible text are no coincidence. */
const TOGETHER = 3;

/**
 * What of a selection readers see. Browsers select text as well that is transparent, or has the colour of its background:
 * words that stand in hidden text, and not among others as in the visible one, are left out.
 */
export function seenSelection(selection: string, { hidden, root, cut }: Snapshot): string {
  if (selection === '' || hidden.length === 0 || cut) return selection;
  const seen = press(rawText(root));
  if (seen.includes(press(selection))) return selection;
  const unseen = press(hidden.map(({ text }) => text).join(' '));
  const words = selection.match(/\S+\s*/g) ?? [];
  const kept: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = countTogether(words, at, seen);
    const run = words.slice(at, at + Math.max(1, length)).join('');
    if (length >= TOGETHER || !unseen.includes(press(run))) kept.push(run);
    at += Math.max(1, length);
  }
  return kept.join('').trim();
}

/** How many of the words from `at` on follow each other in the visible text. */
function countTogether(words: readonly string[], at: number, seen: string): number {
  for (let first = TOGETHER; first > 0; first--) {
    const start = press(words.slice(at, at + first).join(''));
    const place = seen.indexOf(start);
    if (place === -1) continue;
    let end = place + start.length;
    let count = Math.min(first, words.length - at);
    for (let word = words[at + count]; word !== undefined && seen.startsWith(press(word), end); word = words[at + count]) {
      end += press(word).length;
      count++;
    }
    return count;
  }
  return 0;
}

function press(text: string): string {
  return squeeze(text).toLowerCase();
}
