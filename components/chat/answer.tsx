import { useMemo, useRef, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { SettingsView } from '~/lib/messaging/settings-view';
import type { AppErrorData } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import { isLive, isPictureRequest } from '~/lib/shared/run-kinds';
import type { WatchedRun } from '../hooks/thread-store';
import { useGuardParts } from '../hooks/use-guard-parts';
import { useHasText } from '../hooks/use-has-text';
import { usePartsView } from '../hooks/use-parts-view';
import { useScanView } from '../hooks/use-scan-view';
import type { RunActions } from '../hooks/use-runs';
import { LazyMaskedNote } from '../masking/lazy-masked-note';
import { ERROR_MESSAGES } from '../ui/error-messages';
import { describeError } from '../ui/error-messages';
import { ErrorNotice } from '../ui/error-notice';
import { AddAnswer } from './add-answer';
import { AnswerActions } from './answer-actions';
import { AnswerReading } from './answer-reading';
import { AnswerText, useDrawing } from './answer-text';
import { ConfirmRun } from './confirm-run';
import { describeOrigin } from './describe-answer';
import { EndNote } from './end-note';
import { EngineNote } from './engine-note';
import { isNoteworthy, Omitted, titleOf } from './omitted';
import { PictureNote } from './picture-note';
import { Reasoning } from './reasoning';
import { RetryOptions } from './retry-options';
import { describeProgress, RunProgress } from './run-progress';
import { RunText } from './run-text';
import { SentDialog } from './sent-dialog';

export interface AnswerProps {
  run: WatchedRun;
  view: SettingsView | undefined;
  actions: RunActions;
  /** A `Stop` button under the growing answer; the side panel has its own beside the message box. */
  withStop: boolean;
}

/** One answer: text on paper, above it who wrote it, under it what it rests on and what can be done with it. */
export function Answer({ run, view, actions, withStop }: AnswerProps) {
  const article = useRef<HTMLElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const [sentOpen, setSentOpen] = useState(false);
  const [retryOpen, setRetryOpen] = useState(false);
  const live = isLive(run);
  const error = errorOf(run, view);
  const hasText = useHasText(run.text);
  const guard = useGuardParts(run);
  const { report, parts } = run;
  const partsView = usePartsView(parts !== undefined);
  const scanView = useScanView(!live && isOfScan(run));
  // Busy until all of it can be seen, too.
  const canDraw = useDrawing() !== undefined;

  /** Does what the pressed button says; the button goes away, so the focus moves to the conversation. */
  const andMoveOn = (action: () => void) => () => {
    article.current?.closest<HTMLElement>('[role="log"]')?.focus();
    setRetryOpen(false);
    action();
  };
  const readAll = readAllOf(run, live, actions);
  const retry = andMoveOn(() => actions.retry(run.id));
  const goOn = (hasText || parts) && run.engine === 'server' ? andMoveOn(() => actions.continue(run.id)) : undefined;
  const device = run.request.task === 'summarize' && run.engine !== 'device';

  const head = useMemo(
    () => run.state !== 'failed' && !report && (
      <EngineNote engine={run.engine} fallback={run.fallback} error={run.error} request={run.request} />
    ),
    [run.engine, run.fallback, run.error, run.request, run.state === 'failed', !report],
  );
  const read = run.read?.wordsTotal && (hasText || parts || !error) ? run.read : undefined;
  const warnings = useMemo(
    () => read?.omissions.filter(isNoteworthy).map((omission) => (
      <Omitted key={`${omission.documentId ?? ''} ${omission.reason}`} omission={omission} document={titleOf(read, omission.documentId)} />
    )),
    [read],
  );
  const marks = live ? undefined : run.guard?.filter(({ range, verdict, outcome }) => range && outcome !== 'passed' && verdict.kind === 'unsafe');
  const reportText = useMemo(() => report && guard && new RunText(guard.reportAsText(report, live)), [report, guard, live]);
  const isAltText = run.request.task === 'write-alt-text' && run.state === 'done' && hasText;
  const altTextOf = isAltText ? run.pictures?.[0]?.ref : undefined;
  const origin = describeOrigin({ usage: run.usage, guardUsage: run.guardUsage, model: run.engine === 'server' ? run.model : undefined });

  return (
    <article ref={article} class="answer" aria-label={t('answerLabel')} aria-busy={live || (hasText && !canDraw)}>
      <h2 class="visually-hidden">{t('answerLabel')}</h2>
      {head}
      {guard && <guard.AnswerNotes run={run} />}
      <Reasoning source={run.reasoning} streaming={live} />
      {hasText && (
        <div ref={shown} class="answer-text" dir="auto">
          <AnswerText run={run} streaming={live} tabId={actions.tabId}>
            {guard && marks?.length ? <guard.MarkedAnswer text={run.text.snapshot()} notes={marks} /> : undefined}
          </AnswerText>
        </div>
      )}
      {guard && report && (
        <div ref={shown}>
          <guard.SafetyReport report={report} live={live || run.state === 'confirm'} onShow={actions.showPassage} onCheckImages={checkImagesOf(run, live, actions)} />
        </div>
      )}
      {hasText && run.engine === 'server' && isPictureRequest(run.request) && (
        <PictureNote request={run.request} pictures={run.pictures} />
      )}
      {altTextOf && <AddAnswer picture={altTextOf} text={run.text} actions={actions} />}
      {live && (
        <RunProgress text={describeProgress(run)} onStop={withStop ? andMoveOn(() => actions.stop(run.id)) : undefined} />
      )}
      {run.state === 'confirm' && (
        <ConfirmRun run={run} onAnswer={(accept) => andMoveOn(() => actions.confirm(run.id, accept))()} />
      )}
      {error ? (
        <ErrorNotice
          error={error}
          remedies={{
            retry,
            continue: goOn,
            sendAnyway: andMoveOn(() => actions.continue(run.id, true)),
            unlock: (password) => andMoveOn(() => actions.retry(run.id, { password }))(),
            tryModel: (model) => andMoveOn(() => actions.retry(run.id, { model }))(),
            device: device ? andMoveOn(() => actions.retry(run.id, { engine: 'device' })) : undefined,
          }}
        />
      ) : (
        <EndNote run={run} onContinue={goOn} />
      )}
      {parts && partsView && !live && (
        <partsView.PartsNote run={run} hasNotes={hasText} onContinue={goOn} onRetryParts={andMoveOn(() => actions.retryParts(run.id))} />
      )}
      {run.unsaved && (
        <p class="notice warn" role="alert">
          {run.unsaved.code === 'storage-full' ? t('answerUnsavedFull') : `${t('answerUnsaved')} ${describeError(run.unsaved)}`}
        </p>
      )}
      {read?.unread?.map(({ name, error: why }, index) => (
        <p key={index} class="notice warn">{t('answerUnread', name)} {describeError(why)}</p>
      ))}
      {guard && read?.findings && <guard.FindingsNote findings={read.findings} documents={read.documents} onShow={actions.showPassage} />}
      {warnings}
      {scanView && !live && <scanView.ScanOffer run={run} onRead={(request) => andMoveOn(() => void actions.start(request))()} />}
      <LazyMaskedNote masked={hasText ? run.masked : undefined} shown={shown} live={live} />
      {(live ? hasText : run.state !== 'confirm') && (
        <footer class="answer-foot">
          <div class="answer-facts">{read && <AnswerReading read={read} parts={parts} onReadAll={readAll && andMoveOn(readAll)} />}</div>
          <AnswerActions
            text={hasText ? run.text : reportText}
            sources={run.sources}
            documents={run.read?.documents}
            shown={shown}
            live={live}
            onReadAloud={hasText ? () => actions.readAloud(run.id) : undefined}
            onQuote={hasText ? actions.quote : undefined}
            onShowSent={() => setSentOpen(true)}
            onRetry={error && ERROR_MESSAGES[error.code].actions.includes('retry') ? undefined : retry}
            onRetryWith={() => setRetryOpen(!retryOpen)}
            retryWithOpen={retryOpen}
          />
          {origin && <p class="answer-origin">{origin}</p>}
        </footer>
      )}
      {retryOpen && (
        <RetryOptions run={run} view={view} onRetry={(changes) => andMoveOn(() => actions.retry(run.id, changes))()} />
      )}
      {sentOpen && <SentDialog run={run} isBlocked={run.error?.code === 'guard-blocked' && !hasText} onClose={() => setSentOpen(false)} />}
    </article>
  );
}

/** Pages that are pictures were left out, or are all that there is. */
function isOfScan({ read, error }: WatchedRun): boolean {
  return error?.reason === 'scanned' || (read?.omissions.some(({ reason }) => reason === 'picture-page') ?? false) || (read?.unread?.some((each) => each.error.reason === 'scanned') ?? false);
}

/** How the pictures of a page are checked after its text; a pasted selection or a linked page has none at hand. */
function checkImagesOf({ id, request, report }: WatchedRun, live: boolean, actions: RunActions): (() => void) | undefined {
  if (live || request.task !== 'check-safety' || request.images || request.source.kind !== 'page') return undefined;
  if (report?.judge.kind !== 'model' || report.checked.imagesTotal === 0) return undefined;
  return () => actions.retry(id, { request: { ...request, images: true } });
}

/** How all of a page is read for a question that passages were chosen for. */
function readAllOf({ id, request, read }: WatchedRun, live: boolean, actions: RunActions): (() => void) | undefined {
  if (live || request.task !== 'ask' || !read?.passages || read.passages.chosen === read.passages.total) return undefined;
  return () => actions.retry(id, { request: { ...request, whole: true } });
}

/** Why there is no whole answer, with what the run and the settings know about the server. */
function errorOf({ state, error, host, model }: WatchedRun, view: SettingsView | undefined): AppErrorData | undefined {
  if (state !== 'failed' && state !== 'interrupted') return undefined;
  const asked = host ?? (view && hostOf(view.settings.baseUrl));
  return {
    code: state === 'interrupted' ? 'interrupted' : 'unexpected',
    ...(asked ? { host: asked } : {}),
    ...(model ? { model } : {}),
    ...error,
  };
}
