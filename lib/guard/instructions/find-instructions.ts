import type { Carrier } from '~/lib/shared/guard';
import { findAppeal } from './appeal';
import { isForPeople, isOfHere, isToYou } from './audience';
import { decodings, type Folded, foldWithCues } from './decode';
import { isDialogue, isSaidBehind, isTurn } from './dialogue';
import { MARK } from './pattern';
import { markReaders } from './readers';
import { languageOf, MayMatch } from './rules';
import { WEIGHTS, type Rule, type Sign } from './rule';
import { isOfProgram } from './program';
import { findAddress, findPurpose, isAddressed, mayBeAddressed } from './purpose';
import { isAskedOfPeople, isAttributed, isNarrated, isOfLaw, isReported, isWork } from './reported';
import { findSuspicion, PLACES } from './suspect';
import { findQuotation, isKeywords, isNotice, isOffer, isQuoted, isShown, isSelf, isTold, isToSay } from './talk';
import { weigh, type Match, type Surroundings } from './weigh';

/** A stretch of text that gives orders to an assistant. */
export interface Instruction {
  /** Ids of the rules that it matches. */
  rules: string[];
  /** The stretch, decoded, at most 300 characters. */
  excerpt: string;
  /** The words that weigh most, folded. */
  core: string;
  /** How it was written, where that is not in plain letters. */
  disguise?: Carrier;
}

const LONGEST_EXCERPT = 300;
/** Characters of one text that are looked at; of longer ones the first and the last half. */
const MOST = 40_000;
/** Instructions told of one text. */
const MANY = 5;
const SHORTEST = 8;

/** Finds instructions to an assistant in one passage, comment, attribute or the like, however they are encoded. */
export function findInstructions(raw: string, around: Surroundings, carrier: Carrier = around.place === 'visible' ? 'visible' : 'hidden-text'): Instruction[] {
  if (raw.length < SHORTEST) return [];
  const text = raw.length > MOST ? `${raw.slice(0, MOST / 2)} ${raw.slice(-MOST / 2)}` : raw;
  const found: Instruction[] = [];
  let beside = '';
  for (const { text: decoded, disguise, hidden, folded, partly, names } of decodings(text)) {
    if (names && around.place === 'visible') continue;
    const surroundings: Surroundings = hidden ? { ...around, place: 'hidden', shownInCode: around.place === 'visible' } : around;
    const plain = folded ?? foldWithCues(decoded);
    if (!disguise) beside = plain.folded;
    // What stands in plain letters beside it was judged as such.
    const ordered = findInPlain(decoded, plain, surroundings, surroundings.shownInCode ? beside : '');
    for (const instruction of ordered.length > 0 ? ordered : findRemark(decoded, plain, disguise && !partly ? surroundings : around, partly ? carrier : (disguise ?? carrier))) {
      if (found.length < MANY) found.push({ ...instruction, ...(disguise ? { disguise } : {}) });
    }
    if (found.length > 0) break;
  }
  return found;
}

/** @param beside what readers see in plain letters: matches of which each stands there, too, do not count */
function findInPlain(text: string, { folded, cues }: Folded, around: Surroundings, beside: string): Instruction[] {
  const rules = new MayMatch(folded, cues);
  const leadingRules = rules.leading(around.place);
  if (leadingRules.length === 0) return [];
  const marked = rules.mayName ? markReaders(folded) : folded;
  // Words that only may be part of a reader's name are far more common than readers.
  const isAsked = ({ pattern, sign, nameless }: Rule) => !pattern.readsMarked || nameless || !ABOUT_READERS.has(sign) || marked.includes(MARK);
  const ask = (asked: readonly Rule[]) => asked.filter(isAsked).flatMap((rule) => matchAll(rule, folded, marked)).filter((match) => !isTalk(folded, marked, match, around));
  const first = ask(leadingRules);
  if (first.length === 0) return [];
  const leading = [...first, ...ask(rules.following(around.place))];
  const trailing = rules.trailing(new Set(leading.map(({ rule }) => languageOf(rule.id))));
  const matches = [...leading, ...trailing.flatMap((rule) => matchAll(rule, folded, marked)).filter(({ start }) => around.place === 'hidden' || !isQuoted(folded, start))].sort((a, b) => a.start - b.start);
  const found = weigh(matches, around).filter((near) => near.some(({ start, end }) => !beside.includes(folded.slice(start, end).trim())));
  if (found.length === 0) return [];
  const asWritten = text.replace(/[\s_]+/g, ' ').trim();
  const shown = asWritten.length === folded.length ? asWritten : folded;
  return found.map((near) => ({ rules: [...new Set(near.map(({ rule }) => rule.id))], excerpt: excerptOf(shown, near), core: coreOf(folded, near) }));
}

