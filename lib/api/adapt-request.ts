import type { ChatMessage } from '~/lib/shared/chat';
import type { WebSearch } from '~/lib/shared/web-search';
import { hasOneShape, initialShape, otherShape, type PartShape, toWire } from './image-parts';
import type { ChatRequest, ResponseFormat } from './types';

/** How a request is bent to what a server takes. Each change is made at most once. */
export interface Adaptation {
  /** The system message becomes the beginning of the first user message. */
  foldSystem: boolean;
  /** Field for the cap of the answer; `none` leaves it out. */
  cap: 'max_tokens' | 'max_completion_tokens' | 'none';
  /** Asks for the count of tokens. */
  streamOptions: boolean;
  /** Sends the temperature that the request asks for. */
  temperature: boolean;
  /** How JSON is asked for. */
  format: 'json_schema' | 'json_object' | 'none';
  /** How pictures are written. */
  parts: PartShape;
  /** There is another way, and it was not tried yet. */
  mayChangeParts: boolean;
}

/** Models whose schema at AI/ML API has no system role, by the last part of their id (contract section 4.2). */
const WITHOUT_SYSTEM = new Set([
  'gemma-3-4b-it', 'gemma-3-12b-it', 'gemma-3n-e4b-it', 'claude-haiku-4.5', 'claude-sonnet-4.5', 'claude-sonnet-4.6',
  'claude-opus-4.1', 'claude-opus-4-5', 'claude-opus-4-6', 'claude-opus-4-7', 'o1-mini', 'o1-preview',
  'qwen3-omni-30b-a3b-captioner',
]);

/** Models whose schema at AI/ML API has no `response_format`, likewise; all of Anthropic's among them. */
const WITHOUT_FORMAT = /claude|^(?:gemma-3-4b-it|grok-4-1-fast-non-reasoning|Llama-3\.3-70B-Instruct-Turbo)$/;

/** Models that take no temperature, or only their own, on every server (contract section 4.1). */
const WITHOUT_TEMPERATURE = /^(?:gpt-5(?:-mini|-nano|-5)?|gpt-latest|o[134](?:-.+)?|claude-(?:sonnet-5|opus-5|fable).*|glm-4\.7)(?:-\d{4}-\d{2}-\d{2})?$/;

/** Where a conversation with this model begins. Elsewhere than at AI/ML API the same models do take a system role. */
export function initialAdaptation(host: string, model: string): Adaptation {
  const name = model.slice(model.lastIndexOf('/') + 1);
  return {
    foldSystem: host === 'api.aimlapi.com' && WITHOUT_SYSTEM.has(name),
    cap: 'max_tokens',
    streamOptions: true,
    temperature: !WITHOUT_TEMPERATURE.test(name),
    format: host === 'api.aimlapi.com' && WITHOUT_FORMAT.test(name) ? 'none' : 'json_schema',
    parts: initialShape(host, model),
    mayChangeParts: !hasOneShape(host),
  };
}

/** Contract section 11: Perplexity's default is to search scholarly works only. */
const WEB_SEARCH = {
  search_mode: { search_mode: 'web' },
  enable_search: { enable_search: true, search_options: { enable_source: true } },
} satisfies Record<WebSearch, object>;

/** The smallest body that does the job (contract section 4.1): whether unknown fields are ignored is not documented. */
export function buildBody(request: ChatRequest, adaptation: Adaptation): Record<string, unknown> {
  const messages = adaptation.foldSystem ? foldSystem(request.messages) : request.messages;
  return {
    model: request.model,
    messages: toWire(messages, adaptation.parts, request),
    stream: true,
    ...(adaptation.streamOptions ? { stream_options: { include_usage: true } } : {}),
    ...(request.webSearch ? WEB_SEARCH[request.webSearch] : {}),
    ...(request.temperature !== undefined && adaptation.temperature ? { temperature: request.temperature } : {}),
    ...(request.responseFormat ? writeFormat(request.responseFormat, adaptation.format) : {}),
    ...(request.maxTokens !== undefined && adaptation.cap !== 'none' ? { [adaptation.cap]: request.maxTokens } : {}),
  };
}

function writeFormat({ name, schema }: ResponseFormat, format: Adaptation['format']): object {
  if (format === 'none') return {};
  return { response_format: format === 'json_object' ? { type: format } : { type: format, json_schema: { name, strict: true, schema } } };
}

/** The messages without system role: its words lead the first user message. */
export function foldSystem(messages: ChatMessage[]): ChatMessage[] {
  const words = messages.filter(({ role }) => role === 'system').map(({ content }) => content).join('\n\n');
  const others = messages.filter(({ role }) => role !== 'system');
  if (!words) return others;
  const first = others.findIndex(({ role }) => role === 'user');
  if (first < 0) return [{ role: 'user', content: words }, ...others];
  return others.map((message, i) => (i === first ? { ...message, content: `${words}\n\n${message.content}` } : message));
}

/** Wordings of AI/ML API, Google, and of the chat templates that llama.cpp, Ollama and LM Studio run. */
const SYSTEM_REFUSED = /['"`]?system['"`]?[- ](?:role|message|prompt|instruction)|role.{0,40}\bsystem\b|developer instruction|roles must alternate/i;

/** Wordings of AI/ML API, OpenAI, DeepSeek, LM Studio, vLLM, and of grammars that llama.cpp cannot make of a schema. */
const FORMAT_REFUSED = /response[_ ]format|json[_ ](?:schema|object|mode)|structured[_ ]outputs?|guided[_ ]json|\bgrammar\b/i;
const NEXT_FORMAT = { json_schema: 'json_object', json_object: 'none' } as const;

/**
 * The change that a refusal (400, 422, or a local server's 500) asks for; `undefined` when it names nothing that could be left
 * out, or what it names was already changed.
 */
export function adapt(words: string, request: ChatRequest, now: Adaptation): Adaptation | undefined {
  if (SYSTEM_REFUSED.test(words) && !now.foldSystem && request.messages.some(({ role }) => role === 'system')) {
    return { ...now, foldSystem: true };
  }
  if (/stream_options|include_usage/.test(words) && now.streamOptions) return { ...now, streamOptions: false };
  if (request.responseFormat && now.format !== 'none' && FORMAT_REFUSED.test(words)) return { ...now, format: NEXT_FORMAT[now.format] };
  if (request.temperature !== undefined && now.temperature && /temperature/i.test(words)) return { ...now, temperature: false };
  if (request.maxTokens === undefined || !/max_(?:completion_)?tokens/.test(words)) return undefined;
  if (now.cap === 'max_tokens' && !isAboutSize(words)) return { ...now, cap: 'max_completion_tokens' };
  return now.cap === 'none' ? undefined : { ...now, cap: 'none' };
}

/** The change of how pictures are written that a refusal (400, 422) may ask for; `undefined` when it cannot be about that. */
export function adaptParts(words: string, { messages }: ChatRequest, now: Adaptation): Adaptation | undefined {
  const parts = now.mayChangeParts ? otherShape(words, now.parts, messages) : undefined;
  return parts && { ...now, parts, mayChangeParts: false };
}

/** The field is known but its value is not to the server's liking: the other name would not help. */
function isAboutSize(words: string): boolean {
  return /too (?:large|big|high)|at most|less than|maximum value|<=/i.test(words) && !/max_completion_tokens['"`]? instead/i.test(words);
}
