import type { ChatEvent, ChatRequest, Server } from '~/lib/api/types';
import { Masking } from '~/lib/masking/masking';
import { requireSettings } from '~/lib/storage/settings';
import type { ApiClient, AskOptions } from '../platform';
import { maskMessages } from './mask-messages';

/**
 * The client of the server through which all texts pass: where the reader wants it, personal data is masked before it leaves, and
 * answers come with the originals again. Whoever asks knows of the originals only, and need not know of this.
 */
export function maskApi(api: ApiClient): ApiClient {
  const { beyondLimit } = api;
  // What holds no text (lists, balance) is asked of the client itself; speech is masked where its text is known (`clip-maker.ts`).
  return Object.assign(Object.create(api) as ApiClient, {
    ...(beyondLimit ? { beyondLimit: maskApi(beyondLimit) } : {}),

    async *streamChat(server: Server, request: ChatRequest, options: AskOptions): AsyncGenerator<ChatEvent, void> {
      if (!(await isMasking())) return yield* api.streamChat(server, request, options);
      const { messages, masking } = maskMessages(request.messages);
      options.onMasked?.(masking.masked);
      const pieces = { text: masking.unmaskPieces(), reasoning: masking.unmaskPieces() };
      const rest = function* (): Generator<ChatEvent> {
        for (const type of ['reasoning', 'text'] as const) {
          const text = pieces[type].end();
          if (text) yield { type, text };
        }
      };
      try {
        for await (const event of api.streamChat(server, { ...request, messages }, options)) {
          if (event.type !== 'text' && event.type !== 'reasoning') {
            yield* rest();
            yield event;
            continue;
          }
          const text = pieces[event.type].add(event.text);
          if (text) yield { ...event, text };
        }
      } catch (thrown) {
        // What came before it broke off is kept.
        yield* rest();
        throw thrown;
      }
      yield* rest();
    },

    async embedTexts(...[server, request, options]: Parameters<ApiClient['embedTexts']>) {
      if (!(await isMasking())) return api.embedTexts(server, request, options);
      const masking = new Masking(request.texts);
      return api.embedTexts(server, { ...request, texts: request.texts.map((text) => masking.mask(text)) }, options);
    },
  });
}

async function isMasking(): Promise<boolean> {
  return (await requireSettings()).masking.on;
}
