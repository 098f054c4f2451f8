import { formatNumber } from '~/lib/i18n/format';
import { uiLanguage } from '~/lib/i18n/language';
import { t } from '~/lib/i18n/message';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** What is left, as a listener wants to know it: `40 sec left`, `3 min left`, `1 hr 20 min left`. */
export function sayTimeLeft(seconds: number): string {
  return t('playerTimeLeft', sayDuration(seconds));
}

function sayDuration(seconds: number): string {
  if (seconds < MINUTE) return say(Math.max(1, Math.round(seconds)), 'second');
  if (seconds < HOUR) return say(Math.round(seconds / MINUTE), 'minute');
  const minutes = Math.round((seconds % HOUR) / MINUTE);
  const hours = say(Math.floor(seconds / HOUR), 'hour');
  return minutes > 0 ? `${hours} ${say(minutes, 'minute')}` : hours;
}

function say(value: number, unit: string): string {
  return new Intl.NumberFormat(uiLanguage(), { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

/** Spoken: `1.5 times`, or `normal`. */
export function saySpeed(rate: number): string {
  return rate === 1 ? t('playerSpeedNormal') : t('playerSpeedValue', rate);
}

/** Shown: `1.5×`. */
export function showSpeed(rate: number): string {
  return `${formatNumber(rate)}×`;
}
