import { useEffect, useMemo, useState } from 'preact/hooks';

/** A long list in parts, of which one more is given whenever the browser has had time to draw those before; `isWhole` once these are all. */
export function useInParts<T>(all: readonly T[], size: number): { parts: readonly (readonly T[])[]; isWhole: boolean } {
  const parts = useMemo(() => {
    const count = Math.ceil(all.length / size);
    return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
  }, [all, size]);
  const [drawn, setDrawn] = useState(1);
  useEffect(() => {
    if (drawn >= parts.length) return undefined;
    const timer = setTimeout(() => setDrawn(drawn + 1));
    return () => clearTimeout(timer);
  }, [drawn, parts]);
  return { parts: parts.slice(0, drawn), isWhole: drawn >= parts.length };
}
