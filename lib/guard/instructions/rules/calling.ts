import { any, EDGE, END, pattern, type Pattern } from '../pattern';
import { READER } from '../readers';

/** How a language speaks to somebody: parts of expressions, of which those that stand before another end in a blank. */
export interface Speech {
  /** What reads for people, also by names that people have too: "agents", "the model". */
  machine: string;
  /** "to all ", "for the ", "note to " */
  to: string;
  /** "dear " */
  dear: string;
  /** "that", "which" */
  who: string;
  /** "read", "summarise", in all forms */
  reading: string;
  /** "reading", where that stands in place of "that read" */
  participle?: string;
  /** "if a " */
  whenever: string;
  /** "this", "here", "my" */
  here: string;
  /** "if you are not a human", "whatever machine reads this" */
  unlessHuman: string;
  /** "as an", and what makes it somebody spoken to: "you" */
  role: readonly [as: string, you: string];
  /** "please" */
  please: string;
}

/** Where a sentence, a label or a value begins. */
export const START = String.raw`(?<=(?:^|[.!?:;*#(>\[\]{}"'«„“|/=-]) ?)`;
/** Who speaks so introduces a helper to people. */
const SELF = '(?:ich bin|je suis|soy|sou|sono|ik ben|jag ar|jestem|jsem|mi chiamo|me llamo|я|это|це|мене звати|меня зовут)';
/** What people are as well, by itself. */
const PEOPLE = String.raw`(?:re[vl]i[sz]or|le[ck]t[eo]u?r|leitor|lettor|lecteur|evalua[dt]o|avaliado|valutator|correct|tradu|moderad|moderat|gutachter|prufer|leser|рецензент|читат|читач|переводчик|перекладач|модератор|учител|редактор|recenzen|tlumacz|czyteln|ctenar)[^\s:,]*\s*[:,]`;
/** What stands before a colon in any list. */
const THING = String.raw`(?:program|software|syst|sist|mod[eo]l|robot|систем|модел|програм)[^\s:]*\s*:`;
/** What a page asks its visitor for. */
const ASKED = String.raw`[^.!]{0,50}(?:frage|question|pregunta|pergunta|duvida|domanda|вопрос|запитання|pytanie|dotaz|fraga\b|vraag)`;
const WORD = String.raw`[^\s.:;!?]+`;
const REST = String.raw`[^\s.,:;!?]*`;

function clauses({ who, reading, participle }: Speech): string {
  const relative = String.raw`,?\s${who}(?:\s${WORD}){0,8}?\s${reading}${REST}`;
  return participle ? any(relative, String.raw`,?\s${participle}${REST}(?:\s${WORD}){0,4}?`) : relative;
}

function clausesOfHere({ who, reading, participle, here }: Speech): string {
  const relative = any(String.raw`,?\s${who}(?:\s${WORD}){0,3}?\s${here}${END}(?:\s${WORD}){0,4}?\s${reading}${REST}`, String.raw`,?\s${who}(?:\s${WORD}){0,3}?\s${reading}${REST}(?:\s${WORD}){0,3}?\s${here}${END}`);
  return participle ? any(relative, String.raw`,?\s${participle}${REST}\s(?:${WORD}\s){0,2}?${here}${END}`) : relative;
}

/** Spoken as if to a machine; only out of sight is it likely to be one. */
export function called(speech: Speech): Pattern {
  const { machine, to, dear, whenever, reading, unlessHuman, role } = speech;
  const reads = clauses(speech);
  return pattern(any(
    String.raw`${START}${to}(?!${PEOPLE})${machine}(?:${reads})?\s*["']?\s*(?:[:,!>#)\]|-]|\.(?= )|$)`,
    String.raw`${EDGE}${to}(?!${PEOPLE})${machine}(?:${reads})?(?: (?:gilt|geldt|galler|vale))?\s*["']?\s*[:>]`,
    String.raw`${START}(?!${THING})(?:${dear})?${machine}(?:${reads})?\s*[:,!](?!${ASKED})`,
    String.raw`${EDGE}${dear}${machine}${END}`,
    String.raw`${EDGE}${machine}${reads}`,
    String.raw`${EDGE}${whenever}${machine}(?:\s${WORD}){0,7}?\s${reading}${REST}`,
    String.raw`${EDGE}${unlessHuman}`,
    String.raw`${EDGE}${role[0]}(?:${WORD}\s)?${machine}(?:,|\s${WORD}){0,4}?\s${role[1]}${END}`,
    String.raw`${START}(?![^.!?:;]{0,60}${EDGE}${SELF}${END})[^.!?:;]{3,110}?,\s(?:${dear})?${machine}\s*(?:[.,!?]|$)`,
  ));
}

/** Spoken to an artificial reader. */
export function spoken(speech: Speech): Pattern {
  const { machine, to, dear, whenever, reading, here, please } = speech;
  const meant = String.raw`(?=[^.!?;]{0,120}${EDGE}${here}${END}|[^.!?;]{0,100}:)`;
  const reads = clauses(speech);
  return pattern(any(
    String.raw`${START}${to}${READER}(?:${reads})?\s*[:,!-]`,
    String.raw`${EDGE}${to}${READER}(?:${reads})?\s*:`,
    String.raw`${START}${READER}(?:${reads})?\s*[:!](?!${ASKED})`,
    String.raw`${EDGE}${dear}${READER}${END}`,
    String.raw`${START}${READER}(?:\s[^\s.,:;!?]+){1,10}?,?\s${please}${END}`,
    String.raw`${EDGE}${READER}${clausesOfHere(speech)}`,
    String.raw`${EDGE}(?=${whenever}${READER})${meant}${whenever}${READER}(?:\s${WORD}){0,7}?\s${reading}${REST}`,
    String.raw`${EDGE}(?=${whenever})${meant}${whenever}(?:${WORD}\s){0,3}?${reading}${REST}\s(?:${WORD}\s)?${READER}`,
    String.raw`${EDGE}${machine}${clausesOfHere(speech)}`,
  ));
}
