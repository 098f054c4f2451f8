import type { Span } from './span';

/** Cards: 13 to 19 digits as they are printed, in groups or in one, also in lists and addresses. What is no card of these is told by its check digit. */
const CARD = /(?<![\p{L}\p{N}_]|\p{N}[.,+/-])\d{4}(?:(?<gap>[ \u00A0\u2009\u202F.\u2010-\u2013-]?)\d{4}\k<gap>\d{4}\k<gap>\d{1,7}|(?<other>[ \u00A0\u2009\u202F.\u2010-\u2013-])\d{6}\k<other>\d{4,5})(?![\p{L}\p{N}_%]|[.-]\d{4})/gu;

/** Beginnings and lengths of the numbers that card companies give (ISO/IEC 7812). */
const COMPANIES: readonly [beginning: RegExp, lengths: readonly number[]][] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|[689])/, [14, 16]],
  [/^(?:6011|65|64[4-9])/, [16, 19]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^62/, [16, 17, 18, 19]],
  [/^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, [13, 16, 19]],
  [/^220[0-4]/, [16]],
  [/^9792/, [16]],
];

/** Numbers of payment cards: of a company that there is, and with a check digit that holds. */
export function findCards(text: string): Span[] {
  return [...text.matchAll(CARD)].flatMap(({ 0: found, index }) => {
    const digits = found.replace(/\D/g, '');
    const isCard = COMPANIES.some(([beginning, lengths]) => beginning.test(digits) && lengths.includes(digits.length));
    return isCard && passesLuhn(digits) ? [{ kind: 'card' as const, start: index, end: index + found.length }] : [];
  });
}

/** The check of ISO/IEC 7812-1: every second digit from the right counts double. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ \u00A0\u202F-]?[A-Z0-9]{1,4}){3,8}/giu;
/** Of an account number: some banks write more letters, none only letters. */
const MIN_DIGITS = 8;

/** Length by country (registry of SWIFT, ISO 13616). */
const LENGTHS: Record<string, number> = {
  AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BR: 29, BY: 28, CH: 21, CR: 22, CY: 28, CZ: 24, DE: 22, DK: 18, DO: 28,
  EE: 20, EG: 29, ES: 24, FI: 18, FO: 18, FR: 27, GB: 22, GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23, IS: 26,
  IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MR: 27, MT: 31, MU: 30,
  NL: 18, NO: 15, PK: 24, PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, SA: 24, SC: 31, SE: 24, SI: 19, SK: 24, SM: 27, ST: 25, SV: 28, TL: 23,
  TN: 24, TR: 26, UA: 29, VA: 22, VG: 24, XK: 20,
};

/** International numbers of bank accounts, in groups or in one. A word in capitals that follows is no part of it. */
export function findIbans(text: string): Span[] {
  return [...text.matchAll(IBAN)].flatMap(({ 0: found, index }) => {
    const wanted = LENGTHS[found.slice(0, 2).toUpperCase()] ?? Infinity;
    let length = 0;
    let end = 0;
    while (end < found.length && length < wanted) if (/[A-Z0-9]/i.test(found.charAt(end++))) length++;
    const isWhole = length === wanted && !/[\p{L}\p{N}]/u.test(text.charAt(index + end));
    const iban = found.slice(0, end).toUpperCase().replace(/[^A-Z0-9]/g, '');
    return isWhole && iban.replace(/\D/g, '').length >= MIN_DIGITS && passesMod97(iban) ? [{ kind: 'IBAN' as const, start: index, end: index + end }] : [];
  });
}

/** The check of ISO 7064, MOD 97-10: letters count from 10. */
function passesMod97(iban: string): boolean {
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}
