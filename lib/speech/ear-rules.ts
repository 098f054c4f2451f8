import { primarySubtag } from '~/lib/shared/language-tag';
import type { SpeechOptions, SpeechPhrases } from '~/lib/shared/speech';

/** Something that is said otherwise than it is written; an empty `text` is left out. */
export interface EarEdit {
  start: number;
  end: number;
  text: string;
}

/** What the rules need to know. */
export interface EarRules {
  options: SpeechOptions;
  phrases: SpeechPhrases;
}

/** One emoji: a flag, or a picture with skin, presentation and what is joined to it. */
const PICTOGRAPH = '(?:\\p{Emoji_Presentation}|\\p{Extended_Pictographic}\\uFE0F)\\p{Emoji_Modifier}?\\uFE0F?';
const EMOJI = new RegExp(`\\p{RI}\\p{RI}|[#*0-9]\\uFE0F?\\u20E3|${PICTOGRAPH}(?:\\u200D\\p{Extended_Pictographic}\\p{Emoji_Modifier}?\\uFE0F?)*`, 'gu');
const EMOJI_ROW = new RegExp(`(?:${EMOJI.source})(?:[^\\S\\n]*(?:${EMOJI.source}))*`, 'gu');
/** Different emoji of one row that are said. */
const MOST_EMOJI = 3;

const ADDRESS = /(?:\bhttps?:\/\/|\bwww\.)[^\s<>"'“”«»（）【】。、，]*[^\s<>"'“”«»（）【】。、，.,;:!?)\]}…*_]/giu;

/** `[12]`, `[a]`, `[note 3]`, `[citation needed]`; superscript figures after a word; `*`, `†` at one. */
const FOOTNOTE = new RegExp(
  [
    `\\s?\\[(?:\\p{N}{1,3}(?:[,–-]\\s?\\p{N}{1,3})*|\\p{Ll}|(?:n|note|nb|anm|lower-alpha|Anm\\.|note de bas de page|citation needed|clarification needed|when\\?|who\\?|by whom\\?|dubious|edit|Bearbeiten|sic)(?:[ .]\\p{N}{1,3})?|\\p{Ll}{3,12} needed|réf\\. nécessaire|Beleg fehlt|cita requerida|来源请求|來源請求|要出典|بحاجة لمصدر|источник не указан[^\\]]{0,20})\\](?::\\p{N}{1,3})?`,
    `(?<=\\p{L}{4}[.,;:!?"”’)]{0,2}|[.,;:!?”)])[¹²³⁰⁴-⁹]+(?:[,⁻˒][¹²³⁰⁴-⁹]+)*`,
    `(?<=\\p{Ll}{3}[.!?]["”’)]?)\\p{N}{1,3}(?=\\s|$)`, // "is known.12 The"
    `(?<=[\\p{L}\\p{N}.,;:!?"”’)])[*†‡]+(?=[\\s.,;:!?]|$)`,
    `^[*†‡]+\\s*(?=\\p{L})`,
  ].join('|'),
  'gu',
);

/** What voices garble: arrows and bars are a pause, bullets and rows of rules nothing. */
const SYMBOLS = new RegExp(
  [
    `(?<pause>\\s*(?:[→⇒➜➔►▶▸»]|->|=>|⟶|←|⇐|\\|)\\s+)`,
    `(?<ornament>\\s*[•‣◦▪▫■□●○◆◇★☆✓✔✗✘❖※§¶]+(?=\\s|$)|[\\u2500-\\u259F]+|(?<rule>[-=_*~#+])\\k<rule>{2,}|\\.{5,})`,
    `(?<about>[~∼≈]\\s?(?<number>\\p{N}[\\p{N}.,]*))`,
  ].join('|'),
  'gu',
);

/**
 * Where a passage is said otherwise than it stands. Edits ascend, do not overlap, and lie within `start` to `end`.
 * @param lang language of the passage.
 */
export function editForEar(text: string, lang: string | undefined, { options, phrases }: EarRules): EarEdit[] {
  const ownWords = lang === undefined || primarySubtag(lang) === primarySubtag(phrases.lang);
  const edits: EarEdit[] = [];
  const add = (pattern: RegExp, say: (match: RegExpMatchArray) => string | undefined) => {
    for (const match of text.matchAll(pattern)) {
      const words = say(match);
      if (words !== undefined && words !== match[0]) edits.push({ start: match.index, end: match.index + match[0].length, text: words });
    }
  };
  if (options.addresses !== 'full') add(ADDRESS, ([address]) => (options.addresses === 'skip' ? '' : sayAddress(address, ownWords ? phrases : undefined)));
  if (options.footnotes === 'skip') add(FOOTNOTE, () => '');
  if (options.emoji !== 'read') add(EMOJI_ROW, ([row]) => (options.emoji === 'skip' ? '' : shortenRow(row, ownWords ? phrases : undefined)));
  add(SYMBOLS, ({ groups, index = 0 }) => {
    if (groups?.about) return ownWords ? phrases.about(groups.number ?? '') : groups.number;
    if (!groups?.pause) return '';
    return /[^\s.,:;!?]$/.test(text.slice(0, index)) ? ', ' : ' ';
  });
  return withoutOverlaps(edits);
}

/** Of two that overlap, the longer: an address may hold what looks like a mark. */
function withoutOverlaps(edits: EarEdit[]): EarEdit[] {
  edits.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: EarEdit[] = [];
  for (const edit of edits) if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  return kept;
}

function sayAddress(address: string, phrases: SpeechPhrases | undefined): string {
  const url = address.startsWith('www.') ? `https://${address}` : address;
  if (!URL.canParse(url)) return address;
  const host = new URL(url).hostname.replace(/^www\./, '');
  return phrases ? phrases.link(host) : host;
}

function shortenRow(row: string, phrases: SpeechPhrases | undefined): string {
  const counts = new Map<string, number>();
  for (const [emoji] of row.matchAll(EMOJI)) counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
  const said = [...counts].slice(0, MOST_EMOJI);
  return said.map(([emoji, count]) => (count > 1 && phrases ? phrases.times(emoji, count) : emoji)).join(', ');
}

/** Whether there is anything to say: letters, figures, an emoji, an amount. */
export function isSpeakable(text: string): boolean {
  return /[\p{L}\p{N}\p{Sc}]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u.test(text);
}
