const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words of a text, lower case, without Markdown; by dictionary where the script has no spaces. */
function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  if (!UNSPACED.test(lower)) return lower.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(lower);
  return Array.from(segments).flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []));
}

function grams(words: string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= words.length; i++) {
    const gram = words.slice(i, i + n).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** ROUGE-N of a summary against a reference: the n-grams they share, as recall and as F1. */
export function rouge(summary: string, reference: string, n: 1 | 2): { recall: number; f1: number } {
  const ours = grams(wordsOf(summary), n);
  const theirs = grams(wordsOf(reference), n);
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  let shared = 0;
  for (const [gram, count] of theirs) shared += Math.min(count, ours.get(gram) ?? 0);
  const recall = shared / Math.max(1, total(theirs));
  const precision = shared / Math.max(1, total(ours));
  return { recall, f1: shared === 0 ? 0 : (2 * recall * precision) / (recall + precision) };
}
