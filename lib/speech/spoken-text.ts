import type { SpokenSpan } from '~/lib/shared/speech';

/** A text for the ear with the way back to the text it was made from. White space is collapsed as it is gathered. */
export class SpokenText {
  text = '';
  spans: SpokenSpan[] = [];

  /** Says `source` from `start` to `end` as it stands. */
  copy(source: string, start: number, end: number): void {
    let from = start;
    for (const match of source.slice(start, end).matchAll(/\s+/g)) {
      const at = start + match.index;
      this.#literal(source, from, at);
      from = at + match[0].length;
      if (this.text === '' || this.text.endsWith(' ')) continue;
      this.#span(at, from, 1);
      this.text += ' ';
    }
    this.#literal(source, from, end);
  }

  /** Says `text` for what stands at `start` to `end`. */
  say(text: string, start: number, end: number): void {
    const words = this.text === '' || this.text.endsWith(' ') ? text.trimStart() : text;
    if (words === '') return;
    this.spans.push([this.text.length, start, end]);
    this.text += words;
  }

  #literal(source: string, start: number, end: number): void {
    if (start >= end) return;
    this.#span(start, end, end - start);
    this.text += source.slice(start, end);
  }

  /** Goes on with the last span where that is as long as what it stands for and ends where this begins. */
  #span(start: number, end: number, length: number): void {
    const last = this.spans.at(-1);
    if (last && length === end - start && last[2] === start && this.text.length - last[0] === last[2] - last[1]) last[2] = end;
    else this.spans.push([this.text.length, start, end]);
  }
}

/** The part of `spans` for the spoken text from `from` to `to`, counted from `from`. */
export function sliceSpans(spans: readonly SpokenSpan[], from: number, to: number, length: number): SpokenSpan[] {
  const part: SpokenSpan[] = [];
  spans.forEach(([at, start, end], index) => {
    const next = spans[index + 1]?.[0] ?? length;
    if (next <= from || at >= to) return;
    const literal = next - at === end - start;
    part.push([Math.max(0, at - from), literal ? start + Math.max(0, from - at) : start, literal ? end - Math.max(0, next - to) : end]);
  });
  return part;
}
