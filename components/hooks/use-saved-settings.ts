import { useCallback, useState } from 'preact/hooks';
import { useSettings, type SettingsHandle } from './use-settings';

/** The settings, with a count of the changes that were stored, to say so. */
export function useSavedSettings() {
  const { view, error, update, setKey } = useSettings();
  const [saves, setSaves] = useState(0);
  const count = useCallback((saved: boolean) => {
    if (saved) setSaves((old) => old + 1);
    return saved;
  }, []);
  const save = useCallback<SettingsHandle['update']>((patch) => update(patch).then(count), [update, count]);
  const saveKey = useCallback<SettingsHandle['setKey']>((key) => setKey(key).then(count), [setKey, count]);
  return { view, error, saves, save, saveKey };
}
