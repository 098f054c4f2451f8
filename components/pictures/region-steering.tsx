import { useEffect, useRef } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { readRegionKey, type RegionKey } from '~/lib/shared/region-keys';

interface RegionSteeringProps {
  /** What is chosen now. */
  status: string;
  onKey: (key: RegionKey) => void;
}

/**
 * Shown while the reader chooses a part of the page: takes the keyboard, which browsers leave in the panel, and hands its
 * keys on. `application`: screen readers would keep the digits for themselves (headings by level).
 */
export function RegionSteering({ status, onKey }: RegionSteeringProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => before instanceof HTMLElement && before.focus();
  }, []);

  const press = (event: KeyboardEvent) => {
    const key = readRegionKey(event);
    if (!key) return;
    // The buttons have an Enter of their own.
    if (key === 'choose' && event.target !== box.current) return;
    event.preventDefault();
    event.stopPropagation();
    if (key !== 'choose' || !event.repeat) onKey(key);
  };

  return (
    <section class="region-steering">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- an application is worked with keys */}
      <div ref={box} role="application" tabIndex={0} aria-label={t('regionTitle')} aria-describedby="region-help" onKeyDown={press}>
        <h2>{t('regionTitle')}</h2>
        <p id="region-help">{t('regionHelp')}</p>
        <p role="status" class="region-status">{status}</p>
        <p class="region-buttons">
          <button type="button" class="button primary" onClick={() => onKey('choose')}>{t('regionDescribe')}</button>
          <button type="button" class="button" onClick={() => onKey('cancel')}>{t('actionCancel')}</button>
        </p>
      </div>
    </section>
  );
}
