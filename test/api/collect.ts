import type { AppError } from '~/lib/shared/app-error';
import { toAppError } from '~/lib/shared/app-error';
import type { ChatMessage, FinishReason, Usage } from '~/lib/shared/chat';
import { streamChat } from '~/lib/api/stream-chat';
import type { CallOptions, ChatEvent, ChatRequest, Server } from '~/lib/api/types';

/** A whole answer, with texts joined: how they were cut is the network's affair. */
export interface Collected {
  text: string;
  reasoning: string;
  usage?: Usage;
  finish?: FinishReason;
  error?: AppError;
}

/** Everything a stream yields, and the error it ends with. */
export async function collect(stream: AsyncGenerator<ChatEvent, void>): Promise<Collected> {
  const result: Collected = { text: '', reasoning: '' };
  try {
    for await (const event of stream) {
      if (result.finish) throw new Error('an event after finish');
      if (event.type === 'text' || event.type === 'reasoning') result[event.type] += event.text;
      else if (event.type === 'usage') result.usage = event.usage;
      else if (event.type === 'finish') result.finish = event.reason;
    }
  } catch (thrown) {
    result.error = toAppError(thrown);
  }
  return result;
}

export const MESSAGES: ChatMessage[] = [
  { role: 'system', content: 'Summarize.' },
  { role: 'user', content: 'The lighthouse of Alexandria was one of the seven wonders.' },
];

/** One request to a server, with retries that do not wait. */
export function ask(server: Server, request: Partial<ChatRequest> = {}, options: CallOptions = {}): Promise<Collected> {
  return collect(streamChat(server, { model: 'gpt-4o-mini', messages: MESSAGES, maxTokens: 500, ...request }, { retryDelay: 1, ...options }));
}

/** A `fetch` that answers with the given body, in the given network chunks. */
export function respond(chunks: Uint8Array[], init: ResponseInit = {}): typeof fetch {
  return () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk);
        controller.close();
      },
    });
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' }, ...init }));
  };
}

const encoder = new TextEncoder();
const ANYWHERE: Server = { baseUrl: 'https://server.example/v1', key: 'test-key' };

/** What the client makes of a body, given as text or as network chunks. */
export function readWire(body: string | Uint8Array[], init: ResponseInit = {}): Promise<Collected> {
  const chunks = typeof body === 'string' ? [encoder.encode(body)] : body;
  return ask(ANYWHERE, {}, { fetch: respond(chunks, init) });
}
