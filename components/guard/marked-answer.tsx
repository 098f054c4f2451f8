import { t } from '~/lib/i18n/message';
import type { GuardNote } from '~/lib/shared/guard';
import { useDrawing } from '../chat/answer-text';
import { describeVerdict } from './guard-names';

interface MarkedAnswerProps {
  /** The whole answer. */
  text: string;
  notes: readonly GuardNote[];
}

/** A finished answer in which the parts that the guard found unsafe are marked. */
export function MarkedAnswer({ text, notes }: MarkedAnswerProps) {
  const drawing = useDrawing();
  if (!drawing) return null;
  const Drawn = drawing.Markdown;
  return (
    <>
      {cutAtMarks(text, notes).map(({ start, part, note }) =>
        note ? (
          <section key={start} class="unsafe-part" aria-label={t('unsafePartLabel', describeVerdict(note.verdict))}>
            <Drawn source={part} />
          </section>
        ) : (
          <Drawn key={start} source={part} />
        ),
      )}
    </>
  );
}

interface Part {
  start: number;
  part: string;
  /** Absent for what nothing was said about. */
  note?: GuardNote;
}

/** The text in its order, cut where marks begin and end. */
function cutAtMarks(text: string, notes: readonly GuardNote[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const marks = notes.flatMap((note) => (note.range ? [{ ...note.range, note }] : [])).sort((a, b) => a.start - b.start);
  for (const { start, end, note } of marks) {
    if (start < at || end <= start) continue;
    if (start > at) parts.push({ start: at, part: text.slice(at, start) });
    parts.push({ start, part: text.slice(start, end), note });
    at = end;
  }
  if (at < text.length) parts.push({ start: at, part: text.slice(at) });
  return parts;
}
