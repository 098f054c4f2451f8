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

/** Whether a text is written in such an alphabet. Ordinary folding reads most of them. */
export function isStyled(text: string): boolean {
  return (text.match(STYLED)?.length ?? 0) >= MANY_STYLED;
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
