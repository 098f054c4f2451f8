import { primarySubtag } from './language-tag';
import { getAbbreviations, type Abbreviations } from './sentence-abbreviations';

/** A sentence with its place in the text it was found in, white space around it left out. */
export interface Sentence {
  text: string;
  /** UTF-16 offsets. */
  start: number;
  end: number;
}

/**
 * Sentences of a text, in any language. `Intl.Segmenter` (UAX 29) finds the candidates; it knows neither
 * abbreviations, initials, ordinals, footnote marks nor quoted speech, so its borders are repaired here.
 * Line breaks always end a sentence. Thai and Lao, which mark no sentence ends, are cut at their spaces.
 * @param lang BCP 47 tag of the text, if known; anything that is no tag is ignored.
 */
export function splitSentences(text: string, lang?: string): Sentence[] {
  const language = primarySubtag(lang);
  const abbreviations = getAbbreviations(language);
  const borders: number[] = [];
  for (const { index, segment } of getSegmenter(language).segment(text)) {
    const last = borders.at(-1);
    if (last !== undefined && !isBorder(text, borders.at(-2) ?? 0, last, abbreviations)) borders.pop();
    addInnerBorders(text, index, segment, abbreviations, borders);
    borders.push(index + segment.length);
  }
  const sentences: Sentence[] = [];
  let from = 0;
  for (const border of borders) {
    const to = borderAfterEmoji(text, borderAfterFootnote(text, border));
    if (to <= from) continue;
    addTrimmed(text, from, to, sentences);
    from = to;
  }
  return sentences;
}

const segmenters = new Map<string, Intl.Segmenter>();

