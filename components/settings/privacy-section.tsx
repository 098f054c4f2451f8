import { X } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { IconButton } from '../ui/icon-button';
import type { SectionProps } from './section-props';

/** The servers the reader agreed to send pages to, and the way back. */
export function PrivacySection({ view, save }: SectionProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const hosts = view.settings.sendAcceptedHosts;
  const forget = (host: string) => {
    title.current?.focus();
    void save({ sendAcceptedHosts: hosts.filter((other) => other !== host) });
  };
  return (
    <section class="section" aria-labelledby="privacy-title">
      <h2 id="privacy-title">{t('optionsPrivacy')}</h2>
      <p>{t('optionsPrivacyText')}</p>
      <div class="stack">
        <h3 ref={title} tabIndex={-1} class="label">
          {t('optionsAcceptedHosts')}
        </h3>
        <p class="hint">{t('optionsAcceptedHostsHint')}</p>
        {hosts.length === 0 && <p>{t('optionsAcceptedHostsNone')}</p>}
        <ul class="hosts">
          {hosts.map((host) => (
            <li key={host}>
              <span class="grow">{host}</span>
              <IconButton icon={X} label={t('optionsForgetHost', host)} onClick={() => forget(host)} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
