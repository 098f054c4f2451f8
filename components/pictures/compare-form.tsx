import { X } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import { MAX_COMPARED, MIN_COMPARED } from '~/lib/shared/picture';
import { IconButton } from '../ui/icon-button';

const FORM = 'picture-compare';

/** Leads from a chosen picture to the form, which stands above the list. */
export function focusCompare(): void {
  const form = document.getElementById(FORM);
  (form?.querySelector('input') ?? form?.querySelector('button'))?.focus();
}

interface CompareFormProps {
  /** Pictures that the reader has chosen. */
  count: number;
  onCompare: (question: string) => void;
  onClear: () => void;
}

/** Asks about the chosen pictures together; without a question, about their differences. */
export function CompareForm({ count, onCompare, onClear }: CompareFormProps) {
  const hintId = useId();
  const [question, setQuestion] = useState('');
  const fits = count >= MIN_COMPARED && count <= MAX_COMPARED;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (fits) onCompare(question.trim());
  };
  return (
    <form id={FORM} class="picture-compare" aria-label={t('actionCompare')} onSubmit={submit}>
      <div class="row">
        <p id={hintId} class="grow" role="status">
          {plural('picturesChosen', count)}
          {!fits && <span class="small"> {t('picturesChooseRange', MIN_COMPARED, MAX_COMPARED)}</span>}
        </p>
        <IconButton icon={X} label={t('picturesUnchoose')} onClick={onClear} />
      </div>
      {fits && (
        <input
          class="input"
          type="text"
          dir="auto"
          maxLength={2_000}
          aria-label={t('picturesQuestion')}
          placeholder={t('picturesQuestion')}
          value={question}
          onInput={(event) => setQuestion(event.currentTarget.value)}
        />
      )}
      <button type="submit" class="button primary compact" aria-disabled={!fits} aria-describedby={hintId}>
        {t('actionCompare')}
      </button>
    </form>
  );
}
