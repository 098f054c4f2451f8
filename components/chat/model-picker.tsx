import { useState } from 'preact/hooks';
import { t, type MessageKey } from '~/lib/i18n/message';
import type { SettingsView } from '~/lib/messaging/settings-view';
import { hostOf } from '~/lib/shared/base-url';
import { type Engine, RECENT_MODELS } from '~/lib/shared/settings';
import { useModels } from '../hooks/use-models';
import type { SettingsHandle } from '../hooks/use-settings';
import { ModelSearch } from '../models/model-search';
import { engineOptions } from '../settings/engine-names';
import { Dialog } from '../ui/dialog';
import { ErrorNotice } from '../ui/error-notice';
import { Select } from '../ui/select';
import '../styles/model-picker.css';

export interface ModelPickerProps {
  view: SettingsView;
  onChange: SettingsHandle['update'];
  onClose: () => void;
}

/** What answers without a server, told in a sentence. */
const HINTS: Record<Engine, MessageKey | undefined> = { server: undefined, device: 'optionsEngineDeviceHint', browser: 'optionsEngineBrowserHint' };

/** Who answers from the next message on: the engine, and of a server its chat model. What is chosen is the chat model of the settings. */
export function ModelPicker({ view, onChange, onClose }: ModelPickerProps) {
  const { settings, browserEngine, effectiveEngine } = view;
  const { engine, chatModel, recentModels } = settings;
  const hint = HINTS[engine];
  const choose = (id: string) => {
    const recent = [id, ...recentModels.filter((other) => other !== id)].slice(0, RECENT_MODELS);
    void onChange({ chatModel: id, ...(id ? { recentModels: recent } : {}) });
    // Closing gives the focus back, and ends in `onClose`; a dialog that is merely taken away keeps it for nobody.
    document.activeElement?.closest('dialog')?.close();
  };
  return (
    <Dialog title={t('modelsTitle')} onClose={onClose}>
      <Select label={t('optionsEngine')} value={engine} options={engineOptions(browserEngine || engine === 'browser')} onChange={(chosen) => void onChange({ engine: chosen })} />
      {hint && <p class="hint">{t(hint)}</p>}
      {engine === 'server' && effectiveEngine !== 'server' && (
        <ErrorNotice error={{ code: 'no-key', host: hostOf(settings.baseUrl) }} remedies={{ device: () => void onChange({ engine: 'device' }) }} />
      )}
      {engine === 'server' && <ServerModels chosen={chatModel} recent={recentModels} onChoose={choose} />}
    </Dialog>
  );
}

interface ServerModelsProps {
  chosen: string;
  recent: readonly string[];
  onChoose: (id: string) => void;
}

function ServerModels({ chosen, recent, onChoose }: ServerModelsProps) {
  const [tries, setTries] = useState(0);
  const list = useModels(tries);
  if (!list) return <p class="hint" role="status">{t('modelsLoading')}</p>;
  const isBundled = list.source === 'bundled' && list.models.length > 0;
  return (
    <>
      {list.error && !isBundled && list.models.length === 0 && <ErrorNotice error={list.error} remedies={{ retry: () => setTries(tries + 1) }} />}
      {isBundled && <p class="hint">{t('optionsModelsBundled')}</p>}
      <ModelSearch list={list} chosen={[chosen]} recent={recent} withDefault onChoose={onChoose} />
      <p class="hint">{t('modelsScope')}</p>
    </>
  );
}
