import { detectOtherLanguage } from '~/lib/shared/detect-language';
import { MarkdownSentences, type MarkdownSentence } from '~/lib/shared/markdown-sentences';
import { stripMarks } from '~/lib/shared/source-marks';
import type { SpokenSentence } from '~/lib/shared/speech';
import { VisibleText } from '~/lib/shared/visible-text';
import type { NarrationSetup } from './narration';
import { passagesOf, PAUSES, sayNumber, type Passage } from './passages';
import { speakPassage } from './speak-passage';

export interface AnswerSetup extends Omit<NarrationSetup, 'describe'> {
  /** Stands for the block in the sentences: the answer has none. */
  answerId: string;
  /** BCP 47 tag of the answer, if known. */
  lang?: string;
  /** The answer has marks of its sources, which are not spoken. */
  marks?: boolean;
}

/**
 * A growing Markdown answer as spoken sentences, each as soon as it is over, none twice, whatever the pieces it
 * arrives in. `start` and `end` of a sentence are where it begins in the Markdown text; it has no `spans`.
 */
export class AnswerSpeech {
  readonly #setup: AnswerSetup;
  readonly #sentences: MarkdownSentences;
  readonly #visible = new VisibleText();

  constructor(setup: AnswerSetup) {
    this.#setup = { ...setup, maxLength: Math.max(20, setup.maxLength) };
    this.#sentences = new MarkdownSentences(setup.lang);
  }

  /** Sentences that have ended with this piece. */
  take(piece: string): SpokenSentence[] {
    return this.#sentences.take(this.#visible.take(piece)).flatMap((sentence) => this.#speak(sentence));
  }

  /** What is left at the end of the answer. */
  end(): SpokenSentence[] {
    const rest = this.#sentences.take(this.#visible.end());
    return [...rest, ...this.#sentences.end()].flatMap((sentence) => this.#speak(sentence));
  }

  #speak({ kind, text: written, number, last, at }: MarkdownSentence): SpokenSentence[] {
    const { answerId, options, phrases, maxLength, lang, marks } = this.#setup;
    const text = marks && kind !== 'code' ? stripMarks(written) : written;
    if (!text) return [];
    if (kind === 'table-row' && options.tables === 'skip') return [];
    const before = number !== undefined && options.listNumbers ? { before: sayNumber(number, text) } : {};
    const whole: Passage = { kind, start: 0, end: text.length, pause: last ? PAUSES[kind] : 0, ...before };
    const passages = kind === 'code' ? [...passagesOf({ id: answerId, kind, text }, options, phrases)] : [whole];
    const language = options.languages === 'detect' ? (detectOtherLanguage(text, lang) ?? lang) : lang;
    const spoken = passages.flatMap((passage) => [...speakPassage(text, answerId, passage, language, { options, phrases }, { maxLength })]);
    return spoken.map((sentence, index) => ({ ...sentence, id: `${answerId}:${at}.${index}`, start: at, end: at, spans: [] }));
  }
}
