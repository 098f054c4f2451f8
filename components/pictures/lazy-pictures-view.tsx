import { useEffect, useState } from 'preact/hooks';
import type { PicturesView, PicturesViewProps } from './pictures-view';

let loaded: typeof PicturesView | undefined;

/** The pictures view, whose code is loaded when it is opened for the first time. */
export function LazyPicturesView(props: PicturesViewProps) {
  const [View, setView] = useState(() => loaded);
  useEffect(() => {
    void import('./pictures-view').then((module) => {
      loaded = module.PicturesView;
      setView(() => module.PicturesView);
    });
  }, []);
  return View ? <View {...props} /> : null;
}
