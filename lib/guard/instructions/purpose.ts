import type { Carrier } from '~/lib/shared/guard';
import { BIDS } from './bids';
import { readConcepts } from './concepts/read-concepts';
import { weighConcepts } from './concepts/weigh-concepts';
import { isReadable } from './decoders/substitution';
import { FOR } from './labels';
import { MARK } from './pattern';
import { isReport, isWork } from './reported';
import { BEARINGS } from './rules/bearings';
import { isKeywords, isNotice, isQuoted, isSelf, isShown, isTold } from './talk';

/** What a stretch out of sight must weigh to be there for an assistant: the less, the less honest the place. */
const NEEDED: Partial<Record<Carrier, number>> = { 'same-colour': 5, 'unicode-tags': 2, 'invisible-characters': 2, encoded: 3, homoglyphs: 3, bidirectional: 3, visible: 7 };
const NEEDED_ELSEWHERE = 6.5;
/** Longer texts say many things, whatever hides them; an order is short. */
const LONG = 700;
const NEEDED_IN_LONG = 8;
/** What programs hand to each other, encoded or not. */
const STRUCTURED = /^\s?[{[<]|":|<\/[a-z]/;
/** Sentences that are weighed together, and characters. */
const SENTENCES = 3;
const STRETCH = 420;
/** A single sentence of this length is a list. */
const LIST = 420;
const SENTENCE = /(?:[^.!?。！？।؟]|[.!?](?!\s|$))+(?:[.!?।؟]+(?=\s|$)|[。！？]+|$)/g;
/** Somebody's words. */
const QUOTED = /[„“«『「"]/;

interface Sentence {
  start: number;
  end: number;
  bits: Uint32Array;
  named: boolean;
}

/** A stretch of a text out of sight that speaks of what only an assistant has to do with. */
export interface Purpose {
  start: number;
  end: number;
}

/** Characters before the colon. */
const LONGEST_ADDRESS = 180;
/** Words to somebody before what is said to them. */
const DEAR = String.raw`(?:dear|hey|hello|hi|lieber?|chere?s?|querid[oa]s?|car[oaie]|beste|kara|drog[ai]\S*|drah[ya]|дорог\S+|уважаем\S+|sevgili|عزيزي|प्रिय)\s`;
/** What machines write is not spoken to. */
const TEXT = '(?:disclos|disclaim|polic|transparen|statement|news\\b|us(?:e|age)\\b|generated|written|summar|overview|answers?\\b|digest|highlights|text|zusammenfass|resum|riassunt|samenvat|streszcz|podsum|souhrn|shrnut|свод|резюме|підсум|ozet|ringkas|sammanfatt|ملخص|خلاصه|सारांश|摘要|总结|總結|要約|요약|תקציר|סיכום|περιληψ)';
const ADDRESSED = new RegExp(`^(?:[^${MARK}.!?]{0,30}?(?:${FOR}|${DEAR})|[\\p{P}\\s]*)${MARK}+(?![- ]?(?:[^\\s:]+ )?${TEXT})[^${MARK}.:!?]{0,90}:`, 'u');

/** A test that costs little. */
export function mayBeAddressed(folded: string): boolean {
  const colon = folded.indexOf(':');
  return colon > 0 && colon < LONGEST_ADDRESS;
}

/** Whether a text begins by naming an artificial reader as the one it is for. */
export function isAddressed(marked: string): boolean {
  return ADDRESSED.test(marked);
}

/** Said to one who reads, if that is a machine. */
const IF_YOU_ARE = '(?:if you are|if you happen to be|if you\'re|(?:wenn|falls|sofern) du|(?:wenn|falls|sofern) sie|bist du|si (?:tu es|vous etes)|si (?:eres|es usted|usted es|sos)|se (?:voce e|fores|es|sei)|als (?:je|u|jij)|om du ar|jesli jestes|pokud jsi|pokud jste|если (?:ты|вы)|якщо (?:ти|ви)|eger|jika (?:kamu|anda)|kalau kamu|neu ban la|اذا كنت|ان كنت|اگر(?: تو)?(?: يك)?|(?:यदि|अगर) (?:आप|तुम)|もしあなたが|あなたが|如果你是|若你是|당신이|אם (?:אתה|את|אתם)|αν εισαι|εαν εισαι)';
const CONDITIONED = new RegExp(`${IF_YOU_ARE}(?: (?:an?|the|eine?n?|une?|une|uno|una|um|uma|een|en|ett|bir|sebuah|mot|एक|ενα|ενας))?(?: [^\\s${MARK}.!?:]+)? ?${MARK}`, 'u');
const SENTENCE_START = /(?:^|[.!?。！？؟।] ?)(?=[^.!?。！？؟।])/gu;
/** Words that are said to who is addressed. */
const FEWEST_WORDS = 5;
/** Bearings that what is said in sight must have. */
const FEWEST_IN_SIGHT = 2;
const WORDS = /[^\s.,:;!?]+/g;
const CJK = /[\u3040-\u9FFF\uAC00-\uD7AF]/g;

/** What is said to an artificial reader by its name: out of sight nobody but it is there to be spoken to, in sight it takes more. */
export function findAddress(folded: string, marked: string, isSeen: boolean): Purpose | undefined {
  if (!marked.includes(MARK) || isKeywords(folded) || STRUCTURED.test(folded)) return undefined;
  for (const { index, 0: stop } of marked.matchAll(SENTENCE_START)) {
    const start = index + stop.length;
    const rest = marked.slice(start, start + STRETCH);
    const address = ADDRESSED.exec(rest) ?? CONDITIONED.exec(rest.slice(0, LONGEST_ADDRESS / 2));
    if (!address) continue;
    const said = rest.slice(address.index + address[0].length);
    if ((said.match(WORDS)?.length ?? 0) + (said.match(CJK)?.length ?? 0) / 3 < FEWEST_WORDS) continue;
    if (isSeen && (isQuoted(folded, start) || isTold(folded, start))) continue;
    const end = Math.min(folded.length, start + STRETCH);
    const stretch = folded.slice(start, end);
    if (isNotice(folded, start, end) || isShown(folded, start, end) || isReport(stretch, rest) || isWork(folded, start, start + address[0].length) || isSelf(folded, marked.indexOf(MARK, start), end) || QUESTION.test(said) || DOES.test(said)) continue;
    const bearings = BEARINGS.filter(({ pattern }) => rest.search(pattern.expression) >= 0);
    if (bearings.some(({ weight }) => weight < 0) || bearings.length < (isSeen ? FEWEST_IN_SIGHT : 1) || (isSeen && !BIDS.test(said))) continue;
    return { start, end };
  }
  return undefined;
}
const QUESTION = /^[^.!]*[?？؟]/;
/** What a control of that name does, as its label says. */
const DOES = /^ ?(?:opens|closes|shows|starts|helps|lets|answers|launches|toggles|offnet|zeigt|hilft|ouvre|affiche|abre|muestra|mostra|apre|opent|toont|oppnar|otwiera|otevre|открывает|показывает|відкриває|acar|membuka)(?![a-z])/;

/** @param marked the folded text with artificial readers marked */
export function findPurpose(folded: string, marked: string, carrier: Carrier): Purpose | undefined {
  const needed = folded.length > LONG ? NEEDED_IN_LONG : STRUCTURED.test(folded) ? NEEDED_ELSEWHERE : (NEEDED[carrier] ?? NEEDED_ELSEWHERE);
  const called = withoutOurs(marked);
  if (weighConcepts(readConcepts(folded), called.includes(MARK)) < needed || isKeywords(folded)) return undefined;
  const sentences = readSentences(folded, called);
  for (let at = 0; at < sentences.length; at++) {
    const first = sentences[at] as Sentence;
    const near = sentences.slice(at, at + SENTENCES).filter(({ end }) => end - first.start <= STRETCH);
    const end = near.at(-1)?.end;
    if (end === undefined || weigh(near) < needed) continue;
    const stretch = folded.slice(first.start, end);
    if (!isReadable(stretch) || isNotice(folded, first.start, end) || isReport(stretch, marked.slice(first.start, end)) || (QUOTED.test(stretch) && (isShown(folded, first.start, first.start) || isShown(folded, end, end)))) continue;
    if (weigh(near) + honesty(stretch) >= needed) return { start: first.start, end };
  }
  return undefined;
}

/** A site's own helper. */
const OURS = new RegExp(`(?:^|[^a-z\\u0400-\\u04FF])(?:our|unsere?[rnms]?|notre|nos|nuestr[oa]s?|noss[oa]s?|nostr[oaie]|onze?|var[at]?|nasz[aey]?|nase|наш[аеуі]?|bizim) (?:[^\\s.!?]+ )?${MARK}+`, 'g');

function withoutOurs(marked: string): string {
  return marked.replace(OURS, (own) => own.replaceAll(MARK, ' '));
}

function readSentences(folded: string, marked: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { index, 0: text } of folded.matchAll(SENTENCE)) {
    if (text.length > LIST) continue;
    sentences.push({ start: index, end: index + text.length, bits: readConcepts(text), named: marked.slice(index, index + text.length).includes(MARK) });
  }
  return sentences;
}

/** The concepts of all, language by language. */
function weigh(sentences: readonly Sentence[]): number {
  const [first, ...more] = sentences;
  const bits = first?.bits.map((concepts, language) => more.reduce((all, sentence) => all | (sentence.bits[language] ?? 0), concepts));
  return bits ? weighConcepts(bits, sentences.some(({ named }) => named)) : 0;
}

/** What speaks for honest text: a site's own helper, the state of a program, developers among themselves. */
function honesty(written: string): number {
  const stretch = written.replace(/https?:\S+/g, ' ');
  return BEARINGS.reduce((sum, { weight, pattern }) => (weight < 0 && stretch.search(pattern.expression) >= 0 ? sum + weight : sum), 0);
}
