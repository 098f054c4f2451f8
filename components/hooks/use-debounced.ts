import { useEffect, useState } from 'preact/hooks';

/** Milliseconds without a key until what is written is looked at. */
const PAUSE = 150;

/** What the reader writes, once they pause. */
export function useDebounced(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
