import { useEffect, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';

/** Milliseconds for which the page says that it has saved. */
const SHOWN = 4_000;

/** Says `Saved` after every change that was stored; `saves` counts them. */
export function SavedStatus({ saves }: { saves: number }) {
  const [shown, setShown] = useState(0);
  useEffect(() => {
    if (saves === 0) return undefined;
    setShown(saves);
    const timer = setTimeout(() => setShown(0), SHOWN);
    return () => clearTimeout(timer);
  }, [saves]);
  return (
    <p class="saved" role="status" aria-label={shown > 0 ? t('optionsSaved') : undefined}>
      {/* A new node each time, so that a second save is announced too. */}
      {shown > 0 && <span key={shown}>{t('optionsSaved')}</span>}
    </p>
  );
}
