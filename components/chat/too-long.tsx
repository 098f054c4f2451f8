import { t } from '~/lib/i18n/message';

/** UTF-16 units of a message, as in the protocol (`RunRequest`). */
export const MAX_LENGTH = 100_000;

/** More than a message can hold: it stays in the box, and is not sent. */
export function isTooLong(text: string): boolean {
  return text.length > MAX_LENGTH && text.trim().length > MAX_LENGTH;
}

/** Says that a message is too long, by how much, and what can be done. */
export function TooLong({ text }: { text: string }) {
  if (!isTooLong(text)) return null;
  return <p class="notice warn" role="alert">{t('chatTooLong', text.trim().length, MAX_LENGTH)}</p>;
}
