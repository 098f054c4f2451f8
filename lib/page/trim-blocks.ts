import type { Block } from '~/lib/shared/page-content';
import { blockText } from '~/lib/shared/block-text';
import { countWords } from '~/lib/shared/words';
import { OTHER_PAGES_HEADING, PHRASE_RULES } from './furniture-phrases';
import { SUBTITLE_NAMES } from './furniture-names';
import type { OmissionLedger } from './omissions';
import type { Origin, Written } from './written';

interface Judged {
  block: Block;
  text: string;
  words: number;
  /** Share of the passage's characters that are links. */
  linked: number;
  /** Running text of the article itself: long, ends as sentences do, few links. */
  body: boolean;
  /** Its links lead to other pages of the same site. */
  leadsOn: boolean;
  hint: string;
}

/** Ends of sentences, in any script, with closing quotes and brackets. */
const SENTENCE_END = /[.!?…。！？؟।:;][\p{Pe}\p{Pf}"'*\d\s]*$/u;
const BODY_WORDS = 12;

/**
 * Removes what stands around an article's text and could not be told by its mark-up: lines of date and author above
 * it, pointers to other pages within it, all that only looks like more of it below.
 */
export function trimArticle(written: Written, title: string, url: string, ledger: OmissionLedger): Set<string> {
  const judged = written.blocks.map((block) => judge(block, written.origins.get(block.id), url));
  const first = judged.findIndex((entry) => entry.body || entry.block.kind === 'table' || entry.block.kind === 'code' || (entry.block.kind === 'list' && entry.linked < 0.3));
  if (first === -1) return new Set();
  const last = judged.findLastIndex((entry) => entry.body);
  const dropped = new Set<string>();
  const heading = judged.find((entry) => entry.block.kind === 'heading');
  judged.forEach((entry, index) => {
    if (entry.block.kind === 'figure' || entry.block.kind === 'code' || entry.block.kind === 'table') return;
    if (index < first ? standsAbove(entry, title, entry === heading) : index > last ? standsBelow(entry) : isPointer(entry)) dropped.add(entry.block.id);
  });
  dropSections(judged, dropped);
  dropClosing(judged, dropped);
  dropEmptyHeadings(judged, dropped);
  for (const entry of judged) if (dropped.has(entry.block.id)) ledger.add('furniture', entry.text);
  return dropped;
}

function judge(block: Block, origin: Origin | undefined, url: string): Judged {
  const text = blockText(block);
  const words = countWords(text);
  const linked = origin?.linked ?? 0;
  const running = block.kind === 'paragraph' || block.kind === 'quote' || block.kind === 'list';
  const body = running && words >= BODY_WORDS && linked < 0.5 && SENTENCE_END.test(text) && phraseRule(text, words) === undefined;
  const leadsOn = linked > 0.5 && staysOnSite(origin?.firstLink?.element.getAttribute('href') ?? '', url);
  return { block, text, words, linked, body, hint: origin?.element.hint ?? '', leadsOn };
}

/** A link to a shop or a source is part of what is said; one to another page of the site need not be. */
function staysOnSite(href: string, url: string): boolean {
  return URL.canParse(href, url) && siteOf(new URL(href, url)) === siteOf(new URL(url));
}

/** The last two labels of a host: near enough to the registrable domain to tell a site's own pages. */
function siteOf(address: URL): string {
  return address.hostname.split('.').slice(-2).join('.');
}

function phraseRule(text: string, words: number): string | undefined {
  return PHRASE_RULES.find((rule) => words <= rule.maxWords && rule.phrase.test(text))?.what;
}

/** A line of date or time: a year or a time of day in a few words. */
const DATED = /(?:^|\D)(?:19|20)\d\d(?!\d)|(?:^|\D)\d{1,2}[:h]\d\d(?!\d)/;

function standsAbove(entry: Judged, title: string, isFirstHeading: boolean): boolean {
  const { block, text, words, hint } = entry;
  if (words < 60 && SUBTITLE_NAMES.test(hint)) return true;
  if (block.kind === 'heading') return isSame(text, title) || (block.level === 1 && isFirstHeading && words < 25);
  if (entry.linked > 0.5 && words < 25) return true;
  return isPointer(entry) || (words <= 8 && DATED.test(text)) || (words <= 3 && !SENTENCE_END.test(text));
}

function isSame(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain(a) === plain(b);
}

const CREDITS = /contribut(?:ed|ing) to this (?:report|story|article|post)|additional reporting by|©|\bcopyright\b|follow (?:him|her|them|us|me) (?:on|@|at)|follow (?:him|her|them) @|e-?mail .{1,60}@/i;

function standsBelow(entry: Judged): boolean {
  const { block, text, words } = entry;
  if (block.kind === 'heading') return OTHER_PAGES_HEADING.test(text);
  return (entry.linked > 0.5 && (entry.leadsOn || words <= 3)) || (entry.linked > 0.95 && words >= 8) || isPointer(entry) || OTHER_PAGES_HEADING.test(text) || (words < 10 && CREDITS.test(text));
}

function isPointer(entry: Judged): boolean {
  const { block, text, words, linked, leadsOn } = entry;
  const what = phraseRule(text, words);
  if (block.kind === 'heading') return OTHER_PAGES_HEADING.test(text) || (what === 'pointer to other pages' && linked > 0.2);
  if (block.kind === 'list') return linked > 0.85 && leadsOn && words / block.items.length >= 4;
  if (what === undefined) {
    const lines = text.split('\n').length;
    return leadsOn && words / lines >= 4 && words / lines <= 30 && (lines > 1 ? linked > 0.75 : linked > 0.95 && !SENTENCE_END.test(text));
  }
  return what === 'pointer to other pages' || what === 'following' ? linked > 0.2 || words <= 10 : true;
}

/** Credits and invitations that close an article, as sentences of their own below the last of the text. */
function dropClosing(judged: Judged[], dropped: Set<string>): void {
  let looked = 0;
  for (let i = judged.length - 1; i > 0 && looked < 3; i--) {
    const entry = judged[i];
    if (!entry || dropped.has(entry.block.id) || entry.block.kind === 'figure') continue;
    looked++;
    if (entry.words <= 60 && entry.block.kind === 'paragraph' && CREDITS.test(entry.text)) dropped.add(entry.block.id);
  }
}

/** Below a heading over other pages all goes that is linked, or says so itself, up to the next running text or heading. */
function dropSections(judged: Judged[], dropped: Set<string>): void {
  for (let i = 0; i < judged.length; i++) {
    const opening = judged[i];
    if (!opening || opening.words > 12 || !OTHER_PAGES_HEADING.test(opening.text)) continue;
    if (opening.block.kind !== 'heading' && opening.block.kind !== 'paragraph') continue;
    const section: Judged[] = [];
    for (const entry of judged.slice(i + 1)) {
      if (entry.block.kind !== 'figure' && entry.linked <= 0.3 && !dropped.has(entry.block.id)) break;
      section.push(entry);
    }
    const ends = i + 1 + section.length >= judged.length || judged[i + 1 + section.length]?.block.kind === 'heading';
    if (section.some((entry) => entry.block.kind !== 'figure') || ends) for (const entry of [opening, ...section]) dropped.add(entry.block.id);
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
