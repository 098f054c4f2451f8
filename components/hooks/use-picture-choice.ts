import { useCallback, useMemo, useState } from 'preact/hooks';
import { KeyedStore } from './keyed-store';

export interface PictureChoice {
  chosen: KeyedStore<true>;
  count: number;
  choose: (id: string, on: boolean) => void;
  clear: () => void;
}

/** The pictures that the reader has ticked. */
export function usePictureChoice(): PictureChoice {
  const chosen = useMemo(() => new KeyedStore<true>(), []);
  const [count, setCount] = useState(0);
  const choose = useCallback(
    (id: string, on: boolean) => {
      chosen.set(id, on ? true : undefined);
      setCount(chosen.entries().length);
    },
    [chosen],
  );
  const clear = useCallback(() => {
    chosen.clear();
    setCount(0);
  }, [chosen]);
  return { chosen, count, choose, clear };
}
