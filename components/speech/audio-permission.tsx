import { ShieldAlert } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { hostOf } from '~/lib/shared/base-url';
import { usePlatform } from '../platform';

/** Asks for access to where a server leaves its sound, when Docent lacks it, and says why it is needed. */
export function AudioPermission({ origin }: { origin: string }) {
  const platform = usePlatform();
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let wanted = true;
    const look = () => void platform.hasOrigin(origin).then((has) => wanted && setMissing(!has));
    look();
    // The browser's own question takes the focus and gives it back.
    window.addEventListener('focus', look);
    return () => {
      wanted = false;
      window.removeEventListener('focus', look);
    };
  }, [platform, origin]);
  if (!missing) return null;
  const ask = async () => setMissing(!(await platform.requestOrigin(origin).catch(() => false)));
  return (
    <div class="notice warn" role="alert">
      <ShieldAlert class="icon" />
      <div class="stack grow">
        <p>{t('optionsSpeechAllowWhy', hostOf(origin))}</p>
        <div>
          <button type="button" class="button" onClick={() => void ask()}>
            {t('optionsAllowHost', hostOf(origin))}
          </button>
        </div>
      </div>
    </div>
  );
}
