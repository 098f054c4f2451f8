import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { ConversationRow } from '~/lib/shared/conversation';
import { ConversationItem } from './conversation-item';
import type { Listing } from './history-store';

interface ConversationListProps {
  listing: Listing;
  /** Another listing is on its way. */
  busy: boolean;
  /** Has rows fetched. */
  need: (from: number, to: number) => void;
  /** Id of the thread that the panel shows. */
  presentId: string | undefined;
  onOpen: (row: ConversationRow) => void;
  onMore: (row: ConversationRow) => void;
  onDelete: (row: ConversationRow) => void;
  /** Moves the focus to the row at a place. */
  focusRow: RefObject<(index: number) => void>;
}

/** Height of a row in `rem`, without and with a passage of its text (`history.css` draws them as high). */
const ROW = 3.5;
const ROW_FOUND = 5.75;
/** Rows drawn above and below what is in sight. */
const BEYOND = 4;

/**
 * Rows are as high as they are whatever they hold, so that only those in sight are drawn, however many there are. One of them
 * is reached by `Tab`, the others with the arrow keys.
 */
export function ConversationList({ listing, busy, need, presentId, onOpen, onMore, onDelete, focusRow }: ConversationListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 800 });
  const [active, setActive] = useState(0);
  const focusNext = useRef(false);
  const { total = 0, rows, query } = listing;
  const height = (query.trim() ? ROW_FOUND : ROW) * rootSize();
  const reached = Math.min(active, Math.max(0, total - 1));
  const from = Math.max(0, Math.floor(sight.top / height) - BEYOND);
  const to = Math.min(total, Math.ceil((sight.top + sight.height) / height) + BEYOND);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setSight({ top: element.scrollTop, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => need(from, to), [need, from, to, rows]);
  useEffect(() => {
    // The best of what was found is at the top.
    if (scroller.current) scroller.current.scrollTop = 0;
    setActive(0);
  }, [query]);

  const moveTo = (index: number) => {
    const element = scroller.current;
    const place = Math.max(0, Math.min(total - 1, index));
    if (!element || total === 0) return;
    const top = place * height;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height > element.scrollTop + element.clientHeight) element.scrollTop = top + height - element.clientHeight;
    setSight({ top: element.scrollTop, height: element.clientHeight });
    setActive(place);
    focusNext.current = true;
  };
  focusRow.current = moveTo;
  useEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-place="${reached}"] .conversation-open`)?.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(sight.height / height) - 1);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -total, End: total };
    const step = steps[event.key];
    const row = rows.get(reached);
    if (step !== undefined) moveTo(reached + step);
    else if (event.key === 'Delete' && row) onDelete(row);
    else return;
    event.preventDefault();
  };

  const drawn = [...new Set([...range(from, to), ...(reached < total ? [reached] : [])])].sort((a, b) => a - b);
  return (
    <div ref={scroller} class="history-list" onScroll={(event) => setSight({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}>
      {/* Keys move the focus between the rows; each row is operable by itself. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-redundant-roles */}
      <ul role="list" aria-label={t('historyConversations')} aria-busy={busy} style={{ blockSize: `${total * height}px` }} onKeyDown={onKeyDown}>
        {drawn.map((place) => {
          const row = rows.get(place);
          return (
            <ConversationItem
              key={place}
              row={row}
              place={place}
              total={total}
              top={place * height}
              height={height}
              reached={place === reached}
              present={row?.conversation !== undefined && row.conversation.id === presentId}
              onFocus={() => setActive(place)}
              onOpen={onOpen}
              onMore={onMore}
            />
          );
        })}
      </ul>
    </div>
  );
}

/** CSS pixels of a `rem`: readers set it larger. */
function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
