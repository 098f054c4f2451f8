import type { Block } from '~/lib/shared/page-content';
import { blockText } from '~/lib/shared/block-text';
import { countWords } from '~/lib/shared/words';
import { OTHER_PAGES_HEADING, PHRASE_RULES } from './furniture-phrases';
import { SUBTITLE_NAMES } from './furniture-names';
import type { OmissionLedger } from './omissions';
import type { SnapElement } from './snapshot';
import { measureTree } from './measure';
import type { Written } from './write-blocks';

interface Judged {
  block: Block;
  text: string;
  words: number;
  /** Share of the passage's characters that are links. */
  linked: number;
  /** Running text of the article itself: long, ends as sentences do, few links. */
  body: boolean;
  origin: SnapElement | undefined;
}

/** Ends of sentences, in any script, with closing quotes and brackets. */
const SENTENCE_END = /[.!?…。！？؟।:;][\p{Pe}\p{Pf}"'*\d\s]*$/u;
const BODY_WORDS = 12;

/**
 * Removes what stands around an article's text and could not be told by its mark-up: lines of date and author above
 * it, pointers to other pages within it, all that only looks like more of it below.
 */
export function trimArticle(written: Written, title: string, ledger: OmissionLedger): Set<string> {
  const judged = written.blocks.map((block) => judge(block, written.origins.get(block.id)));
  const first = judged.findIndex((entry) => entry.body);
  if (first === -1) return new Set();
  const last = judged.findLastIndex((entry) => entry.body);
  const dropped = new Set<string>();
  judged.forEach((entry, index) => {
    if (entry.block.kind === 'figure' || entry.block.kind === 'code' || entry.block.kind === 'table') return;
    if (index < first ? standsAbove(entry, title) : index > last ? standsBelow(entry) : isPointer(entry)) dropped.add(entry.block.id);
  });
  dropSections(judged, dropped);
  dropEmptyHeadings(judged, dropped);
  for (const entry of judged) if (dropped.has(entry.block.id)) ledger.add('furniture', entry.text);
  return dropped;
}

function judge(block: Block, origin: SnapElement | undefined): Judged {
  const text = blockText(block);
  const words = countWords(text);
  const measure = origin ? measureTree(origin).get(origin) : undefined;
  const inLink = origin ? isInLink(origin) : false;
  const linked = inLink ? 1 : measure && measure.characters > 0 ? measure.linked / measure.characters : 0;
  const body = (block.kind === 'paragraph' || block.kind === 'quote' || block.kind === 'list') && words >= BODY_WORDS && linked < 0.5 && SENTENCE_END.test(text) && phraseRule(text, words) === undefined;
  return { block, text, words, linked, body, origin };
}

function isInLink(element: SnapElement): boolean {
  for (let at: SnapElement | null = element; at; at = at.parent) if (at.tag === 'a') return true;
  return false;
}

function phraseRule(text: string, words: number): string | undefined {
  return PHRASE_RULES.find((rule) => words <= rule.maxWords && rule.phrase.test(text))?.what;
}

function standsAbove(entry: Judged, title: string): boolean {
  const { block, text, words, origin } = entry;
  if (block.kind === 'heading') return block.level === 1 || isSame(text, title) || (origin !== undefined && SUBTITLE_NAMES.test(origin.hint));
  return words < BODY_WORDS || entry.linked > 0.5 || isPointer(entry) || (origin !== undefined && SUBTITLE_NAMES.test(origin.hint));
}

function isSame(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain(a) === plain(b);
}

function standsBelow(entry: Judged): boolean {
  const { block, text, words } = entry;
  if (block.kind === 'heading') return OTHER_PAGES_HEADING.test(text);
  return entry.linked > 0.5 || isPointer(entry) || OTHER_PAGES_HEADING.test(text) || (words < 10 && /©|\bcopyright\b/i.test(text));
}

function isPointer(entry: Judged): boolean {
  const { block, text, words, linked } = entry;
  if (block.kind === 'heading') return OTHER_PAGES_HEADING.test(text);
  if (block.kind === 'list') return linked > 0.85 && words / block.items.length >= 4;
  const what = phraseRule(text, words);
  if (what === undefined) return linked > 0.95 && words >= 4 && words <= 30 && !SENTENCE_END.test(text);
  return what === 'pointer to other pages' || what === 'following' || what === 'newsletter' ? linked > 0.2 || words <= 10 : true;
}

/** Below a heading over other pages all goes that is linked or short, up to the next running text or heading. */
function dropSections(judged: Judged[], dropped: Set<string>): void {
  let inSection = false;
  for (const entry of judged) {
    const { block } = entry;
    const opens = entry.words <= 12 && (block.kind === 'heading' || block.kind === 'paragraph') && OTHER_PAGES_HEADING.test(entry.text);
    if (opens) {
      dropped.add(block.id);
      inSection = true;
    } else if (inSection) {
      if (block.kind === 'figure' || entry.linked > 0.3 || (entry.words < BODY_WORDS && block.kind !== 'heading')) dropped.add(block.id);
      else inSection = false;
    }
  }
}

/** A heading at the end, with nothing left below it. */
function dropEmptyHeadings(judged: Judged[], dropped: Set<string>): void {
  for (let i = judged.length - 1; i >= 0; i--) {
    const entry = judged[i];
    if (!entry || dropped.has(entry.block.id)) continue;
    if (entry.block.kind !== 'heading') return;
    dropped.add(entry.block.id);
  }
}
