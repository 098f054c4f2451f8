import { createHash } from 'node:crypto';

/** A model as the catalogue lists it. */
export interface Entry {
  id: string;
  name: string;
  developer: string;
  contextLength?: number;
  vision?: boolean;
  type?: string;
  aliases?: string[];
  capabilities?: string[];
  tags?: string[];
}

/** A catalogue like the real one in little: chat models with and without pictures, and models that do not chat. */
const ENTRIES: Entry[] = [
  { id: 'google/gemini-3-1-flash-lite', name: 'Gemini 3.1 Flash Lite', developer: 'Google', contextLength: 1_050_000, vision: true },
  { id: 'gpt-4o-mini', name: 'GPT 4o mini', developer: 'Open AI', contextLength: 128_000, vision: true, aliases: ['openai/gpt-4o-mini'] },
  { id: 'deepseek/deepseek-v4-flash', name: 'DeepSeek V4 Flash', developer: 'DeepSeek', contextLength: 1_000_000 },
  { id: 'test/small', name: 'Small context', developer: 'Test', contextLength: 2_048 },
  { id: 'test/rate=200', name: '200 tokens a second', developer: 'Test', contextLength: 128_000 },
  { id: 'inworld/tts-1-5-mini', name: 'TTS 1.5 mini', developer: 'Inworld', type: 'internal/tts' },
  { id: 'openai/gpt-4o-mini-tts', name: 'GPT 4o mini TTS', developer: 'Open AI', type: 'internal/tts' },
  { id: 'deepgram/aura-2', name: 'Aura 2', developer: 'Deepgram', type: 'internal/tts' },
  { id: 'text-embedding-3-small', name: 'Text Embedding 3 Small', developer: 'Open AI', contextLength: 8_000, type: 'openai/embeddings' },
  { id: 'flux/schnell', name: 'Flux Schnell', developer: 'Black Forest Labs', type: 'openai/image-generations' },
];

const INCLUDABLE = ['pricing', 'modalities', 'capabilities'];

/** The reply of `GET /v1/models` with its ETag (contract section 3.1). */
export function listCatalogue(query: URLSearchParams, more: readonly Entry[] = []): { body: string; etag: string } {
  const asked = query.getAll('include').flatMap((value) => value.split(','));
  const all = asked.includes('all') || ['1', 'true'].includes(query.get('details') ?? '');
  const wanted = new Set(INCLUDABLE.filter((name) => all || asked.includes(name)));
  const body = JSON.stringify({ object: 'list', data: [...ENTRIES, ...more].map((entry) => toItem(entry, wanted)) });
  return { body, etag: `"${createHash('sha1').update(body).digest('hex')}"` };
}

function toItem(entry: Entry, wanted: Set<string>): object {
  const { id, name, developer, contextLength, vision = false, type = 'openai/chat-completions', aliases = [], capabilities = [], tags = [] } = entry;
  const chat = type === 'openai/chat-completions';
  return {
    id,
    aliases,
    type,
    info: { name, developer, url: '', ...(contextLength ? { contextLength } : {}) },
    tags: [...(chat ? ['playground:chat'] : []), ...tags],
    ...(wanted.has('modalities') ? { modalities: { input: [...(vision ? ['image'] : []), 'text', ...(capabilities.includes('file_input') ? ['file'] : [])], output: chat ? ['text'] : ['other'] } } : {}),
    ...(wanted.has('capabilities') ? { capabilities: chat ? ['streaming', ...(vision ? ['vision'] : []), ...capabilities] : [] } : {}),
    ...(wanted.has('pricing')
      ? { pricing: { kind: 'fixed', currency: 'USD', units: [
          { name: 'token', measure: 'input', price: 0.1, per: 1_000_000 }, { name: 'token', measure: 'output', price: 0.4, per: 1_000_000 },
        ] } }
      : {}),
  };
}

/** Account replies by path (contract section 13). */
export const ACCOUNT: Record<string, object> = {
  '/v2/billing': { current_balance: 12.34, currency: 'USD' },
  '/v1/billing/balance': { balance: 24_680_000, lowBalance: false, lowBalanceThreshold: 10_000, status: 'current' },
};
