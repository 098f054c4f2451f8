import { useCallback, useEffect, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import type { SettingsView } from '~/lib/messaging/settings-view';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import type { Settings } from '~/lib/shared/settings';

type SettingsChange = Partial<Omit<Settings, 'version'>>;

export interface SettingsHandle {
  /** Undefined until the background has answered. */
  view: SettingsView | undefined;
  error: AppErrorData | undefined;
  /** Stores the change; shows it at once. Resolves to whether it was stored. */
  update: (patch: SettingsChange) => Promise<boolean>;
  /** Stores the key for the present server; empty deletes it. */
  setKey: (key: string) => Promise<boolean>;
}

/** The settings, read again whenever the window gets the focus: another window may have changed them. */
export function useSettings(): SettingsHandle {
  const [view, setView] = useState<SettingsView>();
  const [error, setError] = useState<AppErrorData>();

  const take = useCallback(async (answer: Promise<SettingsView>) => {
    try {
      setView(await answer);
      setError(undefined);
      return true;
    } catch (thrown) {
      setError(toAppError(thrown).data);
      return false;
    }
  }, []);

  useEffect(() => {
    const load = () => void take(call('getSettings', {}));
    load();
    window.addEventListener('focus', load);
    return () => window.removeEventListener('focus', load);
  }, [take]);

  const update = useCallback(
    async (patch: SettingsChange) => {
      setView((old) => old && { ...old, settings: { ...old.settings, ...patch } });
      const stored = await take(call('updateSettings', patch));
      // What was not stored is not shown as if it were.
      if (!stored) await call('getSettings', {}).then(setView, () => undefined);
      return stored;
    },
    [take],
  );
  const setKey = useCallback((key: string) => take(call('setKey', { key })), [take]);

  return { view, error, update, setKey };
}
