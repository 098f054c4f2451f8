import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Span } from './span';

/** Digits as telephone numbers are written, in one line: candidates, of which the library tells whether a country has them. */
const CANDIDATE = /(?<![\p{L}\p{N}_@#$€£¥₹%=&~^*\\]|\p{N}[.,:/+-](?!\+)|\p{L}[./+-]|[$€£¥₹] ?)(?:\+ ?|00)?\(?\d{1,5}(?:\)|(?=[\s./-]|\d))(?:[     ]?[-‐‑–./]?[     ]?\(?\d{1,9}\)?){0,7}(?![\p{L}\p{N}_%€$£¥₹@=]|[.,:/-]\d| ?[%€$£¥₹])/gu;
/** Words before a number that say what it is, in languages of the world; the number follows within some signs. */
const LABEL = /(?:(?<![\p{L}\p{N}])(?:tel|tél|phone|telephone|téléphone|telefon|telefono|teléfono|telefone|fono?|mobil[ei]?|móvil|celular|cell(?:ulare)?|handy|fax|call|whatsapp|hotline|gsm|ring|anruf\w*|rufnummer|portable|hp|telp|tlf|puh|тел|телефон\w*|моб\w*|факс)(?![\p{L}\p{N}])\.?|電話|电话|手机|携帯|전화|휴대폰|هاتف|جوال|الهاتف|موبايل|تلفن|טלפון|फ़ोन|फोन|मोबाइल|โทร)[^\p{L}\p{N}\n]{0,12}(?:(?:no|nr|nº|number|nummer|numero|número|רقم)\b\.?[^\p{L}\p{N}\n]{0,4})?$/iu;
/** Words before a number that say that it is something else. */
const OTHER = /(?<![\p{L}\p{N}])(?:isbn|issn|doi|ean|gtin|iban|bic|asin|oclc|arxiv|rfc|iso|din|vat|ust-?id|id|nr|no|order|invoice|ticket|version|v|lat|lon|lng|pp?|seiten?|pages?|art|§)\b[^\p{L}\p{N}\n]{0,4}$/iu;
/** Dates, years, times and addresses of machines, which have the same digits and signs. */
const DATE = /(?<!\d|\d[./-])(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|(?:1[5-9]|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})(?![./-]?\d)/;
const YEARS = /^\(?(?:1[0-9]|20)\d{2}\)?(?:[\s./–-]+(?:1[0-9]|20)?\d{2}\)?)+$/;
const MACHINE = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const DECIMAL = /^\d+\.\d+$/;

/** Where national numbers are recognised, after those of the reader: countries of many speakers of the languages of the web. */
const COUNTRIES: readonly CountryCode[] = [
  'US', 'GB', 'DE', 'AT', 'CH', 'FR', 'BE', 'NL', 'ES', 'IT', 'PT', 'PL', 'SE', 'NO', 'DK', 'FI', 'CZ', 'HU', 'RO', 'GR', 'IE', 'TR', 'UA', 'RU', 'AU', 'NZ', 'ZA',
  'IN', 'CN', 'TW', 'HK', 'JP', 'KR', 'ID', 'TH', 'VN', 'MY', 'PH', 'SG', 'BR', 'MX', 'AR', 'CO', 'CL', 'SA', 'AE', 'EG', 'MA', 'JO', 'LB', 'IL', 'IR', 'PK', 'NG', 'KE',
];

/**
 * Telephone numbers: international ones that exist, and national ones in a form that is a telephone number's alone (`0…` in groups,
 * `(212) 555-0123`, Chinese mobiles), or after a word such as `Tel.`. When in doubt it is another number: prices, dates and
 * coordinates stay as they are.
 */
export function findPhones(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: found, index } of text.matchAll(CANDIDATE)) {
    const written = found.trimEnd();
    const digits = written.replace(/\D/g, '');
    if (digits.length < 7 || digits.length > 17) continue;
    const before = text.slice(Math.max(0, index - 40), index);
    if (isPhone(written, digits, before)) spans.push({ kind: 'phone', start: index, end: index + written.length });
  }
  return spans;
}

function isPhone(written: string, digits: string, before: string): boolean {
  if (written.startsWith('+')) return isValid(written);
  if (DATE.test(written) || YEARS.test(written) || MACHINE.test(written) || DECIMAL.test(written) || isIsbn(digits)) return false;
  const isLabelled = LABEL.test(before);
  if (!isLabelled && OTHER.test(before)) return false;
  if (digits.startsWith('00')) return isValid(`+${written.replace(/^00/, '')}`);
  if (isLabelled) return isNational(written);
  if (/^(?:1[ .-])?\(?[2-9]\d{2}\)?[ .-]{1,2}[2-9]\d{2}[ .-]\d{4}$/.test(written)) return isValid(written, 'US');
  if (/^1[3-9]\d(?:[ -]?\d{4}){2}$/.test(written)) return isValid(written, 'CN');
  // In one piece it could be any number that is filled up with zeros.
  const isGrouped = /^\(?0\d{1,5}\)?[\s./‐‑–-]+\(?\d/.test(written) || /^01[567]\d{8,9}$|^0[67]\d{8,9}$/.test(written);
  return digits.startsWith('0') && digits.length >= 9 && digits.length <= 12 && isGrouped && isNational(written);
}

function isNational(written: string): boolean {
  return COUNTRIES.some((country) => isValid(written, country));
}

function isValid(written: string, country?: CountryCode): boolean {
  return parsePhoneNumberFromString(written, { extract: false, ...(country ? { defaultCountry: country } : {}) })?.isValid() ?? false;
}

/** ISBN-10 and ISBN-13, and other numbers of goods, by their check digits. */
function isIsbn(digits: string): boolean {
  const sum = (weigh: (place: number) => number) => [...digits].reduce((total, digit, place) => total + Number(digit) * weigh(place), 0);
  if (digits.length === 13) return /^97[89]/.test(digits) && sum((place) => (place % 2 === 0 ? 1 : 3)) % 10 === 0;
  return false;
}
