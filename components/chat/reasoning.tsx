import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { useHasText } from '../hooks/use-has-text';
import { AnswerText } from './answer-text';
import type { RunText } from './run-text';

interface ReasoningProps {
  source: RunText;
  streaming: boolean;
}

/** The model's reasoning, folded away; drawn only while the reader looks at it, never announced. */
export function Reasoning({ source, streaming }: ReasoningProps) {
  const [open, setOpen] = useState(false);
  if (!useHasText(source)) return null;
  return (
    <details class="reasoning" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('answerReasoning')}</summary>
      {open && (
        <div dir="auto">
          <AnswerText source={source} streaming={streaming} />
        </div>
      )}
    </details>
  );
}
