import { useCallback, useEffect, useState } from 'preact/hooks';

/** Milliseconds for which a success is shown; a failure stays until the next try. */
const SHOWN_FOR = 2_000;

export interface Copying<What extends string> {
  /** What was copied last; nothing before, or a while after. */
  copied: What | undefined;
  /** The browser refused the clipboard. */
  failed: boolean;
  copy: (what: What, text: string) => void;
}

/** Puts texts on the clipboard and tells how that went. */
export function useCopy<What extends string>(): Copying<What> {
  const [copied, setCopied] = useState<What>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(undefined), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = useCallback((what: What, text: string) => {
    navigator.clipboard.writeText(text).then(
      () => {
        setFailed(false);
        setCopied(what);
      },
      () => setFailed(true),
    );
  }, []);
  return { copied, failed, copy };
}
