import { ArrowDown } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { isLive } from '~/lib/shared/run-kinds';
import { lazyModule } from '../hooks/lazy-module';
import type { Thread, WatchedRun } from '../hooks/thread-store';
import { usePinnedScroll } from '../hooks/use-pinned-scroll';
import type { AnswerProps } from './answer';
import { loadDrawing } from './answer-text';
import { LiveAnnouncer } from './live-announcer';

const useTurns = lazyModule(() => import('./turn'));

interface ConversationProps extends Omit<AnswerProps, 'run'> {
  runs: readonly WatchedRun[];
  /** Shown while there is no run. */
  empty?: ComponentChildren;
  /** Shows the reader's own words above each answer; pictures are shown in any case. */
  withRequests: boolean;
  versions?: Thread['versions'];
  beside?: Thread['beside'];
  /** The run whose message the reader writes anew. */
  editing?: string | undefined;
  onEdit?: (runId: string | undefined) => void;
  /** The whole page scrolls, as in a popup, whose window grows with it; else the conversation by itself. */
  scrollsPage?: boolean;
  /** A voice is reading aloud: sentences are not announced as well. */
  quiet?: boolean;
  /** Stands under the last answer. */
  after?: ComponentChildren;
  /** Something else is shown in its place. */
  hidden?: boolean;
}

/** The runs of a thread, oldest first; what draws them is loaded with the first. Its end is followed only while the reader is there. */
export function Conversation({ runs, empty, after, withRequests, versions, beside, editing, onEdit, scrollsPage = false, hidden = false, quiet = false, ...rest }: ConversationProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const turns = useTurns(runs.length > 0);
  const last = runs.at(-1);
  const lastId = last?.id;
  const streamedId = useRef<string | undefined>(undefined);
  // Several answers that grow beside each other have no one end, and sentences of all at once would be heard by nobody.
  const isCompared = last?.comparison !== undefined && !last.comparison.kept;
  if (last && isLive(last) && last.engine !== 'device') streamedId.current = last.id;
  // Only what grows before the reader's eyes is followed; what is there as a whole is read from its beginning.
  const pin = lastId !== undefined && streamedId.current === lastId && last?.state !== 'confirm' && !isCompared ? 'end' : 'start';
  const { atEnd, repin, release } = usePinnedScroll({ scroller: scrollsPage ? 'page' : scroller, content, pin });
  const spoken = runs.findLast(isLive) ?? last;
  const before = useRef(runs);
  // Who switches to another version, or deletes a turn, goes on reading where that was.
  const isSwitch = before.current.some(({ id, threadId }) => threadId === last?.threadId && !runs.some((run) => run.id === id)) && !(last && isLive(last));
  useLayoutEffect(() => {
    before.current = runs;
    if (isSwitch) release();
  });
  useEffect(() => {
    if (!isSwitch) repin();
    // While the page is being read, so that the first words find everything ready.
    if (lastId) void loadDrawing();
  }, [lastId, repin]);

  return (
    // Scrollable, so it must be reachable by keyboard. Finished sentences are announced elsewhere: not live itself.
     
    <div ref={scroller} hidden={hidden} class="log" role="log" aria-live="off" aria-label={t('chatConversation')} tabIndex={scrollsPage ? -1 : 0}>
      <div ref={content} class={runs.length > 0 ? 'turns' : undefined}>
        {turns && runs.map((run) => (
          // Versions of a turn take each other's place: what switches between them stays where it is.
          <turns.Turn key={run.parentId ?? ''} run={run} withRequest={withRequests} version={versions?.[run.id]} beside={run.comparison && beside} editing={editing === run.id} onEdit={onEdit} {...rest} />
        ))}
        {after}
      </div>
      {runs.length === 0 && empty}
      {!atEnd && last && isLive(last) && !isCompared && (
        <div class="to-end">
          <button type="button" class="chip" onClick={repin}>
            <ArrowDown class="icon" />
            {t('actionJumpToEnd')}
          </button>
        </div>
      )}
      <p class="visually-hidden" role="status">
        {last && !isCompared && turns?.describeProgress(last)}
        {last?.guard?.some(({ outcome }) => outcome !== 'passed') && ` ${t('guardNotesSpoken')}`}
      </p>
      {spoken && <LiveAnnouncer key={spoken.id} source={spoken.text} marks={!!spoken.sources} streaming={isLive(spoken) && !quiet && !isCompared} />}
    </div>
  );
}
