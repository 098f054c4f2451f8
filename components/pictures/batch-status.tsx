import { useEffect, useRef, useState } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import type { BatchState } from '../hooks/batch-state';

/** Milliseconds at least between two announcements of the progress. */
const PAUSE = 8_000;

/** What screen readers hear of the descriptions' progress: the beginning, now and then how far it is, and the end. */
export function BatchStatus({ batch }: { batch: BatchState }) {
  const [said, setSaid] = useState('');
  const last = useRef(-Infinity);
  const wasLive = useRef(batch.live);
  const latest = useRef(batch);
  latest.current = batch;
  const { live, finished, total } = batch;

  useEffect(() => {
    const ended = wasLive.current && !live;
    const began = live && !wasLive.current;
    wasLive.current = live;
    if (ended) setSaid(latest.current.only ?? sayEnd(latest.current));
    if (!live) return undefined;
    const say = () => {
      last.current = performance.now();
      setSaid(t('picturesProgress', latest.current.finished, latest.current.total));
    };
    if (began) last.current = performance.now();
    const timer = setTimeout(say, Math.max(0, last.current + PAUSE - performance.now()));
    return () => clearTimeout(timer);
  }, [live, finished, total]);
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}

/** How many were described and how many were not. */
export function sayEnd({ described, failed }: BatchState): string {
  return [
    (described > 0 || failed === 0) && plural('picturesDescribed', described),
    failed > 0 && plural('picturesFailed', failed),
  ]
    .filter(Boolean)
    .join(' ');
}
