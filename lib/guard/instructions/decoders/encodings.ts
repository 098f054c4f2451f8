import { readBinary } from './invisible';

/** Characters of one encoded run that are decoded: enough to know it by. */
const LONGEST = 6000;

const BASE64 = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/_-]{20,}={0,2}(?:\s+[A-Za-z0-9+/_-]{20,}={0,2})*(?![A-Za-z0-9+/_-])/g;
/** Without these there is no such run: tests that cost little. */
const LONG_RUN = /[\w+/-]{20}/;
const MANY_DIGITS = /\d\D{0,8}\d\D{0,8}\d\D{0,8}\d\D{0,8}\d\D{0,8}\d/;
const HEX = /(?<![\da-fA-F])(?:(?:0x|\\x)?[\da-fA-F]{2}[\s,:;-]{0,2}){12,}(?![\da-fA-F])/g;
const BINARY = /(?<!\d)(?:[01]{7,8}[\s,]{0,2}){8,}(?!\d)/g;
const DECIMAL = /(?<![\d.])(?:(?:3[2-9]|[4-9]\d|1\d\d|2[0-4]\d|25[0-5])[\s,;]{1,2}){11,}\d{2,3}(?![\d.])/g;
const BASE32 = /(?<![A-Za-z0-9+/=])[A-Z2-7]{32,}={0,6}(?![A-Za-z0-9+/=])/g;
const ESCAPES = /\\u\{?[\da-fA-F]{2,6}\}?|\\x[\da-fA-F]{2}|%[\da-fA-F]{2}|=[\dA-F]{2}(?![\dA-F])|&(?:amp;)?#(?:\d{2,7}|x[\da-fA-F]{2,6});?|\\[0-3]?[0-7]{2}(?!\d)|\\0{0,4}[\da-fA-F]{2}(?![\da-fA-F])|U\+[\da-fA-F]{4,6} ?/g;
const FEW_ESCAPES = 3;
/** Share of a text that its escapes take where it is written in them, rather than with one here and there. */
const MANY_ESCAPES = 0.25;

/** What a run says, and whether it is one that was plain but for a few letters. */
export interface Decoded {
  text: string;
  partly?: true;
}

/** What the encoded runs of a text say, one after the other. Whatever does not decode to text is nothing. */
export function* readEncoded(text: string): Generator<Decoded> {
  if (/[\\%&=]|U\+/.test(text)) {
    const escapes = text.match(ESCAPES) ?? [];
    const length = escapes.reduce((sum, escape) => sum + escape.length, 0);
    if (escapes.length >= FEW_ESCAPES) yield { text: unescape(text), ...(length < text.length * MANY_ESCAPES ? { partly: true } : {}) };
  }
  for (const run of readRuns(text)) yield { text: run };
}

function* readRuns(text: string): Generator<string> {
  if (LONG_RUN.test(text)) for (const [run] of text.matchAll(BASE64)) {
    const decoded = readBase64(run);
    if (decoded) {
      yield decoded;
      const twice = /^[A-Za-z0-9+/_-]{20,}={0,2}$/.test(decoded.trim()) ? readBase64(decoded.trim()) : undefined;
      if (twice) yield twice;
    }
  }
  if (LONG_RUN.test(text)) for (const [run] of text.matchAll(BASE32)) yield* readable(bytesOfBase32(run));
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

const LETTERS_OF_BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
function bytesOfBase32(run: string): Uint8Array {
  const bits = [...run.replace(/=+$/, '').slice(0, LONGEST)].map((letter) => LETTERS_OF_BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return bytesOf(bits, 2, 8);
}

function bytesOf(digits: string, base: number, width: number): Uint8Array {
  const pairs = digits.slice(0, LONGEST * width).match(new RegExp(`.{${width}}`, 'g')) ?? [];
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
  // References may be written as references themselves.
  const once = text.replace(/&amp;(?=#)/g, '&');
  const bytes = once.replace(/(?:%[\da-fA-F]{2})+|(?:=[\dA-F]{2})+/g, (run) => decodeBytes(run, 16)).replace(/(?:\\[0-3]?[0-7]{2}(?!\d))+/g, (run) => decodeBytes(run, 8));
  return bytes
    .replace(/U\+([\da-fA-F]{4,6}) ?|\\0{0,4}([\da-fA-F]{2})(?![\da-fA-F]) ?/g, (_, a?: string, b?: string) => toLetter(Number.parseInt(a ?? b ?? '', 16)))
    .replace(/\\u\{?([\da-fA-F]{2,6})\}?|\\x([\da-fA-F]{2})|&#x([\da-fA-F]{2,6});?/g, (_, a?: string, b?: string, c?: string) => toLetter(Number.parseInt(a ?? b ?? c ?? '', 16)))
    .replace(/&#(\d{2,7});?/g, (_, code: string) => toLetter(Number(code)))
    .replace(/&(lt|gt|quot|amp|nbsp|apos);/g, (_, name: 'lt') => NAMED[name] ?? ' ')
    .replaceAll('+', ' ');
}

function decodeBytes(run: string, base: number): string {
  return new TextDecoder().decode(Uint8Array.from(run.slice(1).split(/[%=\\]/), (pair) => Number.parseInt(pair, base)));
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', apos: "'" };

function toLetter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
