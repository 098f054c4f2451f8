import { createParser } from 'eventsource-parser';
import { AppError } from '~/lib/shared/app-error';
import { MAX_JSON_BODY } from './limits';
import { findError, parseJson, readErrorText, type ErrorText } from './read-error-text';

/** What the body of an answer consists of. */
export type BodyItem =
  | { type: 'frame'; frame: unknown }
  | { type: 'error'; error: ErrorText }
  | { type: 'done' }
  /** A frame that is no JSON. */
  | { type: 'broken'; text: string }
  /** The body was one JSON value in place of a stream. */
  | { type: 'whole'; frame: unknown };

/** The start of a body is kept until it shows what the body is. */
const MAX_START = 64 * 1024;

/**
 * Turns the pieces of a body, cut anywhere, into its items. Looks at the body itself and not at its content type, which
 * servers get wrong both ways. SSE is parsed as the standard says (comments, ids and unknown fields ignored).
 */
export class BodyReader {
  #decoder = new TextDecoder();
  #kind: 'unknown' | 'sse' | 'json' | 'other' = 'unknown';
  #whole: string[] = [];
  #wholeLength = 0;
  #items: BodyItem[] = [];
  #lastLineOpen = false;
  #parser = createParser({
    onEvent: ({ event, data }) => {
      const item = readEvent(event, data);
      if (item) this.#items.push(item);
    },
    maxBufferSize: MAX_JSON_BODY,
    onError: ({ type }) => {
      if (type === 'max-buffer-size-exceeded') throw new AppError('bad-response', { detail: 'The answer is too large.' });
    },
  });

  /** @throws AppError `bad-response` when JSON, or one frame of a stream, is larger than any answer. */
  push(bytes: Uint8Array): BodyItem[] {
    return this.#take(this.#decoder.decode(bytes, { stream: true }));
  }

  /** @throws AppError `bad-response` for a body that is neither a stream nor JSON, or broken, or nothing at all. */
  end(): BodyItem[] {
    const items = this.#take(this.#decoder.decode());
    if (this.#kind === 'sse') {
      // A last frame without its blank line still counts: servers close right after it.
      this.#parser.feed('\n\n');
      return items.concat(this.#drain());
    }
    const text = this.#whole.join('').trim();
    if (this.#kind === 'json') return items.concat(readWhole(text));
    throw new AppError('bad-response', text ? { detail: readErrorText(text, '').message } : {});
  }

  #take(text: string): BodyItem[] {
    if (this.#kind === 'sse') this.#parser.feed(text);
    else this.#collect(text);
    return this.#drain();
  }

  #collect(text: string): void {
    if (!text) return;
    this.#wholeLength += text.length;
    if (this.#wholeLength > MAX_JSON_BODY) throw new AppError('bad-response');
    if (this.#kind !== 'other' || this.#wholeLength < MAX_START) this.#whole.push(text);
    if (this.#kind !== 'unknown') return;
    const start = this.#whole.join('');
    this.#kind = sniff(start);
    if (this.#kind !== 'sse') {
      if (this.#kind === 'unknown') this.#whole = [start];
      return;
    }
    this.#whole = [];
    this.#parser.feed(start.trimStart());
  }

  #drain(): BodyItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }
}

const FIELDS = ['data', 'event', 'id', 'retry'];

/** What a body is by its first characters; `unknown` while they do not tell. */
function sniff(text: string): 'unknown' | 'sse' | 'json' | 'other' {
  const start = text.trimStart().slice(0, 8);
  if (start === '') return 'unknown';
  if (start.startsWith('{') || start.startsWith('[')) return 'json';
  if (start.startsWith(':')) return 'sse';
  const word = /^[a-z]*/.exec(start)?.[0] ?? '';
  if (FIELDS.includes(word) && start.length > word.length) return start[word.length] === ':' ? 'sse' : 'other';
  return word === start && FIELDS.some((field) => field.startsWith(word)) ? 'unknown' : 'other';
}

function readEvent(event: string | undefined, data: string): BodyItem | undefined {
  const text = data.trim();
  if (text === '') return undefined;
  if (text === '[DONE]') return { type: 'done' };
  const frame = parseJson(text);
  if (event === 'error') return { type: 'error', error: readErrorText(text, 'error') };
  const error = findFrameError(frame);
  if (error) return { type: 'error', error };
  return frame === undefined ? { type: 'broken', text } : { type: 'frame', frame };
}

function readWhole(text: string): BodyItem[] {
  const frame = parseJson(text);
  if (frame === undefined) return [{ type: 'broken', text }];
  const error = findFrameError(frame);
  return [error ? { type: 'error', error } : { type: 'whole', frame }];
}

/** An error in place of a completion. Only what has no `choices` with content may be one: a completion may carry `error: null`. */
function findFrameError(frame: unknown): ErrorText | undefined {
  const value: unknown = Array.isArray(frame) ? frame[0] : frame;
  if (typeof value !== 'object' || value === null) return undefined;
  const hasError = 'error' in value && Boolean(value.error);
  const isFlat = !('choices' in value) && ('statusCode' in value || ('message' in value && !('object' in value)) || 'detail' in value);
  return hasError || isFlat ? (findError(value) ?? { message: 'error' }) : undefined;
}
