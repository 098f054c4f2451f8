import type { MaskedKind } from '~/lib/shared/masked';

/** Where in a text something personal stands, in UTF-16 units. */
export interface Span {
  kind: MaskedKind;
  start: number;
  end: number;
}

/** The text with digits of other scripts as those of ASCII; of the same length, so that places stay. */
export function withPlainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹０-９०-९]/g, (digit) => String(digitOf(digit.charCodeAt(0))));
}

/** Where the zeros stand: Arabic, Persian, full width, Devanagari. */
const ZEROS = [0x660, 0x6f0, 0xff10, 0x966];

function digitOf(code: number): number {
  return code - (ZEROS.find((zero) => code >= zero && code < zero + 10) ?? code);
}
