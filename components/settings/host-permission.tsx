import { ShieldAlert } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { hostOf } from '~/lib/shared/base-url';
import { webOrigin } from '~/lib/shared/url';
import { usePlatform } from '../platform';

interface HostPermissionProps {
  baseUrl: string;
  onGranted: () => void;
}

/** Asks for access to the server's address when Docent lacks it, and says why it is needed. */
export function HostPermission({ baseUrl, onGranted }: HostPermissionProps) {
  const platform = usePlatform();
  const origin = webOrigin(baseUrl);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let wanted = true;
    setMissing(false);
    if (origin) void platform.hasOrigin(origin).then((has) => wanted && setMissing(!has));
    return () => {
      wanted = false;
    };
  }, [platform, origin]);
  if (!origin || !missing) return null;

  const ask = async () => {
    const granted = await platform.requestOrigin(origin);
    setMissing(!granted);
    if (granted) onGranted();
  };
  return (
    <div class="notice warn" role="alert">
      <ShieldAlert class="icon" />
      <div class="stack grow">
        <p>{t('optionsAllowHostWhy', hostOf(baseUrl))}</p>
        <div>
          <button type="button" class="button" onClick={() => void ask()}>
            {t('optionsAllowHost', hostOf(baseUrl))}
          </button>
        </div>
      </div>
    </div>
  );
}
