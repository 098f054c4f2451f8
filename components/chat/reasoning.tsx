import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { useHasText } from '../hooks/use-has-text';
import { useDrawing } from './answer-text';
import type { RunText } from './run-text';

interface ReasoningProps {
  source: RunText;
  streaming: boolean;
}

/** The model's reasoning, folded away; drawn only while the reader looks at it, never announced. */
export function Reasoning({ source, streaming }: ReasoningProps) {
  const [open, setOpen] = useState(false);
  const drawing = useDrawing();
  if (!useHasText(source)) return null;
  return (
    <details class="reasoning" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('answerReasoning')}</summary>
      {open && drawing && (
        <div dir="auto">
          <drawing.Markdown source={source} streaming={streaming} />
        </div>
      )}
    </details>
  );
}
