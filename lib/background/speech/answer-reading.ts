import type { SpeechPosition, SpokenSentence } from '~/lib/shared/speech';
import { AnswerSpeech, type AnswerSetup } from '~/lib/speech/answer-speech';
import type { Reading, Walk } from './reading';

/** An answer, also while it grows. Its sentences are kept: an answer is short. */
export class AnswerReading implements Reading {
  readonly lang: string | undefined;
  readonly check: Reading['check'];
  readonly #id: string;
  readonly #speech: AnswerSpeech;
  readonly #sentences: SpokenSentence[] = [];
  #length = 0;
  #over = false;

  constructor(setup: AnswerSetup, check: Reading['check']) {
    this.check = check;
    this.#id = setup.answerId;
    this.lang = setup.lang;
    this.#speech = new AnswerSpeech(setup);
  }

  get length(): number | undefined {
    return this.#over ? this.#length : undefined;
  }

  /** Characters that have been taken. */
  get taken(): number {
    return this.#length;
  }

  /** More of the answer's text. */
  add(text: string): void {
    this.#length += text.length;
    this.#sentences.push(...this.#speech.take(text));
  }

  /** Nothing more will come. */
  end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#sentences.push(...this.#speech.end());
  }

  walk(position?: SpeechPosition): Walk {
    let at = position ? this.#indexOf(position) : 0;
    return { next: () => this.#sentences[at] && at < this.#sentences.length ? this.#sentences[at++] : this.#over ? undefined : 'wait' };
  }

  before(position: SpeechPosition): SpokenSentence | undefined {
    return this.#sentences[this.#indexOf(position) - 1];
  }

  paragraph(position: SpeechPosition, direction: 'next' | 'previous'): SpokenSentence | undefined {
    const starts = this.#sentences.filter((_, index) => index === 0 || (this.#sentences[index - 1]?.pause ?? 0) > 0);
    if (direction === 'next') return starts.find(({ start }) => start > position.offset);
    return starts.findLast(({ start }) => start < position.offset);
  }

  lengthBefore({ offset }: SpeechPosition): number {
    return offset;
  }

  positionAt(share: number): SpeechPosition | undefined {
    return { blockId: this.#id, offset: Math.floor(Math.max(0, Math.min(1, share)) * this.#length) };
  }

  #indexOf({ offset }: SpeechPosition): number {
    const index = this.#sentences.findIndex(({ start }) => start >= offset);
    return index < 0 ? this.#sentences.length : index;
  }
}
