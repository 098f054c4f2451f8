import { useMemo, useState } from 'preact/hooks';
import { joinFacts, plural, t } from '~/lib/i18n/message';
import { promptSource } from '~/lib/shared/saved-prompt';
import { usePrompts } from '../hooks/use-prompts';
import { usePlatform } from '../platform';
import { Combobox } from '../ui/combobox';
import { Dialog } from '../ui/dialog';
import { ErrorNotice } from '../ui/error-notice';
import { type ComboboxOption, matchOptions } from '../ui/match-options';
import '../styles/model-picker.css';

export interface PromptPickerProps {
  onChoose: (id: string) => void;
  onClose: () => void;
}

/** The saved prompts in a list that filters as one types; the one that is taken is asked. */
export function PromptPicker({ onChoose, onClose }: PromptPickerProps) {
  const platform = usePlatform();
  const { prompts, error } = usePrompts();
  const [query, setQuery] = useState('');
  const options = useMemo<ComboboxOption[]>(
    () => (prompts ?? []).map((prompt) => ({
      value: prompt.id,
      label: prompt.name,
      detail: joinFacts([promptSource(prompt) === 'selection' && t('promptsOfSelection'), shorten(prompt.text)]),
      search: `${prompt.name} ${prompt.text}`,
    })),
    [prompts],
  );
  const found = useMemo(() => matchOptions(options, query), [options, query]);
  return (
    <Dialog title={t('promptsTitle')} onClose={onClose}>
      {error && <ErrorNotice error={error} remedies={{}} />}
      {prompts && (
        <Combobox
          inline
          label={t('promptsSearch')}
          value=""
          options={found}
          placeholder={t('promptsSearchHint')}
          search={{ find: setQuery, more: () => undefined, total: found.length, searching: '' }}
          onChange={(id) => {
            document.activeElement?.closest('dialog')?.close();
            onChoose(id);
          }}
          nothing={t(prompts.length > 0 ? 'promptsNothingFound' : 'promptsNone')}
          sayCount={(count) => plural('promptsCount', count)}
        />
      )}
      <div>
        <button type="button" class="button compact" onClick={() => platform.openOptions()}>
          {t('promptsManage')}
        </button>
      </div>
    </Dialog>
  );
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
