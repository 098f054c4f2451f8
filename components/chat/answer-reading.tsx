import type { ReadReport } from '~/lib/shared/run';
import { describeReading } from './describe-answer';
import { isNoteworthy, Omitted } from './omitted';

/** `Read 1,240 words of 1,240`; opens to the page furniture that was left out. */
export function AnswerReading({ read }: { read: ReadReport }) {
  const furniture = read.omissions.find((omission) => !isNoteworthy(omission) && omission.passages > 0);
  if (!furniture) return <p>{describeReading(read)}</p>;
  return (
    <details>
      <summary>{describeReading(read)}</summary>
      <Omitted omission={furniture} />
    </details>
  );
}
