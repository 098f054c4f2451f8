import type { ReadReport, Run } from '~/lib/shared/run';
import { describeReading } from './describe-answer';
import { isNoteworthy, Omitted } from './omitted';

/** `Read 1,240 words of 1,240`; opens to the page furniture that was left out. */
export function AnswerReading({ read, parts }: { read: ReadReport; parts: Run['parts'] }) {
  const furniture = read.omissions.find((omission) => !isNoteworthy(omission) && omission.passages > 0);
  if (!furniture) return <p>{describeReading(read, parts)}</p>;
  return (
    <details>
      <summary>{describeReading(read, parts)}</summary>
      <Omitted omission={furniture} />
    </details>
  );
}
