import type { SpokenSentence } from '~/lib/shared/speech';

/**
 * What is said from `from` to `to` (UTF-16 offsets into `sentence.text`, as a voice reports its words), as offsets into
 * the text of the sentence's block. The whole sentence's for words that do not stand there.
 */
export function sourceRange(sentence: Pick<SpokenSentence, 'text' | 'spans' | 'start' | 'end'>, from: number, to: number): { start: number; end: number } {
  const { spans, text } = sentence;
  let start = Infinity;
  let end = -Infinity;
  for (let i = firstSpan(spans, from); i < spans.length; i++) {
    const [at = 0, begins = 0, ends = 0] = spans[i] ?? [];
    if (at >= to) break;
    const next = spans[i + 1]?.[0] ?? text.length;
    const literal = next - at === ends - begins;
    start = Math.min(start, literal ? begins + Math.max(0, from - at) : begins);
    end = Math.max(end, literal ? ends - Math.max(0, next - to) : ends);
  }
  return start < end ? { start, end } : { start: sentence.start, end: sentence.end };
}

/** The last span that begins at or before `from`. */
function firstSpan(spans: SpokenSentence['spans'], from: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle]?.[0] ?? 0) <= from) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
