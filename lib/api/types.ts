import type { ChatMessage, FinishReason, Usage } from '~/lib/shared/chat';
import type { WebSearch } from '~/lib/shared/web-search';
import type { ImageBytes } from './image-parts';
import type { WebCitation } from './web-citations';

/** The server a call goes to. The key is sent to this base URL and nowhere else. */
export interface Server {
  /** Normalised, e.g. `https://api.aimlapi.com/v1`. */
  baseUrl: string;
  key?: string;
}

export interface ChatRequest {
  model: string;
  messages: ChatMessage[];
  /** The files of the messages' pictures; absent when they have none. */
  images?: ImageBytes;
  /** The PDF files of the messages, base64 by id; absent when they have none. */
  files?: ReadonlyMap<string, string>;
  /** Cap of the answer in tokens (`max_tokens`, contract section 4.1). */
  maxTokens?: number;
  /** 0 to 2; left out for models that take none. */
  temperature?: number;
  /** Has the model search the web, in the way that it does. */
  webSearch?: WebSearch;
  /** Asks for JSON of this form. Servers that know none are asked without it, so the messages must say it, too. */
  responseFormat?: ResponseFormat;
}

/** Structured output (`response_format`, contract section 4.1). */
export interface ResponseFormat {
  /** Letters, digits, `_` and `-`, at most 64. */
  name: string;
  /** JSON schema that OpenAI's strict mode takes: every property required, none beside them. */
  schema: object;
}

/**
 * What a streamed completion yields. Texts come in order of arrival; `citations` and `usage` (each at most once) and `finish` (exactly
 * once, always last) follow when the answer is complete.
 */
export type ChatEvent =
  | { type: 'text'; text: string }
  | { type: 'reasoning'; text: string }
  | { type: 'citations'; citations: WebCitation[] }
  | { type: 'usage'; usage: Usage }
  | { type: 'finish'; reason: FinishReason };

export interface CallOptions {
  signal?: AbortSignal;
  /** Stand-in for the global `fetch`, for tests. */
  fetch?: typeof fetch;
  /** Milliseconds; defaults are in `limits.ts`. */
  firstByteTimeout?: number;
  idleTimeout?: number;
  /** A 429 is thrown at once: whoever asks several things at a time pauses all of them. */
  leaveRateLimit?: boolean;
  /** Milliseconds before the first retry. */
  retryDelay?: number;
}
