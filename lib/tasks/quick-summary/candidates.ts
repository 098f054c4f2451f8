import type { Block } from '~/lib/shared/page-content';
import { splitSentences } from '~/lib/shared/sentences';
import { countWords } from '~/lib/shared/words';

/** A sentence that could stand in a summary. */
export interface Candidate {
  text: string;
  words: number;
  /** Index of its block, and its place among the sentences of that block. */
  block: number;
  place: number;
  /** Headings before it. */
  section: number;
  /** Out of a quote or an unordered list: neither running text nor the steps of a procedure. */
  aside: boolean;
}

/** Fewer words are no statement ("Really?"), more are no sentence but a listing. */
const MIN_WORDS = 2;
const MAX_WORDS = 80;
/** UTF-16 units; a run of letters without a space is no sentence either. */
const MAX_LENGTH = 1_000;
/** Sentences of one quotation that are joined until it closes. */
const MAX_JOINED = 4;

/**
 * The whole sentences of running text, quotes and list items, each text once. Headings, captions, code and
 * tables have none.
 * @param strict only sentences that end as sentences do; without it, fragments of such length count too.
 */
export function findCandidates(blocks: readonly Block[], lang: string | undefined, strict: boolean): Candidate[] {
  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  let section = 0;
  for (const [block, content] of blocks.entries()) {
    if (content.kind === 'heading') section++;
    let place = 0;
    for (const text of proseOf(content)) {
      for (const sentence of wholeSentences(text, lang)) {
        place++;
        if (sentence.length > MAX_LENGTH) continue;
        const words = countWords(sentence);
        const fits = words >= (strict ? MIN_WORDS : 1) && words <= MAX_WORDS;
        if (fits && (!strict || isWhole(sentence)) && !seen.has(sentence)) {
          seen.add(sentence);
          candidates.push({ text: sentence, words, block, place: place - 1, section, aside: content.kind === 'quote' || (content.kind === 'list' && !content.ordered) });
        }
      }
    }
  }
  return candidates;
}

function proseOf(block: Block): string[] {
  if (block.kind === 'paragraph' || block.kind === 'quote') return [block.text];
  return block.kind === 'list' ? block.items.map((item) => item.text) : [];
}

/** Footnote marks: "[12]", "[a]", "[citation needed]". */
const FOOTNOTES = /\s?\[(?:\p{N}{1,3}(?:[,–-]\s?\p{N}{1,3})*|\p{Ll}|note \p{N}+|citation needed)\]/gu;

/** Sentences without footnote marks; those of one quotation stay together. */
function wholeSentences(text: string, lang: string | undefined): string[] {
  const sentences: string[] = [];
  let open = '';
  let joined = 0;
  for (const sentence of splitSentences(text, lang)) {
    const clean = sentence.text.replace(FOOTNOTES, '').trim();
    const together = open ? `${open}${/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『]/u.test(clean) ? '' : ' '}${clean}` : clean;
    if (isBalanced(together) || ++joined === MAX_JOINED) {
      sentences.push(together);
      open = '';
      joined = 0;
    } else open = together;
  }
  if (open) sentences.push(open);
  return sentences;
}

const ENDS = /[\p{Sentence_Terminal}](?:["'”’»«“)\]」』）】›]|\s)*$/u;
/** Scripts whose sentences end without a mark. */
const UNMARKED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Tibetan}]$/u;
/** A button or teaser rather than a sentence: "Read more >", "… | Home". */
const FURNITURE = /[|›»→•©®]\s|[→›]$|\.\.\.$|…$/u;

/** Whether a text is a sentence from its first word to its end, with every quotation closed. */
function isWhole(text: string): boolean {
  if (!ENDS.test(text) && !(UNMARKED.test(text) && text.length >= 40)) return false;
  return !/^[\p{Ll}…,;:)\]”»]/u.test(text.replace(/^["'“„«]/u, '')) && isBalanced(text) && !FURNITURE.test(text);
}

const PAIRS = ['()', '[]', '「」', '『』', '（）', '【】', '《》', '“”', '„“', '«»'];

/** Whether every quotation mark and bracket that opens also closes. */
function isBalanced(text: string): boolean {
  if (!/["“”„«»()[\]「」『』（）【】《》]/u.test(text)) return true;
  const count = (mark: string) => text.split(mark).length - 1;
  if (count('"') % 2 === 1) return false;
  // German closes „ with “ (also the opening mark of English), and may use »…«.
  if (text.includes('„')) return count('„') <= count('“') + count('”');
  return PAIRS.every(([open = '', close = '']) => open === '„' || count(open) === count(close));
}