/** An order that is worded like a remark: nobody writes one out of sight, with an artificial reader in it, for readers; nor in sight to one. */
function findRemark(text: string, { folded, cues }: Folded, { place, about, pieces, technical, transcript, explained, shownInCode }: Surroundings, carrier: Carrier): Instruction[] {
  if (about || (explained && shownInCode)) return [];
  const { mayName } = new MayMatch(folded, cues);
  const isSeen = place === 'visible';
  if (isSeen && (technical || transcript || !mayName)) return [];
  const marked = mayName ? markReaders(folded) : folded;
  const appeal = mayName ? findAppeal(folded, marked) : undefined;
  if (appeal) return [toRemark(text, folded, appeal, ['any-appeal'])];
  const address = isSeen && mayName ? findAddress(folded, marked, true) : undefined;
  if (address) return [toRemark(text, folded, address, ['any-address'])];
  if (isSeen && (!mayBeAddressed(folded) || !isAddressed(marked) || isNotice(folded, 0, folded.length) || isShown(folded, 0, 0) || isQuoted(folded, marked.indexOf(MARK)))) return [];
  const suspicion = !isSeen && (mayName || PLACES[carrier]) ? findSuspicion(folded, marked, carrier) : undefined;
  const found = suspicion ?? (pieces ? undefined : (findPurpose(folded, marked, carrier) ?? (isSeen ? undefined : findAddress(folded, marked, false))));
  if (!found) return [];
  return [toRemark(text, folded, found, suspicion ? suspicion.bearings.map((id) => `any-${id}`) : ['any-purpose'])];
}

function toRemark(text: string, folded: string, { start, end }: { start: number; end: number }, rules: string[]): Instruction {
  const asWritten = text.replace(/[\s_]+/g, ' ').trim();
  const shown = asWritten.length === folded.length ? asWritten : folded;
  return { rules, excerpt: [...shown.slice(start, end)].slice(0, LONGEST_EXCERPT).join('').trim(), core: folded.slice(start, end).trim() };
}

/** Signs of which nothing is left where no reader is named. */
const ABOUT_READERS: ReadonlySet<Sign> = new Set(['address', 'call', 'mandate']);

/** Matches of one rule in one text that count. */
const MOST_MATCHES = 12;

function matchAll(rule: Match['rule'], folded: string, marked: string): Match[] {
  const matches: Match[] = [];
  const text = rule.pattern.readsMarked ? marked : folded;
  const { expression } = rule.pattern;
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match && matches.length < MOST_MATCHES; match = expression.exec(text)) {
    matches.push({ rule, start: match.index, end: match.index + match[0].length });
    if (match[0] === '') expression.lastIndex++;
  }
  return matches;
}

/** Characters before a call in which its reader may be named. */
const AROUND = 40;

/** Languages in which the rules for who is addressed find those of whom is spoken, too. */
const MAY_SPEAK_OF: ReadonlySet<string> = new Set(['ar', 'fa', 'hi', 'ja', 'ko', 'tr', 'id', 'vi', 'zh']);

