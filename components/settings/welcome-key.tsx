import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { Select } from '../ui/select';
import { ApiKeyField } from './api-key-field';
import { ConnectionTest } from './connection-test';
import { HostPermission } from './host-permission';
import type { SectionProps } from './section-props';
import { choosePreset, KEY_PRESETS, presetOptions } from './server-presets';

/** First run, with a key: which service, the key, and whether it works. */
export function WelcomeKey({ view, save, saveKey }: SectionProps) {
  const { preset, baseUrl } = view.settings;
  const [version, setVersion] = useState(0);
  const renew = (saved: boolean) => {
    setVersion((old) => old + 1);
    return saved;
  };
  return (
    <section class="section" aria-label={t('welcomeKey')}>
      <Select
        label={t('optionsServerKind')}
        value={preset}
        options={presetOptions(KEY_PRESETS)}
        onChange={(chosen) => void save(choosePreset(chosen, baseUrl)).then(renew)}
      />
      <HostPermission baseUrl={baseUrl} onGranted={() => renew(true)} />
      <ApiKeyField view={view} onChange={(key) => saveKey(key).then(renew)} />
      <ConnectionTest version={version} />
    </section>
  );
}
