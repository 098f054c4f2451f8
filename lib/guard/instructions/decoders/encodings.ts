import { readBinary } from './invisible';

/** Characters of one encoded run that are decoded: enough to know it by. */
const LONGEST = 6000;

const BASE64 = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/_-]{20,}={0,2}(?:\s+[A-Za-z0-9+/_-]{20,}={0,2})*(?![A-Za-z0-9+/_-])/g;
/** Without these there is no such run: tests that cost little. */
const LONG_RUN = /[\w+/-]{20}/;
const MANY_DIGITS = /\d\D{0,8}\d\D{0,8}\d\D{0,8}\d\D{0,8}\d\D{0,8}\d/;
const HEX = /(?<![\da-fA-F])(?:(?:0x|\\x)?[\da-fA-F]{2}[\s,:;-]{0,2}){12,}(?![\da-fA-F])/g;
const BINARY = /(?<!\d)(?:[01]{7,8}[\s,]{0,2}){8,}(?!\d)/g;
const DECIMAL = /(?<!\d)(?:(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])[\s,;]{1,2}){12,}(?:\d{2,3})?/g;
const ESCAPES = /(?:\\u\{?[\da-fA-F]{2,6}\}?|\\x[\da-fA-F]{2}|%[\da-fA-F]{2}|&#\d{2,7};?|&#x[\da-fA-F]{2,6};?)/g;
const FEW_ESCAPES = 3;

/** What the encoded runs of a text say, one after the other. Whatever does not decode to text is nothing. */
export function* readEncoded(text: string): Generator<string> {
  if (/[\\%&]/.test(text) && (text.match(ESCAPES)?.length ?? 0) >= FEW_ESCAPES) yield unescape(text);
  if (LONG_RUN.test(text)) for (const [run] of text.matchAll(BASE64)) {
    const decoded = readBase64(run);
    if (decoded) {
      yield decoded;
      const twice = /^[A-Za-z0-9+/_-]{20,}={0,2}$/.test(decoded.trim()) ? readBase64(decoded.trim()) : undefined;
      if (twice) yield twice;
    }
  }
  if (!MANY_DIGITS.test(text)) return;
  for (const [run] of text.matchAll(HEX)) yield* readable(bytesOf(run.replace(/0x|\\x|[^\da-fA-F]/g, ''), 16, 2));
  for (const [run] of text.matchAll(BINARY)) yield* readable(Uint8Array.from(readBinary(run.replace(/\D/g, ''), /\b[01]{7}\b/.test(run) ? 7 : 8), (letter) => letter.charCodeAt(0)));
  for (const [run] of text.matchAll(DECIMAL)) yield* readable(Uint8Array.from(run.match(/\d+/g) ?? [], Number));
}

function* readable(bytes: Uint8Array): Generator<string> {
  const text = decode(bytes);
  if (text) yield text;
}

function readBase64(run: string): string | undefined {
  const plain = run.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '').slice(0, LONGEST);
  try {
    return decode(Uint8Array.from(atob(plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0))), (letter) => letter.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function bytesOf(digits: string, base: number, width: number): Uint8Array {
  const pairs = digits.slice(0, LONGEST).match(new RegExp(`.{${width}}`, 'g')) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, base));
}

/** Share of the characters that are letters or white space in anything written to be read. */
const LETTERS = 0.75;
function decode(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  const letters = text.match(/[\p{L}\s.,:;!?'"]/gu)?.length ?? 0;
  return text.length >= 12 && letters >= [...text].length * LETTERS && !text.includes('\uFFFD\uFFFD') ? text : undefined;
}

/** Character references, JavaScript escapes and percent signs, resolved. */
function unescape(text: string): string {
  const percents = text.replace(/(?:%[\da-fA-F]{2})+/g, (run) => new TextDecoder().decode(Uint8Array.from(run.slice(1).split('%'), (pair) => Number.parseInt(pair, 16))));
  return percents
    .replace(/\\u\{?([\da-fA-F]{2,6})\}?|\\x([\da-fA-F]{2})|&#x([\da-fA-F]{2,6});?/g, (_, a?: string, b?: string, c?: string) => toLetter(Number.parseInt(a ?? b ?? c ?? '', 16)))
    .replace(/&#(\d{2,7});?/g, (_, code: string) => toLetter(Number(code)))
    .replace(/&(lt|gt|quot|amp|nbsp|apos);/g, (_, name: 'lt') => NAMED[name] ?? ' ')
    .replaceAll('+', ' ');
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', apos: "'" };

function toLetter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
