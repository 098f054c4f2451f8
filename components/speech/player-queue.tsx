import { ArrowDown, ArrowUp, ListPlus, X } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { PlayerItem } from '~/lib/shared/player';
import type { PlayerActions } from '../hooks/use-player';
import { IconButton } from '../ui/icon-button';

interface PlayerQueueProps {
  /** All of it; the first is being read. */
  queue: readonly PlayerItem[];
  actions: PlayerActions;
  /** Adds the page the window is about; absent when there is none. */
  onAdd: (() => void) | undefined;
}

/** What is read after the present page, in an order the reader can change. */
export function PlayerQueue({ queue, actions, onAdd }: PlayerQueueProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLOListElement>(null);
  /** The item whose button was pressed keeps the focus, wherever it has gone. */
  const moved = useRef<{ id: string; step: -1 | 1 }>(undefined);
  useEffect(() => {
    const { id, step } = moved.current ?? {};
    moved.current = undefined;
    if (id === undefined) return;
    const row = [...(list.current?.children ?? [])].find((entry) => (entry as HTMLElement).dataset.item === id);
    const [up, down] = row?.querySelectorAll('button') ?? [];
    const [first, other] = step === -1 ? [up, down] : [down, up];
    (first?.disabled ? other : first)?.focus();
  }, [queue]);

  const move = (id: string, from: number, step: -1 | 1) => {
    moved.current = { id, step };
    actions.move(id, from + step);
  };
  const remove = (id: string) => {
    // The button goes away with its item.
    heading.current?.focus();
    actions.move(id, null);
  };
  return (
    <section class="player-queue">
      <h2 ref={heading} tabIndex={-1} class="label">
        {t('playerQueue')}
      </h2>
      {queue.length < 2 && <p class="small">{t('playerQueueEmpty')}</p>}
      <ol ref={list}>
        {queue.slice(1).map(({ id, title, url }, index) => {
          const name = title || url || t('playerUntitled');
          const place = index + 1;
          return (
            <li key={id} data-item={id}>
              <span class="grow clip" dir="auto" title={name}>
                {name}
              </span>
              <IconButton icon={ArrowUp} label={t('playerMoveUp', name)} disabled={index === 0} onClick={() => move(id, place, -1)} />
              <IconButton
                icon={ArrowDown}
                label={t('playerMoveDown', name)}
                disabled={place === queue.length - 1}
                onClick={() => move(id, place, 1)}
              />
              <IconButton icon={X} label={t('playerRemove', name)} onClick={() => remove(id)} />
            </li>
          );
        })}
      </ol>
      {onAdd && (
        <button type="button" class="button compact" onClick={onAdd}>
          <ListPlus class="icon icon-directed" />
          {t('playerQueueAdd')}
        </button>
      )}
    </section>
  );
}
