import { t } from '~/lib/i18n/message';
import type { ReadReport, Run } from '~/lib/shared/run';
import { describeReading } from './describe-answer';
import { isNoteworthy, Omitted, titleOf } from './omitted';

const WHY = { model: 'fileWhyModel', refused: 'fileWhyRefused', hidden: 'fileWhyHidden', large: 'fileWhyLarge', locked: 'fileWhyLocked' } as const;

interface AnswerReadingProps {
  read: ReadReport;
  parts: Run['parts'];
  /** Absent where all was read, or cannot be. */
  onReadAll: (() => void) | undefined;
}

/** `Read 1,240 words of 1,240`; opens to the page furniture that was left out. */
export function AnswerReading({ read, parts, onReadAll }: AnswerReadingProps) {
  const furniture = read.omissions.filter((omission) => !isNoteworthy(omission) && omission.passages > 0);
  return (
    <>
      {furniture.length > 0 ? (
        <details>
          <summary>{describeReading(read, parts)}</summary>
          {furniture.map((omission, index) => <Omitted key={index} omission={omission} document={titleOf(read, omission.documentId)} />)}
        </details>
      ) : (
        <p>{describeReading(read, parts)}</p>
      )}
      {read.files?.map(({ name, why }, index) => <p key={index}>{why ? `${t('fileAsText', name)} ${t(WHY[why])}` : t('fileSent', name)}</p>)}
      {onReadAll && (
        <button type="button" class="button compact" onClick={onReadAll}>
          {t('actionReadAll')}
        </button>
      )}
    </>
  );
}
