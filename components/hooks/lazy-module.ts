import { useEffect, useState } from 'preact/hooks';

/** Makes a hook that gives a module once it is loaded, which it is when it is first wanted; undefined until then, and while it is not wanted. */
export function lazyModule<T>(load: () => Promise<T>): (wanted?: boolean) => T | undefined {
  let loaded: T | undefined;
  return function useModule(wanted = true) {
    const [module, setModule] = useState(() => loaded);
    useEffect(() => {
      if (!wanted || module) return;
      void load().then((found) => {
        loaded = found;
        setModule(() => found);
      });
    }, [wanted, module]);
    return wanted ? module : undefined;
  };
}
