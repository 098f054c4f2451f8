import { useEffect, useMemo, useState } from 'preact/hooks';
import { watchPictures } from '~/lib/messaging/watch-pictures';
import { BatchProgress } from './batch-state';

/** The description of a tab's pictures as it goes on: the sums as state, each picture's progress in `items`. */
export function usePictureBatch(tabId: number) {
  const progress = useMemo(() => ({ tabId, batch: new BatchProgress() }).batch, [tabId]);
  const [state, setState] = useState(progress.state);
  useEffect(() => {
    const gone = new AbortController();
    setState(progress.state);
    watchPictures(
      tabId,
      (event) => {
        progress.apply(event);
        setState(progress.state);
      },
      gone.signal,
    );
    return () => gone.abort();
  }, [tabId, progress]);
  return { state, items: progress.items };
}
