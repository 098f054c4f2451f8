import { t } from '~/lib/i18n/message';
import { Switch } from '../ui/switch';
import { ForgetList } from './forget-list';
import type { SectionProps } from './section-props';

/** The servers the reader agreed to send pages to, and the way back. */
export function PrivacySection({ view, save }: SectionProps) {
  const hosts = view.settings.sendAcceptedHosts;
  return (
    <section class="section" aria-labelledby="privacy-title">
      <h2 id="privacy-title">{t('optionsPrivacy')}</h2>
      <p>{t('optionsPrivacyText')}</p>
      <Switch label={t('optionsMasking')} hint={t('optionsMaskingHint')} checked={view.settings.masking.on} onChange={(on) => void save({ masking: { on } })} />
      <ForgetList
        title={t('optionsAcceptedHosts')}
        hint={t('optionsAcceptedHostsHint')}
        nothing={t('optionsAcceptedHostsNone')}
        entries={hosts}
        nameForget={(host) => t('optionsForgetHost', host)}
        onForget={(host) => void save({ sendAcceptedHosts: hosts.filter((other) => other !== host) })}
      />
    </section>
  );
}
