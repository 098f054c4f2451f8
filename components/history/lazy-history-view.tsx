import { useEffect, useState } from 'preact/hooks';
import type { HistoryView, HistoryViewProps } from './history-view';

let loaded: typeof HistoryView | undefined;

/** The history, whose code is loaded when it is opened for the first time. */
export function LazyHistoryView(props: HistoryViewProps) {
  const [View, setView] = useState(() => loaded);
  useEffect(() => {
    void import('./history-view').then((module) => {
      loaded = module.HistoryView;
      setView(() => module.HistoryView);
    });
  }, []);
  return View ? <View {...props} /> : null;
}
