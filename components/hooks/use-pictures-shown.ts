import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Thread } from './thread-store';

export interface PicturesShown {
  /** The pictures take the place of the conversation. */
  open: boolean;
  /** They were opened for this tab: what the reader did there is kept when the conversation is shown. */
  kept: boolean;
  /** `opener` gets the focus back. */
  show: (opener: HTMLElement) => void;
  /** Shows the conversation and moves the focus to it, back to the opener, or not at all. */
  hide: (focus: 'conversation' | 'opener' | 'stay') => void;
}

/** Whether the pictures are shown in the place of the conversation. A new run of the tab brings the conversation back. */
export function usePicturesShown(tabId: number | undefined, thread: Thread): PicturesShown {
  const [open, setOpen] = useState(false);
  const [keptFor, setKeptFor] = useState<number>();
  const opener = useRef<HTMLElement>(undefined);
  const focus = useRef<Parameters<PicturesShown['hide']>[0]>('stay');

  const show = useCallback((pressed: HTMLElement) => {
    opener.current = pressed;
    setOpen(true);
  }, []);
  const hide = useCallback<PicturesShown['hide']>((to) => {
    focus.current = to;
    setOpen(false);
  }, []);
  useEffect(() => {
    if (open) setKeptFor(tabId);
  }, [open, tabId]);
  useEffect(() => {
    if (open) return;
    const to = focus.current;
    focus.current = 'stay';
    if (to === 'opener') opener.current?.focus();
    if (to === 'conversation') document.querySelector<HTMLElement>('[role="log"]')?.focus();
  }, [open]);

  const shownTab = useRef(tabId);
  useEffect(() => {
    if (shownTab.current !== undefined && shownTab.current !== tabId) hide('stay');
    shownTab.current = tabId;
  }, [tabId, hide]);

  const lastId = thread.runs.at(-1)?.id;
  const known = useRef<string>(undefined);
  const ready = useRef(false);
  useEffect(() => {
    // What the first snapshot holds is not new.
    if (ready.current && lastId !== undefined && lastId !== known.current) {
      hide(document.activeElement?.matches('input, textarea') ? 'stay' : 'conversation');
    }
    known.current = lastId;
    ready.current = thread.state === 'ready';
  }, [thread.state, lastId, hide]);

  return { open, kept: open || (keptFor !== undefined && keptFor === tabId), show, hide };
}
