import { PencilLine } from 'lucide-preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { SummaryOptions } from '~/lib/shared/settings';
import { IconButton } from '../ui/icon-button';
import { Select } from '../ui/select';
import { InstructionField } from './instruction-field';
import { languageOptions, lengthOptions, styleOptions } from './summary-names';

interface SummaryOptionsRowProps {
  options: SummaryOptions;
  onChange: (options: SummaryOptions) => void;
}

/** Style, length, language and the reader's own instruction in one compact line. */
export function SummaryOptionsRow({ options, onChange }: SummaryOptionsRowProps) {
  const [writing, setWriting] = useState(options.instruction !== '');
  const instructionId = useId();
  const languages = useMemo(() => languageOptions(options.language), [options.language]);
  return (
    <div class="summary-options" role="group" aria-label={t('actionSummaryOptions')}>
      <div class="summary-choices">
        <Select
          bare
          label={t('summaryStyle')}
          value={options.style}
          options={styleOptions()}
          onChange={(style) => onChange({ ...options, style })}
        />
        <Select
          bare
          label={t('summaryLength')}
          value={options.length}
          options={lengthOptions()}
          onChange={(length) => onChange({ ...options, length })}
        />
        <Select
          bare
          label={t('summaryLanguage')}
          value={options.language}
          options={languages}
          onChange={(language) => onChange({ ...options, language })}
        />
        <IconButton
          icon={PencilLine}
          label={t('summaryInstruction')}
          aria-expanded={writing}
          aria-controls={instructionId}
          onClick={() => setWriting(!writing)}
        />
      </div>
      <div id={instructionId} hidden={!writing}>
        {writing && (
          <InstructionField
            bare
            value={options.instruction}
            onChange={(instruction) => onChange({ ...options, instruction })}
          />
        )}
      </div>
    </div>
  );
}
