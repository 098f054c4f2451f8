import { PanelRight, Settings } from 'lucide-preact';
import { t } from '~/lib/i18n/message';
import type { TaskMeta } from '~/lib/tasks/task';
import { Conversation } from '../chat/conversation';
import { LazySuggestions } from '../chat/lazy-suggestions';
import { usePicturesShown } from '../hooks/use-pictures-shown';
import { isSpeaking, useReading } from '../hooks/use-reading';
import { usePressedJob } from '../hooks/use-pressed-job';
import { useRuns } from '../hooks/use-runs';
import { useSettings } from '../hooks/use-settings';
import { useTab } from '../hooks/use-tab';
import { useThread } from '../hooks/use-thread';
import { LazyPicturesView } from '../pictures/lazy-pictures-view';
import { usePlatform } from '../platform';
import { LazyPlayer } from '../speech/lazy-player';
import { LazyReadOptions } from '../speech/lazy-read-options';
import { ErrorNotice } from '../ui/error-notice';
import { IconButton } from '../ui/icon-button';
import { JobButtons } from './job-buttons';
import { PageHeader } from './page-header';
import { SummaryOptionsRow } from './summary-options-row';

/** The popup: the jobs, and the latest answer about the page, still growing if it is. */
export function Popup({ tabId }: { tabId: number | undefined }) {
  const platform = usePlatform();
  const settings = useSettings();
  const tab = useTab(tabId);
  const thread = useThread(tabId);
  const pictures = usePicturesShown(tabId, thread);
  const { runs } = thread;
  const { actions, error } = useRuns(tabId);
  const reading = useReading(tabId, settings);

  const summary = settings.view?.settings.summary;
  const last = runs.slice(-1);
  const problem = error ?? settings.error ?? (last.length > 0 || pictures.open ? undefined : tab?.blocked);

  const startJob = usePressedJob({ summary, tabId, start: (request) => void actions.start(request) });

  /** Questions are asked in the panel, where the conversation goes on. */
  const ask = (question: string) => {
    platform.openSidePanel();
    void actions.start({ task: 'ask', source: { kind: 'page' }, question });
  };

  const press = (task: TaskMeta, button: HTMLElement) => {
    if (task.opens) return pictures.show(button);
    pictures.hide('stay');
    startJob(task);
  };

  return (
    <main class="popup">
      <PageHeader tab={tab}>
        <IconButton icon={Settings} label={t('actionSettings')} onClick={() => platform.openOptions()} />
      </PageHeader>
      <div class="popup-jobs">
        <div class="jobs">
          <JobButtons look="job" onPress={press} readAloud={reading.button} />
        </div>
        {reading.ways && <LazyReadOptions {...reading.ways} />}
        {summary && !pictures.open && (
          <SummaryOptionsRow options={summary} onChange={(changed) => void settings.update({ summary: changed })} />
        )}
        {problem && <ErrorNotice error={problem} remedies={{}} />}
      </div>
      {pictures.kept && tabId !== undefined && (
        <LazyPicturesView
          tabId={tabId}
          pageVersion={0}
          view={settings.view}
          hidden={!pictures.open}
          passing
          onStart={(request) => {
            pictures.hide('conversation');
            void actions.start(request);
          }}
          onBack={() => pictures.hide('opener')}
        />
      )}
      <Conversation hidden={pictures.open} runs={last} beside={thread.beside} view={settings.view} actions={actions} withStop withRequests={false} scrollsPage quiet={isSpeaking(reading)} after={<LazySuggestions run={last[0]} onAsk={ask} />} />
      <footer>
        <LazyPlayer player={reading.player} settings={settings} tabId={tabId} />
        <button type="button" class="button" onClick={platform.openSidePanel}>
          <PanelRight class="icon icon-directed" />
          {t('actionOpenPanel')}
        </button>
      </footer>
    </main>
  );
}
