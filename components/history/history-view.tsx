import { ArrowLeft, Search } from 'lucide-preact';
import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import type { ConversationRow } from '~/lib/shared/conversation';
import { ErrorNotice } from '../ui/error-notice';
import { IconButton } from '../ui/icon-button';
import { ConversationDialog } from './conversation-dialog';
import { titleOf } from './conversation-item';
import { ConversationList } from './conversation-list';
import { CountStatus } from './count-status';
import { UndoBar } from '../ui/undo-bar';
import { useHistory } from './use-history';
import '../styles/history.css';

export interface HistoryViewProps {
  tabId: number;
  /** Id of the thread that the panel shows. */
  presentId: string | undefined;
  /** Shows the conversation. */
  onOpened: () => void;
  onBack: () => void;
}

/** The conversations that were: found by their words, opened, renamed, deleted. */
export function HistoryView({ tabId, presentId, onOpened, onBack }: HistoryViewProps) {
  const titleId = useId();
  const field = useRef<HTMLInputElement>(null);
  const focusRow = useRef<(index: number) => void>(() => undefined);
  const [query, setQuery] = useState('');
  const [dialog, setDialog] = useState<ConversationRow>();
  const [deleted, setDeleted] = useState<ConversationRow>();
  const [error, setError] = useState<AppErrorData>();
  const { store, listing } = useHistory();
  const need = useCallback((from: number, to: number) => store.need(from, to), [store]);
  useEffect(() => field.current?.focus(), []);

  const search = (text: string) => {
    setQuery(text);
    store.search(text);
  };
  const attempt = async (work: Promise<unknown>, then: () => void) => {
    setError(undefined);
    try {
      await work;
      then();
    } catch (thrown) {
      setError(toAppError(thrown).data);
      store.refresh();
    }
  };
  const open = (row: ConversationRow) => {
    if (row.conversation) void attempt(call('openConversation', { tabId, number: row.number }), onOpened);
    else setDialog(row);
  };
  const remove = (row: ConversationRow) => {
    setDialog(undefined);
    // The row goes away, and the focus with it.
    field.current?.focus();
    void attempt(call('deleteConversation', { number: row.number }), () => setDeleted(row));
  };
  const undo = (row: ConversationRow) => {
    setDeleted(undefined);
    field.current?.focus();
    void attempt(call('keepConversation', { number: row.number }), () => store.refresh());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') focusRow.current(0);
    else if (event.key !== 'Escape') return;
    else if (query) search('');
    else onBack();
    event.preventDefault();
  };

  const problem = error ?? listing.error;
  const { total } = listing;
  return (
    <section class="history" aria-labelledby={titleId}>
      <header class="pictures-head">
        <IconButton icon={ArrowLeft} directed label={t('actionBack')} onClick={onBack} />
        <h2 id={titleId}>{t('actionHistory')}</h2>
        {total !== undefined && <span class="small history-count">{plural('historyCount', total)}</span>}
      </header>
      <div class="history-search">
        <Search class="icon" />
        <input
          ref={field}
          type="search"
          class="input"
          dir="auto"
          aria-label={t('historySearch')}
          placeholder={t('historySearch')}
          maxLength={1_000}
          value={query}
          onInput={(event) => search(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {problem && <ErrorNotice error={problem} remedies={{ retry: () => store.refresh() }} />}
      {total === 0 && <NothingHere searched={listing.query.trim() !== ''} />}
      <ConversationList
        listing={listing}
        busy={listing.query !== query || total === undefined}
        need={need}
        presentId={presentId}
        focusRow={focusRow}
        onOpen={open}
        onMore={setDialog}
        onDelete={remove}
      />
      {deleted && <UndoBar key={deleted.number} said={t('historyDeletedOne', titleOf(deleted))} onUndo={() => undo(deleted)} onGone={() => setDeleted(undefined)} />}
      <CountStatus listing={listing} />
      {dialog && <ConversationDialog row={dialog} onClose={() => setDialog(undefined)} onDelete={() => remove(dialog)} />}
    </section>
  );
}

function NothingHere({ searched }: { searched: boolean }) {
  if (searched) return <p class="history-nothing">{t('historyNothingFound')}</p>;
  return (
    <div class="history-nothing">
      <h3>{t('historyEmpty')}</h3>
      <p>{t('historyEmptyText')}</p>
    </div>
  );
}
