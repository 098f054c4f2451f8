import { History, Settings, SlidersHorizontal, SquarePen } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import type { RunRequest } from '~/lib/shared/run';
import { isLive } from '~/lib/shared/run-kinds';
import type { TaskMeta } from '~/lib/tasks/task';
import { formerPage } from '../attachments/former-page';
import { LazyAttachButtons, LazyTray, takeTray } from '../attachments/lazy-tray';
import { useHistoryShown } from '../hooks/use-history-shown';
import { usePicturesShown } from '../hooks/use-pictures-shown';
import { isSpeaking, useReading } from '../hooks/use-reading';
import { usePressedJob } from '../hooks/use-pressed-job';
import { useRuns } from '../hooks/use-runs';
import { useSettings } from '../hooks/use-settings';
import { useTab } from '../hooks/use-tab';
import { useThread } from '../hooks/use-thread';
import { LazyCompareButton, LazyCompareNote } from '../compare/lazy-compare';
import { LazyHistoryView } from '../history/lazy-history-view';
import { JobButtons } from '../page/job-buttons';
import { PageHeader } from '../page/page-header';
import { SummaryOptionsRow } from '../page/summary-options-row';
import { ChooserKeys } from '../pictures/chooser-keys';
import { LazyPicturesView } from '../pictures/lazy-pictures-view';
import { usePlatform } from '../platform';
import { LazyPlayer } from '../speech/lazy-player';
import { LazyReadOptions } from '../speech/lazy-read-options';
import { LazySendNote } from '../spending/lazy-send-note';
import { ErrorNotice } from '../ui/error-notice';
import { IconButton } from '../ui/icon-button';
import { Composer } from './composer';
import { Conversation } from './conversation';
import { LazySearchToggle } from './lazy-search-toggle';
import { LazySuggestions } from './lazy-suggestions';
import { LazyUndoTurn } from './lazy-undo-turn';
import { ModelButton } from './model-button';
import { keptPage, OpenedNote } from './opened-note';
import { PromptsButton } from './prompts-button';

interface PanelProps {
  /** The tab the panel is about; undefined for the moment before it is known. */
  tabId: number | undefined;
  /** Grows when the tab shows another page. */
  pageVersion: number;
}

