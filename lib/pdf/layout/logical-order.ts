import { removeInvisible } from '~/lib/shared/invisible';

/**
 * Letters as they stand on paper, from left to right, in the order they are read: a PDF paints Arabic and Hebrew in the
 * order of the eye. A short form of the Unicode Bidirectional Algorithm (UAX 9): its embedding controls are invisible
 * characters and are not there any more.
 */
export function toLogicalOrder(glyphs: readonly string[]): string {
  const kinds = glyphs.map(kindOf);
  if (!kinds.includes('R')) return glyphs.join('');
  const right = kinds.filter((kind) => kind === 'R').length;
  const left = kinds.filter((kind) => kind === 'L').length;
  const base = right >= left ? 1 : 0;
  const levels = levelsOf(kinds, base);
  return reorder(glyphs, levels).join('');
}

type Kind = 'L' | 'R' | 'number' | 'neutral';

const RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const DIGIT = /^[\d\u0660-\u0669\u06F0-\u06F9]/;

function kindOf(glyph: string): Kind {
  if (DIGIT.test(glyph)) return 'number';
  if (RIGHT.test(glyph) && /\p{L}|\p{M}/u.test(glyph)) return 'R';
  return /\p{L}/u.test(glyph) ? 'L' : 'neutral';
}

/** Levels of embedding: odd ones run from right to left. */
function levelsOf(kinds: readonly Kind[], base: number): number[] {
  const outer = base === 1 ? 1 : 0;
  const inner = base === 1 ? 2 : 1;
  const levels: number[] = kinds.map((kind) => {
    if (kind === 'number') return base === 1 ? 2 : 0;
    if (kind === 'R') return 1;
    return kind === 'L' ? (base === 1 ? 2 : 0) : -1;
  });
  // In a line that runs from left to right, a number between right-to-left words belongs to them.
  if (base === 0) {
    kinds.forEach((kind, i) => {
      if (kind === 'number' && strongAround(kinds, i, -1) === 'R' && strongAround(kinds, i, 1) === 'R') levels[i] = 2;
    });
  }
  for (let i = 0; i < levels.length; i++) {
    if (levels[i] !== -1) continue;
    let end = i;
    while (end < levels.length && levels[end] === -1) end++;
    const before = levels[i - 1] ?? outer;
    const after = levels[end] ?? outer;
    // Signs between two digits of one number (3.5, 10:30) stay with it.
    const level = before === after ? before : Math.min(before, after) === outer ? outer : Math.min(before, after, inner);
    levels.fill(level, i, end);
    i = end - 1;
  }
  return levels;
}

function strongAround(kinds: readonly Kind[], from: number, step: 1 | -1): Kind | undefined {
  for (let i = from + step; i >= 0 && i < kinds.length; i += step) if (kinds[i] === 'L' || kinds[i] === 'R') return kinds[i];
  return undefined;
}

/** Rule L2, which is its own inverse for what stands in a line. */
function reorder(glyphs: readonly string[], levels: readonly number[]): string[] {
  const order = glyphs.map((glyph, i) => ({ glyph: MIRRORED[glyph] !== undefined && (levels[i] ?? 0) % 2 === 1 ? (MIRRORED[glyph] ?? glyph) : glyph, level: levels[i] ?? 0 }));
  for (let level = Math.max(...levels); level >= 1; level--) {
    for (let start = 0; start < order.length; start++) {
      if ((order[start]?.level ?? 0) < level) continue;
      let end = start;
      while (end < order.length && (order[end]?.level ?? 0) >= level) end++;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order.map(({ glyph }) => glyph);
}

const MIRRORED: Record<string, string> = { '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '«': '»', '»': '«', '<': '>', '>': '<' };

/** Ligatures (fi) and the forms that Arabic letters take in a word, as plain letters. */
const PRESENTATION = /[\uFB00-\uFDFB\uFE70-\uFEFC]/g;

/** A glyph's text as it is kept: no ligatures, no private characters, which mean nothing outside of their font. */
export function plainGlyph(text: string): string {
  return text.replace(PRESENTATION, (form) => form.normalize('NFKC')).replace(/[\uE000-\uF8FF\uFFFD]/g, '').replace(/[\u00A0\u2000-\u200A\u202F\u3000]/g, ' ');
}

/** One line of text: invisible characters gone, white space collapsed. */
export function tidy(text: string): string {
  return removeInvisible(text).replace(/\s+/g, ' ').trim();
}