function getSegmenter(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language || undefined, { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

const WORDY = /[\p{L}\p{N}]/u;
const CLOSERS = `["'”’»)\\]]*`;
/** The end of a candidate: its last word, the full stop, closing marks. */
const LAST_WORD = /* @__PURE__ */ new RegExp(`([\\p{L}\\p{M}\\p{N}§№.-]*)\\.(${CLOSERS})\\s*$`, 'u');
const NEXT_WORD = /^["'“‘«„([¿¡]*([\p{L}\p{M}\p{N}'’-]+)/u;
/** "J. A. Smith": a letter that could be a word ("A", "И") is none here. */
const NEXT_INITIAL = /^\p{Lu}\./u;
/** Speech goes on with who said it. */
const JAPANESE_TAIL = /^(?:と|って|など|という|といった|は|が|を|の|に|で|も|へ|や)/u;
const CHINESE_TAIL = /^[^。！？，\n]{0,8}(?:说|說|问|問|道|表示|称|稱|答|喊|写道|寫道)[。，：,:]/u;
const CLOSED_QUOTE = /[。！？!?…][」』”）]\s*$/u;

/** Whether the candidate border at `at` is one; `from` is where the sentence before it begins. */
function isBorder(text: string, from: number, at: number, abbreviations: Abbreviations): boolean {
  const before = text.slice(Math.max(from, at - 60), at);
  if (/[\n\r\u2028\u2029]\s*$/u.test(before)) return true;
  const after = text.slice(at, at + 40);
  if (!WORDY.test(text.slice(from, Math.min(at, from + 200)))) return false;
  if (before.endsWith('[')) return MARKS.test(text.slice(at - 1, at + 60));
  if (/^»\s/u.test(after)) return false;
  if (!WORDY.test(after) && after.length < 40 && !after.includes('\n')) return false;
  // "Why?" he asked.
  if (/^["'“‘«(]?\p{Ll}/u.test(after) && !/^\p{Ll}\p{Lu}/u.test(after)) return false;
  if (CLOSED_QUOTE.test(before) && (JAPANESE_TAIL.test(after) || CHINESE_TAIL.test(after))) return false;
  const [, word, closers] = LAST_WORD.exec(before) ?? [];
  if (word === undefined || closers) return true;
  const next = NEXT_INITIAL.test(after) ? '' : (NEXT_WORD.exec(after)?.[1] ?? '');
  return isEndOfSentence(word, next, at - from < 60 && before.trim() === `${word}.`, abbreviations);
}

/** "Goethestr. 5". */
const STREET = /\p{L}{3}str$/u;
/** Letters with dots between them, or one letter; of scripts in which a letter is not a word. */
const INITIAL = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}\\p{Script=Hebrew}]\\p{M}*';
const DOTTED = /* @__PURE__ */ new RegExp(`^(?:${INITIAL}[.-]+)*${INITIAL}$`, 'u');

/** Whether a full stop after `word` ends the sentence when `next` follows. `alone`: the word is all there is so far. */
function isEndOfSentence(word: string, next: string, alone: boolean, abbreviations: Abbreviations): boolean {
  const lower = word.toLowerCase();
  const starts = abbreviations.starters.has(next.toLowerCase());
  if (/^\p{N}+$/u.test(word)) {
    if (alone) return false; // "1. Open the lid."
    return !(abbreviations.ordinals && word.length <= 2 && !starts);
  }
  if (alone && /^\p{L}$/u.test(word)) return false; // "a. Open the lid."
  if (abbreviations.inside.has(lower)) return false;
  if (STREET.test(lower) && /^\p{N}/u.test(next)) return false;
  if (abbreviations.beforeNumber.has(lower) && /^[\p{N}IVXLC]+$/u.test(next)) return false;
  // Initials (J. Smith) and dotted abbreviations (U.S., z.B.), unless a new sentence plainly begins.
  if (abbreviations.either.has(lower) || DOTTED.test(word)) return starts;
  return true;
}

/**
 * Borders that UAX 29 does not see, because a digit, a small letter or a note begins what follows. What stands
 * before is looked back at, not matched, so that the search stays linear in long runs of letters.
 */
const UNSEEN = /* @__PURE__ */ new RegExp(
  [
    `^»\\s+(?=\\p{Lu})`, // « Quoi ? » Elle
    `(?<=\\p{L}{3})[.!?]${CLOSERS}\\s+(?=\\p{N}|\\p{Ll}{1,3}\\p{Lu})`, // in May. 15 people; again. iPhone
    `(?<=\\p{Ll}{3})\\.\\p{N}{1,3}\\s+(?=\\p{Lu})`, // end.12 The
    `…${CLOSERS}\\s+(?=\\p{Lu})`,
    `[.!?](?:\\[[^\\]]{1,30}\\])+\\s+(?=[\\p{Lu}\\p{N}])`, // first.[citation needed] It
    `(?<=\\p{L}{2})[.!?]\\s+(?=(?:\\p{Ll}|\\p{N}{1,2})\\)\\s)`, // part. b) Second
    `(?:(?<=\\p{L}{2})\\.|[!?…])${CLOSERS}\\s+(?=[—–]\\s?["“«]?\\p{Lu})`, // Ready? — Yes.
  ].join('|'),
  'gu',
);
/** Thai and Lao letters in a row that is long enough to be cut at a space. */
const THAI = /[\p{Script=Thai}\p{Script=Lao}]/u;
const THAI_LENGTH = 80;

function addInnerBorders(text: string, index: number, segment: string, abbreviations: Abbreviations, borders: number[]): void {
  for (const match of segment.matchAll(UNSEEN)) {
    const word = /\p{L}*$/u.exec(segment.slice(Math.max(0, match.index - 20), match.index))?.[0].toLowerCase() ?? '';
    if (abbreviations.inside.has(word) || abbreviations.beforeNumber.has(word) || abbreviations.either.has(word) || STREET.test(word)) continue;
    borders.push(index + match.index + match[0].length);
  }
  if (segment.length <= THAI_LENGTH || !THAI.test(segment)) return;
  let from = 0;
  for (const match of segment.matchAll(/\s+/gu)) {
    const end = match.index + match[0].length;
    const long = match.index - from >= THAI_LENGTH && segment.length - end >= THAI_LENGTH / 4;
    if (!long || !THAI.test(text.charAt(index + match.index - 1)) || !THAI.test(text.charAt(index + end))) continue;
    borders.push(index + end);
    from = end;
  }
}

/** "[12]", "[a]", "[note 3][citation needed]". */
const MARKS = /^(?:\[(?:\p{N}+(?:[,–-]\s?\p{N}+)*|\p{Ll}[\p{L}\p{N} ]{0,30})\])+\s*/u;

/** Footnote marks after the full stop ("end.[1] Next") belong to the sentence before them. */
function borderAfterFootnote(text: string, border: number): number {
  const open = text.charAt(border - 1) === '[' ? border - 1 : border;
  if (text.charAt(open) !== '[') return border;
  const marks = MARKS.exec(text.slice(open, open + 60));
  return marks ? open + marks[0].length : border;
}

const EMOJI_ROW = /^(?:(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)[\p{Emoji_Modifier}\uFE0F\u200D\p{Extended_Pictographic}]*[^\S\n]*)+/u;

/** "Great! 😀 We did it.": emoji behind the full stop belong to the sentence before them, on the same line. */
function borderAfterEmoji(text: string, border: number): number {
  if (text.charCodeAt(border) < 0x2000 || /[\n\r]/.test(text.charAt(border - 1))) return border;
  const row = EMOJI_ROW.exec(text.slice(border, border + 60));
  return row ? border + row[0].length : border;
}

function addTrimmed(text: string, from: number, to: number, sentences: Sentence[]): void {
  const raw = text.slice(from, to);
  const trimmed = raw.trim();
  if (!trimmed) return;
  const start = from + raw.indexOf(trimmed.charAt(0));
  sentences.push({ text: trimmed, start, end: start + trimmed.length });
}
