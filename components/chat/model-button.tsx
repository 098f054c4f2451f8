import { ChevronUp } from 'lucide-preact';
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { SettingsView } from '~/lib/messaging/settings-view';
import { bareModelName } from '~/lib/shared/bare-model-name';
import { PRESETS } from '~/lib/shared/presets';
import type { SettingsHandle } from '../hooks/use-settings';
import type { ModelPickerProps } from './model-picker';

interface ModelButtonProps {
  view: SettingsView | undefined;
  onChange: SettingsHandle['update'];
}

/** Says what answers, and opens the choice of it, whose code is loaded then. */
export function ModelButton({ view, onChange }: ModelButtonProps) {
  const [Picker, setPicker] = useState<ComponentType<ModelPickerProps>>();
  if (!view) return null;
  const name = nameAnswering(view);
  return (
    <>
      <button
        type="button"
        class="chip model-button"
        aria-haspopup="dialog"
        aria-label={t('modelsButton', name)}
        title={t('modelsButton', name)}
        onClick={() => void import('./model-picker').then((module) => setPicker(() => module.ModelPicker))}
      >
        <span dir="auto">{name}</span>
        <ChevronUp class="icon" />
      </button>
      {Picker && <Picker view={view} onChange={onChange} onClose={() => setPicker(undefined)} />}
    </>
  );
}

/** The model's short name. Where none is chosen, the one that the server is known to be asked for. */
function nameAnswering({ settings, effectiveEngine }: SettingsView): string {
  if (effectiveEngine === 'device') return t('modelsDevice');
  if (effectiveEngine === 'browser') return t('modelsBrowser');
  const id = settings.chatModel || PRESETS[settings.preset].models[0];
  return id ? bareModelName(id) : t('modelsServerDefault');
}
