import { Ellipsis, Pin } from 'lucide-preact';
import { formatDay } from '~/lib/i18n/format';
import { joinFacts, plural, t } from '~/lib/i18n/message';
import type { Conversation, ConversationRow } from '~/lib/shared/conversation';
import { hostOf } from '~/lib/shared/base-url';
import { IconButton } from '../ui/icon-button';
import { MarkedText } from './marked-text';

interface ConversationItemProps {
  /** Undefined until it has been fetched. */
  row: ConversationRow | undefined;
  place: number;
  total: number;
  /** CSS pixels from the top of the list. */
  top: number;
  height: number;
  /** The one that `Tab` reaches. */
  reached: boolean;
  /** The panel shows it. */
  present: boolean;
  onFocus: () => void;
  onOpen: (row: ConversationRow) => void;
  onMore: (row: ConversationRow) => void;
}

/** One conversation: its title, where and when it was, and the passage that was found. */
export function ConversationItem({ row, place, total, top, height, reached, present, onFocus, onOpen, onMore }: ConversationItemProps) {
  const title = titleOf(row);
  const tabIndex = reached ? 0 : -1;
  return (
    <li
      class={present ? 'conversation present' : 'conversation'}
      style={{ insetBlockStart: `${top}px`, blockSize: `${height}px` }}
      data-place={place}
      aria-setsize={total}
      aria-posinset={place + 1}
    >
      <button
        type="button"
        class="conversation-open"
        tabIndex={tabIndex}
        aria-current={present ? 'true' : undefined}
        aria-label={row ? undefined : t('historyRowLoading')}
        onFocus={onFocus}
        onClick={() => row && onOpen(row)}
      >
        {row && (
          <>
            <span class="conversation-title">
              {row.conversation?.pinned && <Pin class="icon" role="img" aria-hidden="false" aria-label={t('historyPinned')} />}
              <span class="clip" dir="auto">
                <MarkedText text={title} marks={row.marks} />
              </span>
            </span>
            <span class="small clip">{row.conversation ? describe(row.conversation) : t('historyDamagedHint')}</span>
            {row.excerpt && (
              <span class="small conversation-excerpt" dir="auto">
                <MarkedText text={row.excerpt.text} marks={row.excerpt.marks} />
              </span>
            )}
          </>
        )}
      </button>
      {row && <IconButton icon={Ellipsis} label={t('historyMore', title)} tabIndex={tabIndex} onFocus={onFocus} onClick={() => onMore(row)} />}
    </li>
  );
}

/** What a conversation is called. */
export function titleOf(row: ConversationRow | undefined): string {
  const { conversation } = row ?? {};
  if (!conversation) return t('historyDamaged');
  return conversation.title || conversation.page.title || hostOf(conversation.page.url) || t('historyUntitled');
}

function describe({ updatedAt, page, answers }: Conversation): string {
  return joinFacts([formatDay(updatedAt), hostOf(page.url) || page.title, plural('historyAnswers', answers)]);
}
