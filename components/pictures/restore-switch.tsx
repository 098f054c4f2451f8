import { useEffect, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import { usePlatform } from '../platform';
import { ErrorNotice } from '../ui/error-notice';
import { Switch } from '../ui/switch';

interface RestoreSwitchProps {
  origin: string;
  /** What the settings say. */
  on: boolean;
  /** A window that closes as soon as the browser asks for a permission, before it could make use of it. */
  passing: boolean;
}

/** Whether kept descriptions come back by themselves on this site. Says why it needs the site before it asks for it. */
export function RestoreSwitch({ origin, on, passing }: RestoreSwitchProps) {
  const platform = usePlatform();
  const [checked, setChecked] = useState(on);
  const [error, setError] = useState<AppErrorData>();
  const [canAsk, setCanAsk] = useState(!passing);
  useEffect(() => setChecked(on), [on]);
  useEffect(() => {
    let wanted = true;
    if (passing) void platform.hasOrigin(origin).then((has) => wanted && setCanAsk(has));
    return () => {
      wanted = false;
    };
  }, [platform, passing, origin]);

  const store = async (wanted: boolean) => {
    try {
      await call('setRestore', { origin, on: wanted });
      setError(undefined);
    } catch (thrown) {
      setChecked(!wanted);
      setError(toAppError(thrown).data);
    }
  };
  const change = async (wanted: boolean) => {
    setChecked(wanted);
    // The browser takes the question only within the press itself: nothing is awaited before it.
    if (wanted && !(await platform.requestOrigin(origin).catch(() => false))) return setChecked(false);
    await store(wanted);
  };
  if (!canAsk) return <p class="hint">{t('picturesRestoreInPanel', hostOf(origin))}</p>;
  return (
    <div class="picture-restore">
      <Switch
        label={t('picturesRestore', hostOf(origin))}
        hint={t('picturesRestoreWhy', hostOf(origin))}
        checked={checked}
        onChange={(wanted) => void change(wanted)}
      />
      {error && <ErrorNotice error={error} remedies={{}} />}
    </div>
  );
}
