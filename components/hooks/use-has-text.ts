import { useEffect, useState } from 'preact/hooks';
import type { RunText } from '../chat/run-text';

/** Whether a growing text holds anything yet. Renders again when that changes, not with every piece. */
export function useHasText(text: RunText): boolean {
  const [has, setHas] = useState(text.length > 0);
  useEffect(() => {
    const look = () => setHas(text.length > 0);
    look();
    return text.subscribe(look);
  }, [text]);
  return has;
}
