import { uiDirection, uiLanguage } from './language';

const formats = new Map<string, Intl.NumberFormat>();

/** `1240` as `1,240`, `1 240`, `1.240` …: the interface language's way. */
export function formatNumber(value: number): string {
  return format('number', value, {});
}

/** A share between 0 and 1 as a whole percentage, rounded down so that 99.6 % never reads as all of it. */
export function formatPercent(share: number): string {
  return format('percent', Math.floor(share * 100) / 100, { style: 'percent' });
}

let time: Intl.DateTimeFormat | undefined;

/** Day and minute, e.g. `20 Nov 2026, 14:05`. `at`: milliseconds since 1970. */
export function formatTime(at: number): string {
  time ??= new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
  return time.format(at);
}

let clock: Intl.DateTimeFormat | undefined;
let day: Intl.DateTimeFormat | undefined;
let dayOfYear: Intl.DateTimeFormat | undefined;

/** Today's minute, else the day, with its year unless it is this one: `14:05`, `20 Nov`, `20 Nov 2025`. `at`: milliseconds since 1970. */
export function formatDay(at: number): string {
  const [date, now] = [new Date(at), new Date()];
  if (date.toDateString() === now.toDateString()) return (clock ??= new Intl.DateTimeFormat(uiLanguage(), { timeStyle: 'short' })).format(date);
  if (date.getFullYear() === now.getFullYear()) return (dayOfYear ??= new Intl.DateTimeFormat(uiLanguage(), { day: 'numeric', month: 'short' })).format(date);
  return (day ??= new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium' })).format(date);
}

/** An amount with its currency. Amounts under a cent keep two significant digits: answers often cost less. */
export function formatMoney(amount: number, currency = 'USD'): string {
  const small = amount !== 0 && Math.abs(amount) < 0.01;
  const text = format(`${currency}${small ? ' small' : ''}`, amount, {
    style: 'currency',
    currency,
    ...(small ? { maximumSignificantDigits: 2 } : {}),
  });
  // A left-to-right mark: among words from right to left "US$" would be drawn as "$US".
  return uiDirection() === 'rtl' ? `${text}\u200e` : text;
}

function format(kind: string, value: number, options: Intl.NumberFormatOptions): string {
  const language = uiLanguage();
  const key = `${language} ${kind}`;
  let formatter = formats.get(key);
  if (!formatter) formats.set(key, (formatter = new Intl.NumberFormat(language, options)));
  return formatter.format(value);
}
