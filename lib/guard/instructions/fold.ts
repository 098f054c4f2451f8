/** Accents, Arabic vowel signs and what Arabic letters carry above or below. */
const MARKS = /[\u0300-\u036F\u064B-\u0655\u0670\u0640]/g;
const NOT_ASCII = /[^\0-\x7F]/;
/** Letters that no decomposition makes plain, and apostrophes and dashes of all kinds. */
const PLAIN: Record<string, string> = {
  ß: 'ss', ł: 'l', ø: 'o', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe', ى: 'ي', ی: 'ي', ک: 'ك', ٱ: 'ا',
  '’': "'", '‘': "'", ʼ: "'", '`': "'", '´': "'", '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-',
};
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** Without accents and compatibility forms (fullwidth, mathematical, circled letters …). Case is kept. */
export function foldLetters(text: string): string {
  if (!NOT_ASCII.test(text)) return text;
  return text.normalize('NFKD').replace(MARKS, '').normalize('NFC').replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter);
}

/** White space that is not a single blank, and what counts as such. */
const UNEVEN = /[^\S ]|_| {2}/;

/** The form in which rules see a text: one line, lower case, plain letters. Invisible characters are the caller's to remove. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const letters = NOT_ASCII.test(lower) ? foldLetters(lower).toLowerCase() : lower;
  return (UNEVEN.test(letters) ? letters.replace(/[\s_]+/g, ' ') : letters).trim();
}
