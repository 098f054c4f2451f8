import { ArrowLeft, RefreshCw } from 'lucide-preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { SettingsView } from '~/lib/messaging/settings-view';
import type { RunRequest } from '~/lib/shared/run';
import { usePictureList } from '../hooks/use-picture-list';
import { useRegion } from '../hooks/use-region';
import { usePlatform } from '../platform';
import { ErrorNotice } from '../ui/error-notice';
import { IconButton } from '../ui/icon-button';
import { PagePictures } from './page-pictures';
import { ViewActions } from './view-actions';

export interface PicturesViewProps {
  tabId: number;
  /** Grows when the tab shows another page. */
  pageVersion: number;
  view: SettingsView | undefined;
  /** Out of sight, but kept as it is. */
  hidden: boolean;
  /** A window that closes as soon as the page gets the focus. */
  passing: boolean;
  /** Starts a run; the conversation shows it. */
  onStart: (request: RunRequest) => void;
  onBack: () => void;
}

/** The pictures of the page: which there are, what is said of them, and what can be asked about them. */
export function PicturesView({ tabId, pageVersion, view, hidden, passing, onStart, onBack }: PicturesViewProps) {
  const platform = usePlatform();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const handle = usePictureList(tabId, pageVersion);
  const region = useRegion(tabId);
  const { list, busy, error, stale, renew } = handle;
  useEffect(() => {
    if (!hidden) title.current?.focus();
  }, [hidden]);

  const chooseRegion = () => {
    // The panel stays beside the page and will show the answer.
    if (passing) platform.openSidePanel();
    region.choose();
  };
  return (
    <section class="pictures" aria-labelledby={titleId} hidden={hidden}>
      <header class="pictures-head">
        <IconButton icon={ArrowLeft} directed label={t('actionBack')} onClick={onBack} />
        <h2 ref={title} id={titleId} tabIndex={-1}>
          {t('picturesTitle')}
        </h2>
        <IconButton icon={RefreshCw} label={t('picturesListAgain')} aria-disabled={busy} onClick={() => !busy && renew()} />
      </header>
      <div class="pictures-body">
        <ViewActions onDescribeView={() => onStart({ task: 'describe-image', source: { kind: 'view' } })} onChooseRegion={chooseRegion} />
        {region.error && <ErrorNotice error={region.error} remedies={{ retry: chooseRegion }} />}
        {stale && (
          <div class="notice pictures-stale" role="status">
            <p class="grow">{t('picturesStale')}</p>
            <button type="button" class="button compact" onClick={renew}>
              {t('picturesListAgain')}
            </button>
          </div>
        )}
        {error && <ErrorNotice error={error} remedies={{ retry: renew }} />}
        {list && <PagePictures tabId={tabId} list={list} view={view} passing={passing} renew={renew} onStart={onStart} />}
        <p class={busy && !list ? 'row picture-state' : 'visually-hidden'} role="status">
          {busy && <span class="spinner" />}
          {busy && t('picturesLoading')}
        </p>
      </div>
    </section>
  );
}
