import { useEffect, useState } from 'preact/hooks';
import type * as View from '../parts/view';

type PartsView = typeof View;

let loaded: PartsView | undefined;

/** What draws a text that is read in parts, once it is loaded; it is loaded where it is wanted. */
export function usePartsView(wanted: boolean): PartsView | undefined {
  const [view, setView] = useState(() => loaded);
  useEffect(() => {
    if (!wanted || view) return;
    void import('../parts/view').then((module) => {
      loaded = module;
      setView(module);
    });
  }, [wanted, view]);
  return wanted ? view : undefined;
}
