import { reverse } from './invisible';

const MORSE: Record<string, string> = {
  '.-': 'a', '-...': 'b', '-.-.': 'c', '-..': 'd', '.': 'e', '..-.': 'f', '--.': 'g', '....': 'h', '..': 'i', '.---': 'j', '-.-': 'k', '.-..': 'l', '--': 'm', '-.': 'n', '---': 'o', '.--.': 'p', '--.-': 'q', '.-.': 'r', '...': 's', '-': 't', '..-': 'u', '...-': 'v', '.--': 'w', '-..-': 'x', '-.--': 'y', '--..': 'z',
  '-----': '0', '.----': '1', '..---': '2', '...--': '3', '....-': '4', '.....': '5', '-....': '6', '--...': '7', '---..': '8', '----.': '9',
};
/** Letters of Morse code, with spaces between them. */
const MORSE_RUN = /(?:[.\-·•–—−_]{1,5}(?: {1,3}| ?[/|] ?|\s)){15,}[.\-·•–—−_]{0,5}/g;

/** Braille's cells of six dots, by the dots of `a` to `z`. */
const BRAILLE = ' a1b\'k2l@cif/msp"e3h9o6r^djg>ntq,*5<-u8v.%[$+x!&;:4\\0z7(_?w]#y)=';
const BRAILLE_RUN = /[\u2800-\u283F\s]{12,}/g;

/** Letters turned upside down, written from the end. */
const TURNED: Record<string, string> = { ɐ: 'a', ɔ: 'c', ǝ: 'e', ɟ: 'f', ƃ: 'g', ᵷ: 'g', ɥ: 'h', ᴉ: 'i', ı: 'i', ɾ: 'j', ʞ: 'k', ɯ: 'm', ɹ: 'r', ʇ: 't', ʌ: 'v', ʍ: 'w', ʎ: 'y', q: 'b', b: 'q', p: 'd', d: 'p', u: 'n', n: 'u', ꞁ: 'l', '˙': '.' };
const FEW_TURNED = /(?:[ɐɔǝɟƃᵷɥᴉɾʞɯɹʇʌʍʎ][^]*?){5}/u;

/** What a text says in Morse code, in Braille and in letters upside down. */
export function* readSigns(text: string): Generator<string> {
  for (const [run] of text.matchAll(MORSE_RUN)) {
    const plain = run.replace(/[·•]/g, '.').replace(/[–—−_]/g, '-');
    yield plain.split(/\s*[/|]\s*| {3,}/).map((word) => word.trim().split(/\s+/).map((letter) => MORSE[letter] ?? '').join('')).join(' ');
  }
  for (const [run] of text.matchAll(BRAILLE_RUN)) {
    if (/[\u2801-\u283F]{4}/.test(run)) yield [...run].map((cell) => BRAILLE[(cell.codePointAt(0) ?? 0) - 0x2800] ?? ' ').join('');
  }
  if (FEW_TURNED.test(text)) yield reverse(text.toLowerCase()).replace(/./gu, (letter) => TURNED[letter] ?? letter);
}
