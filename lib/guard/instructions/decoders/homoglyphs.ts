/** Letters that look like a Latin one (after https://www.unicode.org/reports/tr39, the common ones), small capitals among them. */
const LOOKALIKES: Record<string, string> = {
  а: 'a', в: 'b', е: 'e', ё: 'e', з: '3', и: 'u', і: 'i', ї: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', ѕ: 's', ԁ: 'd', ԛ: 'q', ԝ: 'w', һ: 'h', ӏ: 'l', п: 'n', г: 'r', ь: 'b', ѵ: 'v', ɡ: 'g',
  α: 'a', β: 'b', γ: 'y', δ: 'd', ε: 'e', ζ: 'z', η: 'n', ι: 'i', κ: 'k', λ: 'l', μ: 'u', ν: 'v', ο: 'o', π: 'n', ρ: 'p', σ: 'o', τ: 't', υ: 'u', χ: 'x', ω: 'w', ϲ: 'c', ϳ: 'j',
  ᴀ: 'a', ʙ: 'b', ᴄ: 'c', ᴅ: 'd', ᴇ: 'e', ꜰ: 'f', ɢ: 'g', ʜ: 'h', ɪ: 'i', ᴊ: 'j', ᴋ: 'k', ʟ: 'l', ᴍ: 'm', ɴ: 'n', ᴏ: 'o', ᴘ: 'p', ǫ: 'q', ʀ: 'r', ꜱ: 's', ᴛ: 't', ᴜ: 'u', ᴠ: 'v', ᴡ: 'w', ʏ: 'y', ᴢ: 'z',
  ո: 'n', ս: 'u', օ: 'o', ց: 'g', հ: 'h', յ: 'j', զ: 'q', ɑ: 'a', ɩ: 'i', ʋ: 'v', ɾ: 'r', ʂ: 's', ḷ: 'l', ɵ: 'o', ƚ: 'l', ǝ: 'e', ɐ: 'a', ɔ: 'c', ɯ: 'm', ʇ: 't', ʌ: 'v', ɹ: 'r',
};
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'gu');
/** One word in letters of two scripts that look alike, or in small capitals. */
const MIXED = /[a-z][\u0370-\u03FF\u0400-\u052F\u0530-\u058F]|[\u0370-\u03FF\u0400-\u052F\u0530-\u058F][a-z]|[ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ]{3}|[ɑɡɩʋɾʂɵƚ][a-z]/iu;
/** Whole alphabets of Latin letters made for other ends: mathematics, fullwidth, circled, regional indicators. */
const STYLED = /[\u{1D400}-\u{1D7FF}\uFF21-\uFF3A\uFF41-\uFF5A\u24B6-\u24E9\u{1F130}-\u{1F149}\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}\u{1F1E6}-\u{1F1FF}\u2100-\u2138]/gu;
const MANY_STYLED = 8;

export function hasLookalikes(text: string): boolean {
  return MIXED.test(text);
}

const MIXED_WORDS = new RegExp(MIXED.source, 'giu');
const FEWEST_MIXED = 4;
/** Whether it has so many that they are no slips and no names. */
export function hasManyLookalikes(text: string): boolean {
  return (text.match(MIXED_WORDS)?.length ?? 0) >= FEWEST_MIXED;
}

/** Whether a text is written in such an alphabet. Ordinary folding reads most of them. */
export function isStyled(text: string): boolean {
  return (text.match(STYLED)?.length ?? 0) >= MANY_STYLED;
}

/** Latin letters within Cyrillic words, as the Cyrillic ones that they look like. */
const CYRILLIC: Record<string, string> = { a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', i: 'і', k: 'к', m: 'м', n: 'п', o: 'о', p: 'р', r: 'г', s: 'ѕ', t: 'т', u: 'и', x: 'х', y: 'у' };
const MIXED_WORD = /[a-z\u0400-\u052F]*(?:[a-z][\u0400-\u052F]|[\u0400-\u052F][a-z])[a-z\u0400-\u052F]*/gi;
const CYRILLIC_LETTERS = /[\u0400-\u052F]/g;

/** A Cyrillic text with the Latin letters in its words replaced; undefined for one that is mainly in others. */
export function toCyrillic(text: string): string | undefined {
  const letters = text.match(CYRILLIC_LETTERS)?.length ?? 0;
  if (letters * 2 < (text.match(/\p{L}/gu)?.length ?? 0)) return undefined;
  return text.toLowerCase().replace(MIXED_WORD, (word) => word.replace(/[a-z]/g, (letter) => CYRILLIC[letter] ?? letter));
}

/** Digits and signs that stand for letters within words. */
const DIGITS: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' };
const DIGIT_WORD = /(?<![a-z\d@$])[a-z013457@$]*(?:[a-z][013457@$]+[a-z]|[a-z]{2}[013457]|[013457][a-z]{2})[a-z013457@$]*(?![a-z\d@$])/gi;
/** What every text with such words holds: a test that costs little. */
const DIGIT_INSIDE = /[a-z][013457][a-z]/i;
/** One such word may be a name: a unit, a model, a chemical. */
const FEWEST_DIGIT_WORDS = 3;

/** The text with letters for the digits in its words ("1gn0re"); undefined where it has few such words. */
export function withoutDigits(text: string): string | undefined {
  if (!DIGIT_INSIDE.test(text) || new Set(text.match(DIGIT_WORD)).size < FEWEST_DIGIT_WORDS) return undefined;
  return text.replace(DIGIT_WORD, (word) => word.replace(/[013457@$]/g, (sign) => DIGITS[sign] ?? sign));
}

/** Every letter as the Latin one it looks like. */
export function toLatin(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u{1F130}-\u{1F149}]|[\u{1F150}-\u{1F169}]|[\u{1F170}-\u{1F189}]|[\u{1F1E6}-\u{1F1FF}]/gu, (sign) => {
      const point = sign.codePointAt(0) ?? 0;
      const from = [0x1f1e6, 0x1f170, 0x1f150, 0x1f130].find((start) => point >= start) ?? 0;
      return String.fromCharCode(97 + point - from);
    })
    .replace(LOOKALIKE, (letter) => LOOKALIKES[letter] ?? letter);
}
