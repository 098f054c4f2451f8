import type { ChatMessage } from '~/lib/shared/chat';
import type { PageContent } from '~/lib/shared/page-content';
import type { RunSource } from '~/lib/shared/run';
import { estimateTokens } from '~/lib/shared/tokens';
import { countWords } from '~/lib/shared/words';
import type { FittedPage } from '../prompt/fit-page';
import { selectedText, sourceBlocks } from '../prompt/source-blocks';
import { fuseRanks } from './fuse-ranks';
import { rankPassages } from './rank-passages';
import { type DocumentPart, partText, splitDocument } from './split-document';

/** Tokens of a passage: the first of these of which a dozen fit, else the last. Few sizes, so that what was made of the passages holds for the next question. */
const PASSAGE_SIZES = [400, 200, 100];
const DOZEN = 12;
/** This part of the room is for what fits the question best; the rest for its neighbours, which often hold the other half of a thought. */
const BEST_SHARE = 0.75;
/** Words from which on a question speaks for itself. */
const ENOUGH_WORDS = 6;
/** What stands between passages that are no neighbours. */
const GAP = '[…]';

/** An order of the passages found in another way: by meaning. */
export interface KnownRanking {
  /** Number of passages. */
  total: number;
  /** Their indexes, best first. */
  order: readonly number[];
  /** Model that found it. */
  model: string;
}

/** Cuts what a request is about into passages among which `choosePassages` chooses for `tokens` of room. */
export function cutPassages(page: PageContent, tokens: number, source: RunSource): DocumentPart[] {
  const size = PASSAGE_SIZES.find((each) => each * DOZEN <= tokens) ?? 100;
  return splitDocument(sourceBlocks(page, source), size);
}

/**
 * The passages of a page that fit a question best, as far as `tokens` allow, in the order of the page and with their neighbours.
 * Where none has a word of the question, its beginning and passages from everywhere.
 */
export function choosePassages(page: PageContent, tokens: number, source: RunSource, question: string, known?: KnownRanking): FittedPage {
  const passages = cutPassages(page, tokens, source);
  const byWords = rankPassages(passages, question, page.lang);
  // Of other passages, cut for another room, it says nothing.
  const ranked = known?.total === passages.length ? fuseRanks(byWords, known.order) : byWords;
  const chosen = choose(passages, ranked, tokens);
  const selection = selectedText(page, source);
  const wordsTotal = selection ? countWords(selection) : page.wordCount;
  const words = passages.reduce((sum, passage) => sum + passage.words, 0);
  const read = chosen.reduce((sum, index) => sum + (passages[index]?.words ?? 0), 0);
  const share = chosen.length === passages.length ? 1 : Math.min(0.999, read / Math.max(1, words));
  return {
    text: writePassages(passages, chosen),
    share,
    wordsRead: Math.floor(wordsTotal * share),
    wordsTotal,
    passages: { chosen: chosen.length, total: passages.length, matched: ranked.length > 0 },
  };
}

/** What is looked for: the question, and where that is short the one before it as well. */
export function searchedWords(question: string, history: readonly ChatMessage[]): string {
  // "And when?" is about what was asked before.
  const earlier = countWords(question) < ENOUGH_WORDS ? history.findLast(({ role }) => role === 'user')?.content : undefined;
  return earlier ? `${question}\n${earlier}` : question;
}

/** @returns indexes, ascending */
function choose(passages: readonly DocumentPart[], ranked: readonly number[], tokens: number): number[] {
  const chosen = new Set<number>();
  let left = tokens;
  const take = (index: number | undefined, spare = 0) => {
    const passage = index === undefined ? undefined : passages[index];
    if (index === undefined || !passage || chosen.has(index)) return;
    const cost = estimateTokens(partText(passage.blocks)) + estimateTokens(writeTrail(passage)) + estimateTokens(GAP) + 4;
    if (cost > left - spare) return;
    chosen.add(index);
    left -= cost;
  };
  for (const index of ranked) take(index, tokens * (1 - BEST_SHARE));
  for (const index of ranked.filter((each) => chosen.has(each))) {
    take(index - 1);
    take(index + 1);
  }
  for (const index of ranked) take(index);
  // What is left of the room, or all of it, is for the beginning and for what stands evenly apart.
  if (ranked.length === 0) for (let index = 0; left > tokens / 2 && index < passages.length; index++) take(index);
  if (ranked.length === 0) for (let step = passages.length; step >= 1; step = Math.floor(step / 2)) for (let index = 0; index < passages.length; index += step) take(index);
  return [...chosen].sort((a, b) => a - b);
}

function writePassages(passages: readonly DocumentPart[], chosen: readonly number[]): string {
  let before = -1;
  const pieces: string[] = [];
  for (const index of chosen) {
    const passage = passages[index];
    if (!passage) continue;
    if (index !== before + 1) pieces.push(GAP);
    if (index !== before + 1 && passage.trail.length > 0) pieces.push(writeTrail(passage));
    pieces.push(partText(passage.blocks));
    before = index;
  }
  if (before < passages.length - 1) pieces.push(GAP);
  return pieces.join('\n\n');
}

function writeTrail({ trail }: DocumentPart): string {
  return `(${trail.join(' > ')})`;
}
