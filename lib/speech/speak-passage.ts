import { cutLong } from '~/lib/shared/cut-long';
import { detectOtherLanguage } from '~/lib/shared/detect-language';
import { readSentences } from '~/lib/shared/read-sentences';
import type { SpokenSentence } from '~/lib/shared/speech';
import { editForEar, isSpeakable, type EarRules } from './ear-rules';
import type { Passage } from './passages';
import { sliceSpans, SpokenText } from './spoken-text';

export interface Voice {
  /** UTF-16 units that the voice takes at one go. */
  maxLength: number;
}

/** Where sentences of a block begin, as far as that is known: reading can go on at any of them. */
export interface SentenceStarts {
  note(start: number): void;
}

/** A sentence without its pause: that is known when the passage is over. */
type Part = Omit<SpokenSentence, 'pause'>;

/**
 * The sentences of one passage.
 * @param text the block's text; `from` an offset in it at which a sentence begins.
 * @param lang of the block, by the page or by its look.
 */
export function* speakPassage(text: string, blockId: string, passage: Passage, lang: string | undefined, rules: EarRules, voice: Voice, from = 0, starts?: SentenceStarts): Generator<SpokenSentence> {
  let held: Part | undefined;
  for (const part of partsOf(text, blockId, passage, lang, rules, voice, Math.max(from, passage.start), starts)) {
    if (held) yield { ...held, pause: 0 };
    held = part;
  }
  if (held) yield { ...held, pause: rules.options.pauses ? passage.pause : 0 };
}

function* partsOf(text: string, blockId: string, passage: Passage, lang: string | undefined, rules: EarRules, voice: Voice, from: number, starts?: SentenceStarts): Generator<Part> {
  const { kind, start, end, cells, instead } = passage;
  if (instead !== undefined) {
    if (instead) yield { id: `${blockId}:${start}`, blockId, kind, text: instead, lang: rules.phrases.lang, start, end, spans: [] };
    return;
  }
  const cut = (spoken: SpokenText, language: string | undefined) => cutIntoParts(spoken, blockId, kind, language, start, voice);
  if (cells) {
    yield* cut(sayRow(text, passage, lang, rules), lang);
    return;
  }
  const whole = start === 0 && end === text.length ? text : text.slice(0, end);
  const sentences = kind === 'code' ? [{ start: from, end }] : readSentences(whole, lang, from);
  for (const sentence of sentences) {
    starts?.note(sentence.start);
    const written = text.slice(sentence.start, sentence.end);
    const language = kind === 'code' ? lang : languageOf(written, lang, rules);
    const spoken = new SpokenText();
    if (passage.before && sentence.start === start) spoken.say(passage.before, start, start);
    if (kind === 'code') spoken.copy(text, sentence.start, sentence.end);
    else sayEdited(spoken, text, sentence.start, sentence.end, language, rules);
    yield* cut(spoken, language);
  }
}

function languageOf(written: string, lang: string | undefined, { options }: EarRules): string | undefined {
  return options.languages === 'detect' ? (detectOtherLanguage(written, lang) ?? lang) : lang;
}

function sayRow(text: string, { cells = [] }: Passage, lang: string | undefined, rules: EarRules): SpokenText {
  const spoken = new SpokenText();
  for (const { header, start, end } of cells) {
    if (!isSpeakable(text.slice(start, end))) continue;
    if (spoken.text) spoken.say(/[.!?…。！？।؟:;,]$/u.test(spoken.text) ? ' ' : '. ', start, start);
    if (header) spoken.say(`${header}: `, start, start);
    sayEdited(spoken, text, start, end, lang, rules);
  }
  if (spoken.text && !/[.!?…。！？।؟]$/u.test(spoken.text)) spoken.say('.', cells.at(-1)?.end ?? 0, cells.at(-1)?.end ?? 0);
  return spoken;
}

function sayEdited(spoken: SpokenText, text: string, start: number, end: number, lang: string | undefined, rules: EarRules): void {
  let at = start;
  for (const edit of editForEar(text.slice(start, end), lang, rules)) {
    spoken.copy(text, at, start + edit.start);
    if (edit.text) spoken.say(edit.text, start + edit.start, start + edit.end);
    at = start + edit.end;
  }
  spoken.copy(text, at, end);
}

function cutIntoParts({ text, spans }: SpokenText, blockId: string, kind: Part['kind'], lang: string | undefined, start: number, { maxLength }: Voice): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const to of cutLong(text, maxLength)) {
    const raw = text.slice(from, to);
    const begin = from + raw.length - raw.trimStart().length;
    const words = raw.trim();
    from = to;
    if (!isSpeakable(words)) continue;
    const own = sliceSpans(spans, begin, begin + words.length, text.length);
    const first = own.length > 0 ? Math.min(...own.map(([, at]) => at)) : start;
    const last = Math.max(first, ...own.map(([, , at]) => at));
    const before = parts.at(-1);
    // Words that are cut and stand for a place as a whole: what was said of it first is at its beginning.
    if (before) before.end = Math.min(before.end, first);
    const same = parts.filter((part) => part.start === first).length;
    parts.push({ id: `${blockId}:${first}${same > 0 ? `/${same}` : ''}`, blockId, kind, text: words, ...(lang ? { lang } : {}), start: first, end: last, spans: own });
  }
  return parts;
}
