import { foldWithCues } from './decode';
import { MARK } from './pattern';
import { markReaders } from './readers';
import { MayMatch } from './rules';

/** Characters of a heading, a table's row head, a term. */
const LONGEST = 48;
/** The same with white space around it, and of what stands below. */
const LONGEST_LABEL = 80;
const SHORTEST = 12;
/** "For chatbots", "note to AI agents": nothing but for whom it is, and what it is. Titles of articles say more. */
export const FOR = String.raw`(?:^|\s)(?:to|for|an?|fur|an die|aux?|a l'attention des|pour|para|as?|aos?|ai|agli|alle|per|voor|aan|till|for|do|dla|pro|для|к|untuk|bagi|kepada|danh cho|cho|gui|الي|ل|براي|به)\s(?:(?:all|any|the|every|die|alle|les|tous les|los|las|os|as|i|gli|de|wszystkich|всех|semua|cac)\s)*`;
/** What such a label calls itself. Whose instructions they are, and who works on them, is a title. */
const NOTE =
  '(?:(?!my |our |your |mine |meine |mes |nos |mis |mi |mein )\\S+ )?(?:notes?|notice|info\\w*|messages?|memo|reminder|guidance|hints?|tips?|rules?|instructions?|attention|only|read ?me|word|request|hinweise?|achtung|nachricht|mitteilung|anweisung(?:en)?|vorgaben?|avis|remarque|consignes?|avisos?|notas?|mensajes?|mensagem|mensagens|instrucciones|instrucoes|recado|avvis[oi]|messaggi?o?|istruzioni|promemoria|let op|opmerking|bericht|mededeling|instructies?|viktigt|meddelande|instruktioner|uwaga|wiadomosc|komunikat|informacj\\S+|instrukcj\\S+|upozorneni|zprava|pokyny?|внимани\\S*|примечани\\S*|сообщени\\S*|инструкци\\S*|увага|повідомлення|інструкці\\S*|catatan|pesan|petunjuk|instruksi|luu y|ghi chu|thong bao|huong dan)\\s';
const DEDICATED = new RegExp(`^(?:${NOTE})?${FOR.replace('(?:^|\\s)', '(?<![^\\s])')}${MARK}+\\s?:?$|^${MARK}+\\s?(?:icin(?: not)?|(?:के लिए|को)(?: सूचना)?|への?\\S{0,6}|向け\\S{0,4}|에게|용 안내|须知|注意)\\s?:?$|^(?:致|给|給|告)\\S{0,4}${MARK}+\\s?:?$`, 'u');
/** It goes on in the next text. */
const GOES_ON = /^\s*\p{Ll}/u;

/** Whether a short text says that what comes next is for an artificial reader: a heading, the head of a table's row. */
function isDedication(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST || /[.!?。]$/.test(trimmed)) return false;
  const { folded, cues } = foldWithCues(trimmed);
  if (!new MayMatch(folded, cues).mayName) return false;
  const marked = markReaders(folded);
  return DEDICATED.test(marked);
}

/** A text together with the one before it, where that is such a label. */
export function underLabel(label: string, text: string): string | undefined {
  return label === '' || label.length > LONGEST_LABEL || text.length < SHORTEST || GOES_ON.test(text) || !isDedication(label) ? undefined : `${label.trim().replace(/:$/, '')}: ${text.trim()}`;
}

/** A line of code, or its end, that is for people: what follows `#`, `//`, `--`, or stands between marks. */
const COMMENTS = /(?:^|[\s;{}])(?:#+|\/\/+|--|;;|%%)\s+([^\n]{12,400})|\/\*([^]{12,800}?)\*\/|<!--([^]{12,800}?)-->/g;

/** What is set as code and is none: letters of a mailing list. */
const SIGNS_OF_CODE = /[{}<>=$|\\[\]();#_]/g;
const FEWEST_WORDS = 6;
const FEW_SIGNS = 0.02;
function isProse(text: string): boolean {
  return (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= FEWEST_WORDS && (text.match(SIGNS_OF_CODE)?.length ?? 0) <= text.length * FEW_SIGNS + 2;
}
/** Lines of an answer that are somebody else's, and what was typed behind a prompt. */
const CITED = /^[ \t]*(?:\w+ ?)?>.*$/gm;

/** What a block of code says in its comments, one after the other: lines of one comment are one text; and all of what is no code. */
export function readComments(code: string): string {
  if (isProse(code)) return code.replace(CITED, ' ');
  const lines = [...code.matchAll(COMMENTS)].map(([, line, block, markup]) => (line ?? block ?? markup ?? '').trim());
  return lines.map((line, at) => (isHeading(line) && at < lines.length - 1 ? `${line}:` : line)).join(' ');
}

/** A line in capitals stands above what it is about. */
function isHeading(line: string): boolean {
  return line.length <= LONGEST_LABEL && /\p{Lu}{4}/u.test(line) && line === line.toUpperCase() && !/[.:!?,;]$/.test(line);
}
