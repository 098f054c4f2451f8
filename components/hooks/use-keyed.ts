import { useEffect, useState } from 'preact/hooks';
import type { KeyedStore } from './keyed-store';

/** The present value of one id. */
export function useKeyed<V>(store: KeyedStore<V>, id: string): V | undefined {
  const [value, setValue] = useState(() => store.get(id));
  useEffect(() => {
    const look = () => setValue(() => store.get(id));
    look();
    return store.subscribe(id, look);
  }, [store, id]);
  return value;
}
