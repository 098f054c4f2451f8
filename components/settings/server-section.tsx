import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { Select } from '../ui/select';
import { ApiKeyField } from './api-key-field';
import { BaseUrlField } from './base-url-field';
import { ConnectionTest } from './connection-test';
import { HostPermission } from './host-permission';
import { ModelField } from './model-field';
import type { SectionProps } from './section-props';
import { choosePreset, presetOptions } from './server-presets';

/** Which server writes the answers, with which key and model, and whether it can be reached. */
export function ServerSection({ view, save, saveKey }: SectionProps) {
  const { preset, baseUrl, chatModel, visionModel } = view.settings;
  const [version, setVersion] = useState(0);
  const renew = () => setVersion((old) => old + 1);
  const store = async (saving: Promise<boolean>) => {
    const saved = await saving;
    renew();
    return saved;
  };
  return (
    <section class="section" aria-labelledby="server-title">
      <h2 id="server-title">{t('optionsServer')}</h2>
      <Select
        label={t('optionsServerKind')}
        value={preset}
        options={presetOptions()}
        onChange={(chosen) => void store(save(choosePreset(chosen, baseUrl)))}
      />
      <BaseUrlField
        value={baseUrl}
        onChange={(typed) => void store(save({ baseUrl: typed }))}
      />
      <HostPermission baseUrl={baseUrl} onGranted={renew} />
      <ApiKeyField view={view} onChange={(key) => store(saveKey(key))} />
      <ModelField value={chatModel} onChange={(id) => void save({ chatModel: id })} version={version} />
      <ModelField kind="vision" value={visionModel} onChange={(id) => void save({ visionModel: id })} version={version} />
      <ConnectionTest version={version} />
    </section>
  );
}
