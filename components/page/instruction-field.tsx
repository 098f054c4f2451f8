import { useRef } from 'preact/hooks';
import { t } from '~/lib/i18n/message';

/** As in `SummaryOptions`. */
const MAX_LENGTH = 2_000;
/** Milliseconds of rest after which what was typed is kept, so that closing the popup loses nothing. */
const REST = 300;

interface InstructionFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** The label is for screen readers only. */
  bare?: boolean;
}

/** The reader's own wish for the summary. */
export function InstructionField({ value, onChange, bare = false }: InstructionFieldProps) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = (text: string) => {
    clearTimeout(timer.current);
    if (text !== value) onChange(text);
  };
  const keepSoon = (text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, REST, text);
  };
  const field = (
    <textarea
      class="input"
      rows={2}
      maxLength={MAX_LENGTH}
      dir="auto"
      aria-label={t('summaryInstruction')}
      placeholder={t('summaryInstructionHint')}
      defaultValue={value}
      onInput={(event) => keepSoon(event.currentTarget.value)}
      onBlur={(event) => keep(event.currentTarget.value)}
    />
  );
  if (bare) return field;
  return (
    <label class="field">
      <span class="label">{t('summaryInstruction')}</span>
      {field}
    </label>
  );
}
