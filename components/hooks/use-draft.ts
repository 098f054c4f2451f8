import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePlatform, type Platform } from '../platform';

/** Milliseconds until a draft is kept: a long one is not written again with every key. */
const PAUSE = 150;

/** Keeps the newest draft some time after it was written, or at once. */
class DraftKeeper {
  readonly #keep: Platform['keepDraft'];
  #pending: { threadId: string; text: string } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(keep: Platform['keepDraft']) {
    this.#keep = keep;
  }

  put(threadId: string, text: string): void {
    if (this.#pending && this.#pending.threadId !== threadId) this.flush();
    this.#pending = { threadId, text };
    this.#timer ??= setTimeout(() => this.flush(), PAUSE);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pending) this.#keep(this.#pending.threadId, this.#pending.text);
    this.#pending = undefined;
  }
}

export interface Draft {
  text: string;
  /** As it was found, when nothing has been written of it in this window. */
  found: boolean;
  write(text: string): void;
  /** Empties the box for a message that is being sent. Until it is known to have arrived it is kept; if it has not, it is in the box again, before what was written since. */
  send(arrived: Promise<boolean>): Promise<void>;
}

/**
 * The unsent message of a thread, which is there again whenever that is shown.
 * @param threadId undefined while it is not known: what is written then is kept with the one that comes
 * @param isNew nothing was asked in the thread: what stood in the box as the reader began it goes along
 */
export function useDraft(threadId: string | undefined, isNew: boolean): Draft {
  const platform = usePlatform();
  const [keeper] = useState(() => new DraftKeeper(platform.keepDraft));
  const [draft, setDraft] = useState({ text: '', found: true });
  const text = useRef('');
  const before = useRef<string | undefined>(undefined);
  /** Messages on their way, by thread. */
  const [sending] = useState(() => new Map<string, string>());
  /** Threads of which something was written in this window. */
  const [written] = useState(() => new Set<string>());
  const show = (next: string, found: boolean) => {
    text.current = next;
    setDraft({ text: next, found });
  };

  useLayoutEffect(() => {
    const former = before.current;
    before.current = threadId;
    if (threadId === undefined) {
      keeper.flush();
      if (former !== undefined) show('', true);
      return undefined;
    }
    const goesAlong = text.current !== '' && (former === undefined || isNew);
    if (goesAlong) {
      if (former !== undefined) keeper.put(former, '');
      keeper.put(threadId, text.current);
      written.add(threadId);
      return undefined;
    }
    keeper.flush();
    show('', true);
    let wanted = true;
    void platform.loadDraft(threadId).then((kept) => {
      if (wanted && kept && text.current === '') show(kept, !written.has(threadId));
    });
    return () => {
      wanted = false;
    };
    // Whether a thread is new counts in the moment in which it comes.
  }, [threadId]);

  useEffect(() => {
    const flush = () => keeper.flush();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      flush();
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [keeper]);

  const write = (next: string) => {
    show(next, false);
    if (threadId === undefined) return;
    written.add(threadId);
    keeper.put(threadId, join(sending.get(threadId) ?? '', next));
    if (!next) keeper.flush();
  };
  return {
    ...draft,
    write,
    async send(arrived) {
      if (threadId === undefined) return;
      const message = text.current;
      sending.set(threadId, message);
      write('');
      const isThere = await arrived;
      sending.delete(threadId);
      const isShown = before.current === threadId;
      const rest = isShown ? text.current : '';
      const next = isThere ? rest : join(message, rest);
      if (isShown) show(next, false);
      // Where another thread is shown by now, what was written in the meantime has been kept behind the message.
      else if (!isThere) return;
      keeper.put(threadId, next);
      // What was sent must not come back.
      keeper.flush();
    },
  };
}

/** A message, and what was written after it. */
function join(message: string, next: string): string {
  return message && next ? `${message}\n\n${next}` : message + next;
}
