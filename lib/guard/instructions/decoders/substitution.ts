import { foldLetters } from '../fold';
import { reverse } from './invisible';

/** The commonest words of many languages, by which it is known that a text can be read. */
const COMMON = new Set(
  foldLetters(
    `the and of to in is you that it for on with as are this be at your not have from or by an all if will can do was but what when say tell
    der die das und ist nicht ein eine zu den mit von auf fur dem sie du dein deine im wenn als auch aus bei oder dass sich
    le la les un une et est de des du que qui en pour dans ne pas tu ton tes ta vous ce cette sur au avec plus par dis
    el los las una por para con su tus se del al como es o e os as um uma que nao seu sua ao dos da do na no em com diga
    il lo gli che di non per con sono della nel tuo tue alla questo questa
    het een van en niet je zijn voor met op aan dat ook deze dit geef zeg
    i w z na do nie jest sie jak to dla od ze po
    och att det som av ar inte till den pa med
    ve bir bu icin ile de da olarak
    dan yang di untuk dengan ini itu dari tidak kepada
    и в не на что с по к это для как из от его у все
    й та що не на до з як це від
    في من على إلى ان لا هذا التي عن مع كل هو أن
    به از که در را این است با برای
    ignore previous`,
  ).trim().split(/\s+/),
);
const WORDS = /[a-z\u0400-\u04FF\u0600-\u06FF]+/g;
/** Runs of text without marks within a sentence. */
const RUNS = /[^.:;!?()"„“”«»\n|*]{14,600}/g;
const FEWEST_WORDS = 4;
/** Share of common words in anything that can be read, and in what is no list; and how much more it must be than before. */
const READABLE = 0.2;
const UNREADABLE = 0.1;
const MORE = 2;
const FEWEST_COMMON = 2;
/** Share of vowels among the letters of a Latin text, below which its letters may be others. */
const VOWELS = 0.33;
/** Share in running text: no run in it is another's. */
const PROSE = 0.25;
const LONG_TEXT = 4000;
/** Runs of one text that are looked at. */
const MOST_RUNS = 40;

const A = 97;
const shift = (text: string, by: number) => text.replace(/[a-z]/gi, (letter) => {
  const from = letter <= 'Z' ? 65 : A;
  return String.fromCharCode(((letter.charCodeAt(0) - from + by) % 26) + from);
});
const mirror = (text: string) => text.replace(/[a-z]/gi, (letter) => String.fromCharCode((letter <= 'Z' ? 155 : 219) - letter.charCodeAt(0)));
const reverseWords = (text: string) => text.replace(/\S+/g, reverse);

/**
 * What a text says once each letter is put back for another (rot13 and all other shifts, atbash), or its letters in order. Nothing
 * where it can be read as it is: every language's commonest words tell.
 */
export function* readSubstituted(text: string): Generator<string> {
  const all = text.length > LONG_TEXT ? wordsOf(text.slice(0, LONG_TEXT)) : wordsOf(text);
  if (all.length < FEWEST_WORDS || readability(all) >= PROSE) return;
  let looked = 0;
  for (const [run] of text.matchAll(RUNS)) {
    const words = wordsOf(run);
    const share = readability(words);
    if (words.length < FEWEST_WORDS || share >= READABLE) continue;
    if (++looked > MOST_RUNS) return;
    const best = candidates(run).map((plain) => ({ plain, share: readability(wordsOf(plain)) })).reduce((a, b) => (b.share > a.share ? b : a));
    if (best.share * wordsOf(best.plain).length >= FEWEST_COMMON && best.share >= Math.max(READABLE, share * MORE)) yield best.plain;
  }
}

function candidates(run: string): string[] {
  const ordered = [reverse(run), reverseWords(run)];
  const latin = run.match(/[a-z]/gi)?.length ?? 0;
  const vowels = run.match(/[aeiou]/gi)?.length ?? 0;
  if (latin * 2 < run.length || vowels >= latin * VOWELS) return ordered;
  return [...ordered, mirror(run), ...Array.from({ length: 25 }, (_, by) => shift(run, by + 1))];
}

function wordsOf(text: string): string[] {
  return foldLetters(text.toLowerCase()).match(WORDS) ?? [];
}

/** Whether a text has as many common words as prose has: menus and lists have few. True for scripts in which it cannot be told. */
export function isReadable(text: string): boolean {
  const words = wordsOf(text);
  return words.length < FEWEST_WORDS || readability(words) >= UNREADABLE;
}

function readability(words: readonly string[]): number {
  const common = words.filter((word) => COMMON.has(word)).length;
  return common / words.length;
}
