import { lazyModule } from '../hooks/lazy-module';
import type { HistoryViewProps } from './history-view';

const useHistoryView = lazyModule(() => import('./history-view'));

/** The history, whose code is loaded when it is opened for the first time. */
export function LazyHistoryView(props: HistoryViewProps) {
  const view = useHistoryView();
  return view ? <view.HistoryView {...props} /> : null;
}
