import { AppError } from '~/lib/shared/app-error';
import type { FinishReason, Usage } from '~/lib/shared/chat';
import { readChunk, toFinishReason } from './chunk';
import { MAX_ANSWER } from './limits';
import { ThinkSplitter, type Piece } from './think-splitter';
import type { ChatEvent } from './types';
import { readCitations, type WebCitation } from './web-citations';

/**
 * One answer as it arrives: turns frames into texts and remembers what its end is judged by. Usage is merged, the last
 * non-null value of each field wins (contract section 4.7: Claude sends `usage: null` after the real one).
 */
export class Answer {
  #splitter = new ThinkSplitter();
  #usage: Usage | undefined;
  #finish: FinishReason | undefined;
  #failed = false;
  #citations: WebCitation[] = [];
  #refusal = '';
  #hasText = false;
  #hasReasoning = false;
  #emitted = false;
  #length = 0;
  #isKnown = false;
  /** The server said that this is all: `[DONE]`, a finish reason, or the count of tokens. */
  ended = false;

  /** A finish reason was seen: what may still come is usage and cost. */
  get isFinished(): boolean {
    return this.#finish !== undefined;
  }

  /** Whether any text was handed out, which rules a second attempt out. */
  get hasOutput(): boolean {
    return this.#emitted;
  }

  /** Takes one frame of a stream, or a whole completion. @throws AppError `bad-response` for JSON that is no frame of a completion. */
  *read(frame: unknown, isWhole = false): Generator<ChatEvent, void> {
    const chunk = readChunk(frame, isWhole);
    if (!chunk) throw new AppError('bad-response', { detail: JSON.stringify(frame) });
    if (chunk.known) this.#isKnown = true;
    if (chunk.known && isWhole) this.ended = true;
    if (chunk.reasoning) yield* this.#emit([{ type: 'reasoning', text: chunk.reasoning }]);
    if (chunk.text) yield* this.#emit(this.#splitter.push(chunk.text));
    this.#cite(readCitations(frame));
    if (chunk.refusal) this.#refusal += chunk.refusal;
    if (chunk.usage) {
      this.#usage = { ...this.#usage, ...chunk.usage };
      // Some servers count in every frame; only a count without a choice closes the stream.
      if (!chunk.hasChoice) this.ended = true;
    }
    if (chunk.finish) {
      this.#finish = toFinishReason(chunk.finish);
      this.#failed = chunk.finish === 'error';
      this.ended = true;
    }
  }

  addCost(usd: number | undefined): void {
    if (usd !== undefined) this.#usage = { usd, ...this.#usage };
  }

  /** Text held back until more came; for answers that break off. */
  *flush(): Generator<ChatEvent, void> {
    yield* this.#emit(this.#splitter.end());
  }

  /**
   * The last events, once the body is over.
   * @throws AppError `stream-broken` when it closed before any sign of an end, `server-error` when it ended in failure,
   *   `content-filtered` and `empty-answer` when it ended without text, `bad-response` when it held nothing known.
   */
  *close(): Generator<ChatEvent, void> {
    yield* this.flush();
    if (this.#citations.length > 0) yield { type: 'citations', citations: this.#citations };
    if (this.#usage) yield { type: 'usage', usage: this.#usage };
    if (this.#failed) throw new AppError('server-error');
    if (!this.ended) throw new AppError(this.#isKnown ? 'stream-broken' : 'bad-response');
    if (!this.#hasText) this.#failEmpty();
    yield { type: 'finish', reason: this.#finish ?? 'stop' };
  }

  /** Perplexity tells all of them in each frame, others one at a time: what is told again adds nothing, and a longer list replaces a shorter one. */
  #cite(told: WebCitation[]): void {
    if (told.length === 0) return;
    const known = new Set(this.#citations.map(({ url }) => url));
    const isAll = this.#citations.every(({ url, n }) => told.some((other) => other.url === url && other.n === n));
    if (isAll) this.#citations = told;
    else for (const one of told) if (!known.has(one.url)) this.#citations.push({ ...one, n: this.#citations.length + 1 });
  }

  #failEmpty(): never {
    if (this.#finish === 'filtered' || this.#refusal) {
      throw new AppError('content-filtered', this.#refusal ? { detail: this.#refusal } : {});
    }
    const thought = this.#hasReasoning || Boolean(this.#usage?.reasoningTokens);
    throw new AppError('empty-answer', thought ? { reason: 'only-reasoning' } : {});
  }

  *#emit(pieces: Piece[]): Generator<ChatEvent, void> {
    for (const piece of pieces) {
      this.#emitted = true;
      this.#length += piece.text.length;
      if (this.#length > MAX_ANSWER) throw new AppError('bad-response', { detail: 'The answer is too large.' });
      if (piece.type === 'reasoning') this.#hasReasoning = true;
      else if (!this.#hasText) this.#hasText = piece.text.trim() !== '';
      yield piece;
    }
  }
}
