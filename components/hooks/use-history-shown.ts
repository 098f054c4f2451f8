import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Thread } from './thread-store';

/** Whether the history is shown in the place of the conversation. A new run of the tab brings the conversation back. */
export function useHistoryShown(thread: Thread) {
  const [openedAt, setOpenedAt] = useState<number>();
  const opener = useRef<HTMLElement>(undefined);
  const open = openedAt !== undefined;

  const show = useCallback((pressed: HTMLElement) => {
    opener.current = pressed;
    setOpenedAt(Date.now());
  }, []);
  /** Shows the conversation, and moves the focus to it, back to the button, or not at all. */
  const hide = useCallback((focus: 'conversation' | 'opener' | 'stay') => {
    setOpenedAt(undefined);
    if (focus === 'opener') opener.current?.focus();
    // It is shown by then.
    if (focus === 'conversation') requestAnimationFrame(() => document.querySelector<HTMLElement>('[role="log"]')?.focus());
  }, []);

  const newest = thread.runs.at(-1)?.createdAt ?? 0;
  useEffect(() => {
    if (openedAt !== undefined && newest > openedAt) setOpenedAt(undefined);
  }, [openedAt, newest]);
  return { open, show, hide };
}
