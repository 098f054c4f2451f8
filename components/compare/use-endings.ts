import { useEffect, useRef, useState } from 'preact/hooks';
import { isLive } from '~/lib/shared/run-kinds';
import type { WatchedRun } from '../hooks/thread-store';

interface Ending {
  id: string;
  name: string;
}

/** Answers that have come to their end while they were watched, in that order: what a screen reader is told, once each. Errors speak for themselves. */
export function useEndings(members: readonly WatchedRun[]): readonly Ending[] {
  const live = useRef<ReadonlySet<string>>(new Set());
  const [endings, setEndings] = useState<readonly Ending[]>([]);
  useEffect(() => {
    const ended = members.filter(({ id, state }) => live.current.has(id) && state === 'done');
    live.current = new Set(members.filter(isLive).map(({ id }) => id));
    if (ended.length > 0) setEndings((old) => [...old, ...ended.map(({ id, model, comparison }) => ({ id, name: model ?? comparison?.model ?? '' }))]);
  }, [members]);
  return endings;
}
