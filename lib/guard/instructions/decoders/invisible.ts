import { INVISIBLE, readTags } from '~/lib/shared/invisible';

const JOINERS = /[\u200C\u200D]/g;

export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '').replace(JOINERS, '');
}

const ANY_INVISIBLE = /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\uD82F\uD834\uDB40-\uDB7F]/;
export function hasInvisible(text: string): boolean {
  return ANY_INVISIBLE.test(text);
}

/** Invisible characters between the letters of words: more than a page has that only says where words may break. */
const WITHIN_WORDS = /\p{L}[\u200B-\u200D\u2060-\u2064\u180E\uFEFF\u034F\u061C\u200E\u200F]+(?=\p{L})/gu;
const FEW = 3;
/** Joiners and non-joiners that the spelling of Persian, Urdu, Hindi and their neighbours asks for. */
const SPELLING = /(?<=[\u0600-\u06FF\u0900-\u0DFF])[\u200C\u200D](?=[\u0600-\u06FF\u0900-\u0DFF])/g;
export function isBrokenUp(text: string): boolean {
  return (text.replace(SPELLING, '').match(WITHIN_WORDS)?.length ?? 0) >= FEW;
}

/** What invisible characters spell: Unicode tags, bytes written as variation selectors, bits written as zero-width characters. */
export function readSmuggled(text: string): { tags: string; other: string[] } {
  return { tags: readTags(text), other: [readSelectors(text), ...readBits(text)].filter(Boolean) };
}

const SELECTORS = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]{4,}/gu;
/** One byte each: U+FE00 to U+FE0F are 0 to 15, U+E0100 to U+E01EF are 16 to 255. */
function readSelectors(text: string): string {
  const runs = (text.match(SELECTORS) ?? []).map((run) => Uint8Array.from([...run], (selector) => {
    const point = selector.codePointAt(0) ?? 0;
    return point < 0xe0000 ? point - 0xfe00 : point - 0xe0100 + 16;
  }));
  return runs.map((bytes) => new TextDecoder().decode(bytes)).join(' ');
}

const ZERO_WIDTH = /[\u200B-\u200D\u2060-\u2064\uFEFF\u180E\u200E\u200F]/g;
const FEWEST_BITS = 64;
/** Two kinds of zero-width characters that stand for 0 and 1, eight to a letter; which is which is tried both ways. */
function readBits(text: string): string[] {
  const all = text.match(ZERO_WIDTH) ?? [];
  if (all.length < FEWEST_BITS) return [];
  const kinds = [...new Set(all)].sort((a, b) => count(all, b) - count(all, a)).slice(0, 2);
  const marks = all.filter((mark) => kinds.includes(mark));
  const inOneRun = kinds.flatMap((zero) => [7, 8].map((width) => readBinary(marks.map((mark) => (mark === zero ? '0' : '1')).join(''), width)));
  return [...inOneRun, ...readParted(all)];
}

/** The same with a third kind between any two letters: bytes, or code points of any length. */
function readParted(all: readonly string[]): string[] {
  const kinds = [...new Set(all)];
  if (kinds.length < 3 || kinds.length > 4) return [];
  return kinds.flatMap((between) => {
    const letters = all.join('').split(between).filter((letter) => letter !== '');
    const [one, other, ...more] = [...new Set(letters.join(''))];
    if (one === undefined || other === undefined || more.length > 0 || letters.length < FEWEST_LETTERS) return [];
    return [one, other].map((zero) => {
      const points = letters.map((letter) => Number.parseInt([...letter].map((mark) => (mark === zero ? '0' : '1')).join(''), 2));
      return points.every((point) => point < 256) ? new TextDecoder().decode(Uint8Array.from(points)) : points.map((point) => (point <= 0x10ffff ? String.fromCodePoint(point) : '')).join('');
    });
  });
}
const FEWEST_LETTERS = 8;

function count(all: readonly string[], one: string): number {
  return all.filter((mark) => mark === one).length;
}

/** Bytes of `width` bits each. */
export function readBinary(bits: string, width: number): string {
  const bytes = bits.match(new RegExp(`[01]{${width}}`, 'g')) ?? [];
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2)));
}

const REVERSED = /[\u202E\u202D]([^\u202C\u2069\n]+)/g;
/** Text after an override of its direction, in the order in which it is seen. */
export function readOverridden(text: string): string {
  return text.replace(REVERSED, (_, run: string) => reverse(run));
}

export function reverse(text: string): string {
  return [...text].reverse().join('');
}
