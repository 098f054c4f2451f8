import { useEffect, useId, useState } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import { type AppErrorData, toAppError } from '~/lib/shared/app-error';
import { type Attachment, attachmentKey } from '~/lib/shared/attachment';
import { hostOf } from '~/lib/shared/base-url';
import type { OpenTab } from '~/lib/shared/tray';
import { webOrigin } from '~/lib/shared/url';
import { usePlatform } from '../platform';
import { Dialog } from '../ui/dialog';
import { describeError } from '../ui/error-messages';

interface TabChooserProps {
  tabId: number;
  /** What goes along already. */
  attached: readonly Attachment[];
  onChoose: (tabs: Attachment[]) => void;
  onClose: () => void;
}

/** The other open tabs, to choose from. Access to their sites is asked for with the press of the button that attaches them. */
export function TabChooser({ tabId, attached, onChoose, onClose }: TabChooserProps) {
  const platform = usePlatform();
  const keys = new Set(attached.map(attachmentKey));
  const [listed, setListed] = useState<{ tabs: OpenTab[]; hidden: number }>();
  const [error, setError] = useState<AppErrorData>();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const load = () => {
    call('listTabs', { tabId }).then(setListed, (thrown: unknown) => setError(toAppError(thrown).data));
  };
  useEffect(load, [tabId]);

  const wanted = query.trim().toLocaleLowerCase();
  const found = listed?.tabs.filter(({ title, url }) => `${title} ${hostOf(url)}`.toLocaleLowerCase().includes(wanted)) ?? [];
  const toggle = (id: number) => setChosen((before) => {
    const next = new Set(before);
    if (!next.delete(id)) next.add(id);
    return next;
  });
  const attach = async (button: HTMLElement) => {
    const tabs = (listed?.tabs ?? []).filter((tab) => chosen.has(tab.tabId));
    const closed = [...new Set(tabs.flatMap((tab) => (tab.allowed ? [] : (webOrigin(tab.url) ?? []))))];
    // Refused access is told at each tab: the others are attached all the same. Nothing may be awaited before this.
    if (closed.length > 0) await platform.requestOrigins(closed).catch(() => false);
    button.closest('dialog')?.close();
    onChoose(tabs.map(toAttachment));
  };
  const showAll = async () => {
    if (await platform.requestTabs().catch(() => false)) load();
  };
  const groups = [
    { name: t('tabsHere'), tabs: found.filter(({ here }) => here) },
    { name: t('tabsElsewhere'), tabs: found.filter(({ here }) => !here) },
  ].filter(({ tabs }) => tabs.length > 0);
  return (
    <Dialog title={t('actionAttachTabs')} onClose={onClose}>
      <p class="small">{t('tabsWhy')}</p>
      {error && <p class="notice warn" role="alert">{describeError(error)}</p>}
      {listed && listed.hidden > 0 && (
        <div class="notice">
          <div class="stack grow">
            <p>{plural('tabsHidden', listed.hidden)}</p>
            <div>
              <button type="button" class="button compact" onClick={() => void showAll()}>{t('tabsShow')}</button>
            </div>
          </div>
        </div>
      )}
      <input type="search" class="tab-search" aria-label={t('tabsSearch')} placeholder={t('tabsSearch')} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      <p role="status" class="visually-hidden">{listed && plural('tabsFound', found.length)}</p>
      {listed && found.length === 0 && listed.hidden === 0 && <p>{t('tabsNone')}</p>}
      {groups.map(({ name, tabs }) => (
        <fieldset key={name} class="tab-group">
          <legend class="small">{name}</legend>
          {tabs.map((tab) => (
            <TabOption key={tab.tabId} tab={tab} isAttached={keys.has(attachmentKey(toAttachment(tab)))} checked={chosen.has(tab.tabId)} onToggle={() => toggle(tab.tabId)} />
          ))}
        </fieldset>
      ))}
      <div class="row wrap tab-foot">
        <button type="button" class="button primary" aria-disabled={chosen.size === 0} onClick={(event) => chosen.size > 0 && void attach(event.currentTarget)}>
          {plural('tabsAttach', chosen.size)}
        </button>
      </div>
    </Dialog>
  );
}

function TabOption({ tab, isAttached, checked, onToggle }: { tab: OpenTab; isAttached: boolean; checked: boolean; onToggle: () => void }) {
  const id = useId();
  const note = tab.blocked ? describeError(tab.blocked) : isAttached ? t('tabsAttached') : tab.discarded ? t('tabsAsleep') : '';
  return (
    <div class="tab-option">
      <input id={id} type="checkbox" checked={checked} disabled={tab.blocked !== undefined || isAttached} aria-describedby={note ? `${id}-note` : undefined} onChange={onToggle} />
      <label for={id} class="grow">
        <span class="clip" dir="auto">{tab.title || tab.url}</span>
        <span class="small clip" dir="ltr">{hostOf(tab.url) || tab.url}</span>
      </label>
      {note && <p id={`${id}-note`} class="small">{note}</p>}
    </div>
  );
}

function toAttachment({ tabId, url, title }: OpenTab): Attachment {
  return { kind: 'tab', tabId, url, title };
}