/** Signs that orders are to be forgotten, whoever was given them. */
const FORGETS: ReadonlySet<Sign> = new Set(['override', 'reset', 'bid']);
/** Those, and that orders are to be kept secret: pupils and jurors are told both. */
const GIVEN_TO_PEOPLE: ReadonlySet<Sign> = new Set([...FORGETS, 'reveal', 'conceal', 'secrecy']);
/** Signs that a verb makes, and so may be told of somebody. */
const DONE: ReadonlySet<Sign> = new Set(['override', 'reset', 'reveal', 'persona', 'leak']);
/** Signs that texts about programs have, too: of what they are to do, and to tell. */
const ABOUT_PROGRAMS: ReadonlySet<Sign> = new Set(['mandate', 'duty', 'reading']);
/** Signs of which it matters who is spoken to. */
const SPOKEN_TO: ReadonlySet<Sign> = new Set(['address', 'call', 'mandate', 'duty']);

/** Whether the words are somebody else's, or shown as an example. */
function isTalk(folded: string, marked: string, { rule, start, end }: Match, { place, about, shownInCode, transcript, explained }: Surroundings): boolean {
  if ((about || explained) && shownInCode) return true;
  if (FORGETS.has(rule.sign) && isOfLaw(folded, start)) return true;
  const isSpokenTo = SPOKEN_TO.has(rule.sign);
  if ((isSpokenTo || rule.pattern.readsMarked) && isNotice(folded, start, end)) return true;
  const begins = start + (folded.slice(start, end).match(/^[\s\p{P}]+/u)?.[0].length ?? 0);
  if (rule.pattern.readsMarked && (isToSay(folded, begins) || isSelf(folded, marked.indexOf(MARK, begins), end))) return true;
  if (rule.sign === 'call' && isSelf(folded, marked.indexOf(MARK, Math.max(0, begins - AROUND)), end)) return true;
  if (isSpokenTo && isWork(folded, begins, end)) return true;
  if (DONE.has(rule.sign) && (isNarrated(folded, begins) || isReported(folded, end) || isAskedOfPeople(marked, begins))) return true;
  if (place === 'visible' && (isDialogue(folded, begins) || (transcript && isTurn(folded)))) return true;
  if (place === 'visible' && rule.sign === 'template' && isOffer(folded, end)) return true;
  if (place === 'hidden' && ABOUT_PROGRAMS.has(rule.sign) && isOfProgram(folded, start, end)) return true;
  if (place === 'visible' && rule.sign === 'mandate' && !isOfHere(folded, begins, end)) return true;
  if (place === 'visible' && rule.sign === 'address' && MAY_SPEAK_OF.has(languageOf(rule.id)) && !isToYou(folded, begins, end)) return true;
  if (place === 'visible' && GIVEN_TO_PEOPLE.has(rule.sign) && isForPeople(folded, begins, end)) return true;
  if ((rule.sign === 'call' || rule.sign === 'duty') && isKeywords(folded)) return true;
  const quotation = findQuotation(folded, begins, place === 'visible');
  if (quotation !== undefined && (isTold(folded, quotation + 1) || isAttributed(folded, end))) return true;
  const saidByOthers = quotation !== undefined || isTold(folded, begins) || (place === 'visible' && isSaidBehind(folded, end));
  if (place === 'visible') return saidByOthers || about || isShown(folded, start, end);
  return (about || saidByOthers) && isShown(folded, start, end) ? true : about && saidByOthers;
}

function coreOf(folded: string, near: readonly Match[]): string {
  const heaviest = near.reduce((a, b) => (WEIGHTS[b.rule.sign] > WEIGHTS[a.rule.sign] ? b : a));
  return folded.slice(heaviest.start, heaviest.end).trim();
}

function excerptOf(text: string, near: readonly Match[]): string {
  const first = near[0]?.start ?? 0;
  const last = Math.max(...near.map(({ end }) => end));
  const start = text.lastIndexOf('. ', first) + 1;
  const from = first - start > 80 ? first : start;
  return [...text.slice(from, Math.max(last, from + 160))].slice(0, LONGEST_EXCERPT).join('').trim();
}
