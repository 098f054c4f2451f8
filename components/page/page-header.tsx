import type { ComponentChildren } from 'preact';
import { t } from '~/lib/i18n/message';
import type { TabInfo } from '~/lib/messaging/protocol';

interface PageHeaderProps {
  tab: TabInfo | undefined;
  /** Buttons at the end of the line. */
  children: ComponentChildren;
}

/** Which page this is about: title and host, as far as Docent may know them. */
export function PageHeader({ tab, children }: PageHeaderProps) {
  const host = tab && hostOf(tab.url);
  return (
    <header class="top">
      <div class="grow">
        <h1 class="clip" dir="auto">
          {tab?.title || host || t('headerThisPage')}
        </h1>
        <p class="small clip" dir="auto">
          {host || '\u00a0'}
        </p>
      </div>
      {children}
    </header>
  );
}

function hostOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed?.host || parsed?.protocol || '';
}
