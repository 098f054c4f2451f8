import { AppWindow, FileText, FileUp, Globe, Image, Lock, TextSelect, X } from 'lucide-preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { SettingsView } from '~/lib/messaging/settings-view';
import type { AppErrorData } from '~/lib/shared/app-error';
import { type Attachment, attachmentKey, isPictureAttachment } from '~/lib/shared/attachment';
import { hostOf } from '~/lib/shared/base-url';
import type { Measured, TraySource } from '~/lib/shared/tray';
import { LazyVisionNote } from '../chat/lazy-vision-note';
import { usePlatform } from '../platform';
import { describeError } from '../ui/error-messages';
import { IconButton } from '../ui/icon-button';
import { chooseSource, formerPage, type TrayPlace } from './former-page';
import { ChipPassword } from './chip-password';
import { TrayChip } from './tray-chip';
import { openTray } from './open-tray';
import { useDroppedFiles } from './use-dropped-files';

export { AttachButtons } from './attach-buttons';
export { takeTray } from './open-tray';

const ICONS = { tab: AppWindow, file: FileText, picture: Image };

export interface TrayViewProps {
  place: TrayPlace;
  view: SettingsView | undefined;
  /** Pictures that the conversation is about: the next message is, too. */
  pictures?: number | undefined;
}

/** What goes along with the next message, above the message box. */
export function TrayView({ place, view, pictures = 0 }: TrayViewProps) {
  const platform = usePlatform();
  const root = useRef<HTMLElement>(null);
  const [store] = useState(() => openTray(place));
  const [{ tray, sizes, selection, coming, failures }, setState] = useState(store.state);
  const source = chooseSource(tray, place);
  const former = source.kind === 'kept' ? formerPage(place) : undefined;
  const pageKey = `${source.kind}:${former?.url ?? place.tab?.url ?? ''}`;

  const measure = useRef(() => {});
  measure.current = () => void store.measure(source, pageKey);
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    store.subscribe(() => setState(store.state), signal);
    store.whenAdded(() => measure.current(), signal);
    setState(store.state);
    // To begin to write is to ask: not before that is anything read.
    root.current?.closest('.composer')?.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) measure.current();
    }, { signal });
    return () => gone.abort();
  }, [store]);

  const focusMessage = () => root.current?.parentElement?.querySelector('textarea')?.focus();
  const addFiles = useCallback((files: File[]) => void store.addFiles(files), [store]);
  const over = useDroppedFiles(addFiles);
  const change = (next: TraySource) => void store.change({ source: next });
  const remove = (work: Promise<void>, button: Element | null) => {
    const item = button?.closest('li');
    const next = item?.nextElementSibling ?? item?.previousElementSibling;
    // The button goes away, and the focus with it: it moves on to the next one, or to the message box.
    (next?.querySelector<HTMLElement>('button[aria-label]') ?? root.current?.parentElement?.querySelector('textarea'))?.focus();
    void work;
  };
  const allow = async (origin: string) => {
    if (!(await platform.requestOrigin(origin))) return;
    store.forgetFailed();
    measure.current();
  };
  const allowButton = (size: Measured | undefined) => isClosed(size?.error) && size?.error?.origin && (
    <button type="button" class="button compact" onClick={() => void allow(size.error?.origin ?? '')}>{t('actionAllowSite', hostOf(size.error.origin))}</button>
  );
  const scanButton = (size: Measured | undefined, attachment?: Attachment) => (size?.scan || size?.error?.reason === 'scanned') && (
    <button type="button" class="button compact" onClick={() => void store.readScan(attachment)}>{t('taskReadScan')}</button>
  );
  const here: TraySource = { kind: 'page', url: place.tab?.url ?? '' };
  const title = place.tab?.title || hostOf(here.url) || t('trayThisPage');
  const canAdd = source.kind === 'none' || source.kind === 'selection' || selection;
  const sent = new Set(place.runs.flatMap(({ request }) => (request.task === 'ask' ? (request.attachments ?? []) : []).map(attachmentKey)));

  const attached = tray?.attachments.filter(isPictureAttachment).length ?? 0;

  return (
    <section ref={root} class="tray" aria-label={t('trayLabel')}>
      {tray && (
        <ul class="tray-list" aria-label={t('trayLabel')}>
          {source.kind !== 'none' && (
            <TrayChip
              icon={source.kind === 'selection' ? TextSelect : Globe}
              name={source.kind === 'selection' ? t('traySelection') : former ? t('trayFormer', former.title || former.url) : title}
              size={sizes.get(pageKey)}
              onRemove={() => remove(store.change({ source: { kind: 'none' } }), document.activeElement)}
            >
              {allowButton(sizes.get(pageKey))}
              {source.kind === 'page' && scanButton(sizes.get(pageKey))}
              {former && (
                <button type="button" class="button compact" onClick={() => change(here)}>{t('actionUseThisPage')}</button>
              )}
            </TrayChip>
          )}
          {tray.attachments.map((attachment) => {
            const key = attachmentKey(attachment);
            return (
              <TrayChip
                key={key}
                icon={sizes.get(key)?.error?.code === 'pdf-password' ? Lock : ICONS[attachment.kind]}
                name={nameAttachment(attachment)}
                size={sizes.get(key)}
                sent={sent.has(key)}
                onRemove={() => remove(store.change({ remove: [key] }), document.activeElement)}
              >
                {allowButton(sizes.get(key))}
                {attachment.kind === 'file' && scanButton(sizes.get(key), attachment)}
                {attachment.kind === 'file' && sizes.get(key)?.error?.code === 'pdf-password' && <ChipPassword name={attachment.name} onPassword={(password) => store.unlock(attachment.fileId, password)} onLeave={focusMessage} />}
              </TrayChip>
            );
          })}
        </ul>
      )}
      <p role="status" class="small">{coming[0] !== undefined && t('trayReading', coming[0])}</p>
      {failures.length > 0 && (
        <div class="notice warn" role="alert">
          <ul class="grow tray-failures">
            {failures.map(({ name, error }, index) => (
              <li key={index}>
                {name && <strong><bdi>{name}</bdi>: </strong>}
                {describeError(error)}
              </li>
            ))}
          </ul>
          <IconButton class="small-icon" icon={X} label={t('actionClose')} onClick={() => store.forgetFailures()} />
        </div>
      )}
      {canAdd && (
        <div class="tray-actions" role="group" aria-label={t('trayAdd')}>
          {source.kind !== 'page' && source.kind !== 'kept' && (
            <button type="button" class="chip" onClick={() => change(here)}><Globe class="icon" />{t('actionAttachPage')}</button>
          )}
          {selection && source.kind !== 'selection' && (
            <button type="button" class="chip" onClick={() => change({ kind: 'selection', url: here.url, text: selection })}><TextSelect class="icon" />{t('actionAttachSelection')}</button>
          )}
        </div>
      )}
      <LazyVisionNote view={view} pictures={pictures + attached} />
      {over && <div class="drop-zone"><FileUp class="icon" /><p>{t('trayDrop')}</p></div>}
    </section>
  );
}

function isClosed(error: AppErrorData | undefined): boolean {
  return error?.code === 'page-permission' || error?.code === 'image-permission';
}

function nameAttachment(attachment: Attachment): string {
  switch (attachment.kind) {
    case 'tab':
      return attachment.title || hostOf(attachment.url);
    case 'file':
    case 'picture':
      return attachment.name;
  }
}