/** The side panel: the conversation about the page beside it. */
export function Panel({ tabId, pageVersion }: PanelProps) {
  const platform = usePlatform();
  const settings = useSettings();
  const tab = useTab(tabId, pageVersion);
  const thread = useThread(tabId);
  const { runs } = thread;
  const { actions, error } = useRuns(tabId);
  const reading = useReading(tabId, settings);
  const pictures = usePicturesShown(tabId, thread);
  const history = useHistoryShown(thread);
  const [optionsOpen, setOptionsOpen] = useState(false);
  const [promptsOpen, setPromptsOpen] = useState(false);
  const [web, setWeb] = useState(false);
  const [compared, setCompared] = useState<{ threadId: string | undefined; models: readonly string[] }>();
  const [editing, setEditing] = useState<string>();
  const [quote, setQuote] = useState<{ text: string }>();
  const turnActions = useMemo(() => ({ ...actions, quote: (text: string) => setQuote({ text }) }), [actions]);

  const summary = settings.view?.settings.summary;
  const last = runs.at(-1);
  // Of answers that are compared all are waited for, until one is kept.
  const lives = [...runs, ...(last?.comparison && !last.comparison.kept ? (thread.beside ?? []) : [])].filter(isLive);
  const models = compared && compared.threadId === thread.threadId ? compared.models : [];
  const kept = keptPage(thread, tab);
  const problem = error ?? settings.error ?? (last || pictures.open || history.open ? undefined : tab?.blocked);
  const place = tabId !== undefined && thread.threadId !== undefined ? { tabId, threadId: thread.threadId, tab, runs, opened: thread.opened } : undefined;
  const showConversation = (focus: 'conversation' | 'stay') => {
    pictures.hide(focus);
    history.hide('stay');
  };
  const start = (request: RunRequest | Promise<RunRequest>, focus: 'conversation' | 'stay') => {
    showConversation(focus);
    return actions.start(request);
  };
  const ask = async (question: string) => {
    if (place === undefined) return false;
    const request = takeTray(place).then((taken): RunRequest => ({ task: 'ask', question, ...(web ? { web } : {}), ...taken }));
    if (models.length === 0) return start(request, 'stay');
    showConversation('stay');
    setCompared(undefined);
    return actions.compare(request, models);
  };
  /** The pressed button goes away, so the focus moves to the conversation. */
  const askAndMoveOn = (question: string) => {
    document.querySelector<HTMLElement>('[role="log"]')?.focus();
    void ask(question);
  };
  const newChat = () => {
    showConversation('stay');
    actions.newThread();
  };
  const startJob = usePressedJob({ summary, tabId, start: (request) => void start(request, 'stay') });
  const press = (task: TaskMeta, button: HTMLElement) => {
    if (task.opens) {
      history.hide('stay');
      return pictures.show(button);
    }
    startJob(task);
  };

  return (
    <main class="panel">
      <PageHeader tab={tab}>
        <IconButton
          icon={History}
          label={t('actionHistory')}
          aria-expanded={history.open}
          onClick={(event) => (history.open ? history.hide('opener') : history.show(event.currentTarget))}
        />
        <IconButton icon={SquarePen} label={t('actionNewChat')} onClick={newChat} />
        <IconButton icon={Settings} label={t('actionSettings')} onClick={() => platform.openOptions()} />
      </PageHeader>
      {pictures.kept && tabId !== undefined && (
        <LazyPicturesView
          key={tabId}
          tabId={tabId}
          pageVersion={pageVersion}
          view={settings.view}
          hidden={!pictures.open || history.open}
          passing={false}
          onStart={(request) => void start(request, 'conversation')}
          onBack={() => pictures.hide('opener')}
        />
      )}
      {history.open && tabId !== undefined && (
        <LazyHistoryView
          tabId={tabId}
          presentId={thread.threadId}
          onOpened={() => {
            pictures.hide('stay');
            history.hide('conversation');
          }}
          onBack={() => history.hide('opener')}
        />
      )}
      <Conversation
        hidden={pictures.open || history.open}
        runs={runs}
        view={settings.view}
        actions={turnActions}
        withStop={false}
        withRequests
        versions={thread.versions}
        beside={thread.beside}
        editing={editing}
        onEdit={setEditing}
        quiet={isSpeaking(reading)}
        after={<LazySuggestions run={last} onAsk={askAndMoveOn} />}
        empty={
          <div class="empty">
            <img src="/icons/128.png" alt="" width={48} height={48} />
            <h2>{t('chatEmptyTitle')}</h2>
            <p>{t('chatEmptyText')}</p>
          </div>
        }
      />
      {tabId !== undefined && <ChooserKeys key={tabId} tabId={tabId} />}
      <div class="composer">
        {problem && <ErrorNotice error={problem} remedies={{}} />}
        {thread.damaged && <p class="notice warn" role="alert">{plural('chatDamaged', thread.damaged)}</p>}
        <LazyUndoTurn deleted={thread.deleted} onUndo={actions.takeBack} />
        {kept && <OpenedNote page={kept} onOpenPage={actions.openPage} />}
        <div class="chips">
          <JobButtons look="chip" onPress={press} readAloud={reading.button} />
          <IconButton
            class="small-icon"
            icon={SlidersHorizontal}
            label={t('actionSummaryOptions')}
            aria-expanded={optionsOpen}
            onClick={() => setOptionsOpen(!optionsOpen)}
          />
        </div>
        {reading.ways && <LazyReadOptions {...reading.ways} />}
        {optionsOpen && summary && (
          <SummaryOptionsRow options={summary} onChange={(changed) => void settings.update({ summary: changed })} />
        )}
        <LazyPlayer player={reading.player} settings={settings} tabId={tabId} />
        {place && <LazyTray place={place} view={settings.view} pictures={last?.pictures?.length} />}
        <Composer
          state={lives.length > 0 ? 'live' : last?.state === 'confirm' ? 'confirm' : 'idle'}
          onSend={ask}
          aboutPictures={last?.pictures?.length}
          note={(draft) => {
            if (tabId === undefined) return null;
            const about = { draft, tabId, version: pageVersion, kept: place !== undefined && formerPage(place) !== undefined, runs, view: settings.view };
            return models.length > 0 ? <LazyCompareNote {...about} models={models} onEnd={() => setCompared(undefined)} /> : <LazySendNote {...about} />;
          }}
          threadId={thread.threadId}
          isNew={runs.length === 0}
          failed={last?.state === 'failed' || last?.state === 'interrupted'}
          quote={quote}
          onEditLast={() => setEditing(runs.findLast(({ request }) => request.task === 'ask')?.id)}
          onStop={() => lives.forEach(({ id }) => actions.stop(id))}
          onSlash={() => setPromptsOpen(true)}
        />
        <div class="composer-tools">
          {place && <LazyAttachButtons place={place} />}
          <PromptsButton
            open={promptsOpen}
            disabled={lives.length > 0}
            onOpen={() => setPromptsOpen(true)}
            onClose={() => setPromptsOpen(false)}
            onChoose={(id) => {
              showConversation('stay');
              if (!place) return;
              actions.runPrompt(id, takeTray(place).then((taken) => ({ ...taken, web, ...(models.length > 0 ? { models: [...models] } : {}) })));
              setCompared(undefined);
            }}
          />
          <LazyCompareButton view={settings.view} chosen={models} onChange={settings.update} onChoose={(chosen) => setCompared({ threadId: thread.threadId, models: chosen })} />
          <ModelButton view={settings.view} onChange={settings.update} />
          <LazySearchToggle threadId={thread.threadId} runs={runs} view={settings.view} onChange={setWeb} />
        </div>
      </div>
    </main>
  );
}
