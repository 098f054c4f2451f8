import { useEffect, useState } from 'preact/hooks';
import type { ReadOptions, ReadOptionsProps } from './read-options';

let loaded: typeof ReadOptions | undefined;

/** The other ways to read aloud, whose code is loaded when they are opened for the first time. */
export function LazyReadOptions(props: ReadOptionsProps) {
  const [View, setView] = useState(() => loaded);
  useEffect(() => {
    void import('./read-options').then((module) => {
      loaded = module.ReadOptions;
      setView(() => module.ReadOptions);
    });
  }, []);
  return View ? <View {...props} /> : null;
}
