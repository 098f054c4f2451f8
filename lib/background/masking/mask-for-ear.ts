import { t, type MessageKey } from '~/lib/i18n/message';
import { findPersonal } from '~/lib/masking/find-personal';
import type { MaskedKind } from '~/lib/shared/masked';

const NAMES: Record<MaskedKind, MessageKey> = { 'e-mail': 'maskedEmail', phone: 'maskedPhone', card: 'maskedCard', IBAN: 'maskedIban' };

/** A sentence for a voice of the server: in the place of personal data it says what it is. */
export function maskForEar(sentence: string): string {
  let masked = '';
  let end = 0;
  for (const span of findPersonal(sentence)) {
    masked += sentence.slice(end, span.start) + t(NAMES[span.kind]);
    end = span.end;
  }
  return masked + sentence.slice(end);
}
