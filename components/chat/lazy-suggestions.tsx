import type { WatchedRun } from '../hooks/thread-store';
import { lazyModule } from '../hooks/lazy-module';

const useSuggestions = lazyModule(() => import('./suggestions'));

interface LazySuggestionsProps {
  /** The last one. */
  run: WatchedRun | undefined;
  onAsk: (question: string) => void;
}

/** Questions under a finished summary, whose code is loaded with the first. */
export function LazySuggestions({ run, onAsk }: LazySuggestionsProps) {
  const topics = run?.state === 'done' && run.request.task === 'summarize' ? run.topics : undefined;
  const module = useSuggestions(topics !== undefined);
  return topics && module ? <module.Suggestions topics={topics} onAsk={onAsk} /> : null;
}
