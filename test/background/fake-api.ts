import type { ChatEvent, ChatRequest, Server } from '~/lib/api/types';
import type { ApiClient } from '~/lib/background/platform';
import type { Model } from '~/lib/shared/model';

/** One request that the background sent, answered by the test piece by piece. */
export class FakeAnswer {
  readonly server: Server;
  readonly request: ChatRequest;
  readonly signal: AbortSignal | undefined;
  readonly #steps: (ChatEvent | Error | 'end')[] = [];
  #wake = () => {};

  constructor(server: Server, request: ChatRequest, signal: AbortSignal | undefined) {
    this.server = server;
    this.request = request;
    this.signal = signal;
    signal?.addEventListener('abort', () => this.#wake());
  }

  text(text: string): this {
    return this.#add({ type: 'text', text });
  }

  reasoning(text: string): this {
    return this.#add({ type: 'reasoning', text });
  }

  citations(citations: Extract<ChatEvent, { type: 'citations' }>['citations']): this {
    return this.#add({ type: 'citations', citations });
  }

  finish(reason: 'stop' | 'length' | 'filtered' = 'stop', usage?: Extract<ChatEvent, { type: 'usage' }>['usage']): void {
    if (usage) this.#add({ type: 'usage', usage });
    this.#add({ type: 'finish', reason }).#add('end');
  }

  fail(error: Error): void {
    this.#add(error);
  }

  #add(step: ChatEvent | Error | 'end'): this {
    this.#steps.push(step);
    this.#wake();
    return this;
  }

  async *stream(): AsyncGenerator<ChatEvent> {
    for (;;) {
      this.signal?.throwIfAborted();
      const step = this.#steps.shift();
      if (step === 'end') return;
      if (step instanceof Error) throw step;
      if (step) yield step;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

export function makeModel(id: string, about: Partial<Model> = {}): Model {
  return { id, aliases: [], name: id, chat: true, ...about };
}

export class FakeApi implements ApiClient {
  readonly answers: FakeAnswer[] = [];
  bundledModels: readonly Model[] = [makeModel('google/gemini-3-1-flash-lite', { contextLength: 100_000 })];
  describeRequest: ApiClient['describeRequest'] = (_server, { model, messages, maxTokens }) => ({ model, messages, max_tokens: maxTokens });
  embedTexts: ApiClient['embedTexts'] = async () => { throw new Error('no vectors here'); };
  recognizeText: ApiClient['recognizeText'] = async () => { throw new Error('nothing reads pictures here'); };
  listModels: ApiClient['listModels'] = async () => ({ models: [...this.bundledModels] });
  getBalance: ApiClient['getBalance'] = async () => undefined;
  bundledSpeechModels: readonly Model[] = [makeModel('openai/tts-1', { chat: false, speech: true })];
  synthesizeSpeech: ApiClient['synthesizeSpeech'] = async () => { throw new Error('nothing speaks here'); };
  listVoices: ApiClient['listVoices'] = async () => [];

  streamChat: ApiClient['streamChat'] = (server, request, { signal }) => {
    const answer = new FakeAnswer(server, request, signal);
    this.answers.push(answer);
    return answer.stream();
  };
}
