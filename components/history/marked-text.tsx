import type { TextRange } from '~/lib/shared/conversation';

/** A text in which what was searched for stands out. */
export function MarkedText({ text, marks = [] }: { text: string; marks?: readonly TextRange[] | undefined }) {
  const parts = marks.flatMap(({ start, end }, i) => [text.slice(marks[i - 1]?.end ?? 0, start), <mark key={start}>{text.slice(start, end)}</mark>]);
  return (
    <>
      {parts}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  );
}
