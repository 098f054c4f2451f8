import { blockText } from '~/lib/shared/block-text';
import { hostOf } from '~/lib/shared/base-url';
import { getFunctionWords } from '~/lib/shared/function-words';
import { primarySubtag } from '~/lib/shared/language-tag';
import type { PageContent } from '~/lib/shared/page-content';
import { splitSentences } from '~/lib/shared/sentences';

/** Sentences that a name stands in at least: one of a single word has to be of more weight to be more than an aside. */
const LEAST = { one: 3, more: 2 };
/** A name in more than this part of the sentences is what all of the page is about. */
const MOST_SHARE = 0.4;
/** Sentences below which a page is short enough to be read. */
const LEAST_SENTENCES = 8;
/** Words of a name. */
const MOST_WORDS = 5;
const LONGEST = 60;

/** Languages that write every noun large: there a single word tells nothing. */
const LARGE_NOUNS = new Set(['de', 'lb']);
/** Small words inside of a name. */
const LINKS = new Set('of the de la le du des del della di da dos das do van von der den zu bin ibn al el y e af av'.split(' '));
/** What is written large and names nothing to ask about: adjectives of peoples, titles, parts of furniture, who has reported. */
const NO_NAMES = new Set(
  `american american's canadian mexican brazilian african asian european australian indian iranian iraqi israeli palestinian syrian egyptian christian catholic muslim jewish islamic democratic republican conservative liberal western eastern northern southern arab british
  cnn ap bbc nbc cbs abc espn afp dpa npr pbs gb mb tb mph kph
  mr mrs ms dr prof sir president minister senator king queen pope god internet web email photo image figure table chapter section part page source read more copyright getty reuters monsieur madame señor señora herr frau ceo faq pdf url html http https tv ok usa uk eu un us u.s u.k u.n`.split(/\s+/),
);
const REPORTERS = new Set(['associated press', 'fox news', 'nbc news', 'cbs news', 'abc news', 'new york times', 'washington post', 'wall street journal', 'getty images']);
/** What begins with one of these is no name, but a unit, a credit, or two things side by side. */
const NO_STARTS = new Set(['gb', 'mb', 'tb', 'photo', 'image', 'copyright', 'ap']);
/** Small words that names begin with. */
const STARTS = new Set(['new', 'los', 'las']);
const DEMONYM = /(?:ish|ese|ians?|eans?)$/u;

