import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PlayerOptions } from '~/lib/shared/player';
import type { SettingsHandle } from './use-settings';

/**
 * Changing how Docent reads, while it reads: each change is shown at once. While one is being stored, those that follow gather, and
 * only where they have come to is stored next: a slider makes many in a second.
 */
export function usePlayerOptions(stored: PlayerOptions, save: SettingsHandle['update']) {
  const [wanted, setWanted] = useState<PlayerOptions>();
  const latest = useRef(stored);
  const storing = useRef(false);
  const waiting = useRef(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  if (!storing.current) latest.current = stored;

  const store = useCallback(async () => {
    storing.current = true;
    do {
      waiting.current = false;
      await save({ player: latest.current });
    } while (waiting.current);
    storing.current = false;
    if (mounted.current) setWanted(undefined);
  }, [save]);

  const change = useCallback(
    (changed: Partial<PlayerOptions>) => {
      latest.current = { ...latest.current, ...changed };
      setWanted(latest.current);
      if (storing.current) waiting.current = true;
      else void store();
    },
    [store],
  );
  return { options: wanted ?? stored, change };
}
