import { useEffect, useState } from 'preact/hooks';

interface Waiting {
  /** Undefined: sent before it was known which conversation is shown. */
  threadId: string | undefined;
  text: string;
}

export interface WaitingMessage {
  /** A message waits in the thread that is shown. */
  here: boolean;
  begin(): void;
  cancel(): void;
  /** The reader has changed the message in the box. */
  follow(text: string): void;
}

interface Shown {
  threadId: string | undefined;
  /** Nothing was asked in the thread. */
  isNew: boolean;
  /** What is in the box. */
  text: string;
  /** Nothing stands in the way of sending. */
  free: boolean;
}

/**
 * A message that the reader has sent and that cannot leave yet. It waits in its own thread: elsewhere it is not sent, and
 * when that thread is shown again it is, if it still stands there as it was. A new conversation calls it back.
 */
export function useWaiting({ threadId, isNew, text, free }: Shown, onFree: () => void): WaitingMessage {
  const [waiting, setWaiting] = useState<Waiting>();
  const here = waiting !== undefined && waiting.threadId === threadId;
  useEffect(() => {
    if (!waiting || threadId === undefined) return;
    if (waiting.threadId === undefined) setWaiting({ ...waiting, threadId });
    else if (waiting.threadId !== threadId && isNew) setWaiting(undefined);
  }, [threadId, waiting]);
  useEffect(() => {
    if (!here || !free || threadId === undefined || text !== waiting.text) return;
    setWaiting(undefined);
    onFree();
  }, [here, free, threadId, text]);
  return {
    here,
    begin: () => setWaiting({ threadId, text }),
    cancel: () => setWaiting(undefined),
    // Of what was written into an empty box nothing was sent.
    follow: (next) => here && setWaiting(text.trim() && next.trim() ? { threadId, text: next } : undefined),
  };
}