/** A word that begins large, with all that holds it together: `O'Brien`, `Jean-Luc`, `AT&T`, `S&P`. */
const TOKEN = /\p{L}[\p{L}\p{M}\p{N}]*(?:[’'&.-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const LARGE = /^\p{Lu}/u;

interface Named {
  name: string;
  words: number;
  sentences: Set<number>;
  /** It stands inside of a sentence, where only names are written large. */
  inside: boolean;
  /** Of its first sentence. */
  at: number;
}

/**
 * Names that a page speaks of more than in passing, the weightiest first: people, places, bodies, works. By their large letters, so none in
 * scripts without them; nothing that the title names, and nothing that could as well be the first word of a sentence.
 */
export function findNames({ blocks, lang, title, url, findings = [] }: PageContent, most: number): string[] {
  const language = primarySubtag(lang);
  const suspicious = new Set(findings.map(({ blockId }) => blockId));
  const sentences = blocks.flatMap((block) => (block.kind === 'paragraph' && !suspicious.has(block.id) ? splitSentences(blockText(block), lang) : [])).map(({ text }) => text);
  if (sentences.length < LEAST_SENTENCES) return [];
  const found = new Map<string, Named>();
  for (const [at, sentence] of sentences.entries()) for (const { name, inside } of namesIn(sentence, language)) note(found, name, inside, at);
  const all = joinParts([...found.values()]);
  const known = fold(title);
  const host = hostOf(url).replace(/[.-]/g, '');
  const isOrder = (name: string) => findings.some(({ excerpt, written = '' }) => `${excerpt} ${written}`.includes(name));
  const weighty = all.filter(({ name, words, inside, sentences: where }) =>
    inside && name.length <= LONGEST && !known.includes(fold(name)) && !host.includes(fold(name).replace(/\W/g, '') || '-') && !REPORTERS.has(fold(name)) && !isOrder(name) && where.size >= (words > 1 ? LEAST.more : LEAST.one) && where.size <= sentences.length * MOST_SHARE && (words > 1 || isSingle(name, language)));
  const worth = ({ words, sentences: { size } }: Named) => size * (words > 1 ? 1.6 : 1);
  return takeDifferent(weighty.sort((a, b) => worth(b) - worth(a) || a.at - b.at), most);
}

function* namesIn(sentence: string, language: string): Iterable<{ name: string; inside: boolean }> {
  const functionWords = getFunctionWords(language);
  const tokens = [...sentence.matchAll(TOKEN)].map((match) => ({ text: match[0].replace(/[’']s$/u, ''), start: match.index, end: match.index + match[0].length, owns: /[’']s$/u.test(match[0]) }));
  // A sentence in large letters throughout tells nothing.
  if (tokens.filter(({ text }) => LARGE.test(text)).length > tokens.length * 0.6) return;
  for (let i = 0; i < tokens.length; i++) {
    let end = i;
    let last = i;
    for (let k = i; k < tokens.length && k - i < MOST_WORDS; k++) {
      const { text, start } = tokens[k] as (typeof tokens)[number];
      const before = tokens[k - 1];
      // Only a blank between: a comma begins another name, and so does what somebody owns.
      if (k > i && before && (before.owns || !/^[ \u00a0]$/u.test(sentence.slice(before.end, start)))) break;
      if (LARGE.test(text)) [end, last] = [k + 1, k];
      else if (k === i || !LINKS.has(text) || (k - last > 1 && before?.text === 'of') || k - last > 2) break;
    }
    if (end === i) continue;
    const words = tokens.slice(i, end).map(({ text }) => text);
    const isFirst = !/\p{L}/u.test(sentence.slice(0, tokens[i]?.start)) || /[:“"„«(–—•-]\s*$/u.test(sentence.slice(0, tokens[i]?.start));
    // "The White House", "In Paris", "I'm": no part of the name. "New York" is.
    while (words.length > 0 && isSmallWord(words[0] ?? '', functionWords)) words.shift();
    const cut = end - i - words.length;
    // "Ukraine President …", "… of the White House, Russia": a land beside a name is not a part of it.
    if (words.length > 2 && isLand(words[0] ?? '', language)) words.shift();
    if (words.length > 2 && isLand(words.at(-1) ?? '', language)) words.pop();
    if (NO_STARTS.has((words[0] ?? '').toLowerCase()) || (words.length > 1 && NO_NAMES.has((words.at(-1) ?? '').toLowerCase()))) words.length = 0;
    if (words.length > 0 && !functionWords.has(words.join(' ').toLowerCase())) yield { name: words.join(' '), inside: !isFirst || cut > 0 };
    i = end - 1;
  }
}

function isSmallWord(word: string, functionWords: ReadonlySet<string>): boolean {
  const [bare = ''] = word.toLowerCase().split(/[’']/u);
  return bare.length === 1 || (functionWords.has(bare) && !STARTS.has(bare));
}

function note(found: Map<string, Named>, name: string, inside: boolean, at: number): void {
  const key = fold(name);
  const known = found.get(key) ?? { name, words: name.split(' ').length, sentences: new Set<number>(), inside: false, at };
  known.sentences.add(at);
  known.inside ||= inside;
  found.set(key, known);
}

/** A part of a longer name counts as that: `Merkel` after `Angela Merkel`. */
function joinParts(all: Named[]): Named[] {
  const long = all.filter(({ words, inside, sentences }) => words > 1 && (inside || sentences.size > 1));
  return all.filter((part) => {
    const whole = long.filter((each) => each !== part && each.words > part.words && (each.name.startsWith(`${part.name} `) || each.name.endsWith(` ${part.name}`)));
    for (const each of whole) for (const at of part.sentences) if (whole.length === 1) each.sentences.add(at);
    return whole.length === 0;
  });
}

function isSingle(name: string, language: string): boolean {
  const small = name.toLowerCase();
  if (name.length < 3 || NO_NAMES.has(small) || isDate(small, language) || (language === 'en' && DEMONYM.test(small))) return false;
  return !LARGE_NOUNS.has(language) || /^\p{L}*\p{Ll}?\p{Lu}{2}/u.test(name);
}

const calendars = new Map<string, ReadonlySet<string>>();

/** Names of days and months, in the page's own language. */
function isDate(small: string, language: string): boolean {
  let names = calendars.get(language);
  if (!names) {
    const months = new Intl.DateTimeFormat(language || 'en', { month: 'long' });
    const days = new Intl.DateTimeFormat(language || 'en', { weekday: 'long' });
    names = new Set([
      ...Array.from({ length: 12 }, (_, month) => months.format(new Date(2024, month, 1))),
      ...Array.from({ length: 7 }, (_, day) => days.format(new Date(2024, 0, day + 1))),
    ].map((name) => name.toLowerCase()));
    calendars.set(language, names);
  }
  return names.has(small);
}

const lands = new Map<string, ReadonlySet<string>>();
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Names of countries, likewise. */
function isLand(name: string, language: string): boolean {
  let names = lands.get(language);
  if (!names) {
    const regions = new Intl.DisplayNames(language || 'en', { type: 'region', fallback: 'none' });
    names = new Set(['Britain', ...LETTERS.flatMap((first) => LETTERS.flatMap((second) => regions.of(first + second) ?? []))]);
    lands.set(language, names);
  }
  return names.has(name);
}

/** Those that stand in other sentences than the ones before them. */
function takeDifferent(sorted: readonly Named[], most: number): string[] {
  const taken: Named[] = [];
  for (const each of sorted) {
    if (taken.length === most) break;
    const isOther = taken.every(({ sentences }) => [...each.sentences].filter((at) => sentences.has(at)).length <= each.sentences.size / 2);
    if (isOther) taken.push(each);
  }
  return taken.sort((a, b) => a.at - b.at).map(({ name }) => name);
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
