import { isGuardModel } from '~/lib/shared/guard-models';
import type { Model } from '~/lib/shared/model';
import { z } from '~/lib/shared/zod';
import { readPrice, readSpeechPrice } from './read-price';
import { knownFamily } from './speech/families';

const text = z.catch(z.nullish(z.string()), undefined);
const words = z.catch(z.nullish(z.array(z.string())), undefined);
const count = z.catch(z.nullish(z.number().check(z.positive())), undefined);
const flag = z.catch(z.nullish(z.boolean()), undefined);
const loose = <S extends Parameters<typeof z.looseObject>[0]>(shape: S) => z.catch(z.nullish(z.looseObject(shape)), undefined);

/**
 * One entry of a model list, in every spelling seen: AI/ML API now and before August 2026 (contract section 3.1),
 * OpenAI, OpenRouter, Mistral, Groq, Together, vLLM, llama.cpp, LM Studio and Ollama. A field of another type counts as
 * absent.
 */
const Entry = z.looseObject({
  id: text,
  aliases: words,
  type: text,
  name: text,
  display_name: text,
  model: text,
  owned_by: text,
  organization: text,
  info: loose({ name: text, developer: text, contextLength: count, maxTokens: count, outputMax: count }),
  features: words,
  modalities: loose({ input: words, output: words }),
  // Mistral gives an object of booleans, AI/ML API a list of words
  capabilities: z.catch(z.nullish(z.union([z.array(z.string()), z.record(z.string(), z.unknown())])), undefined),
  architecture: loose({ input_modalities: words, output_modalities: words }),
  pricing: z.optional(z.unknown()),
  // Context length: OpenRouter and Together, Groq, Mistral and LM Studio, LM Studio (as loaded), vLLM, llama.cpp
  context_length: count,
  context_window: count,
  max_context_length: count,
  loaded_context_length: count,
  max_model_len: count,
  meta: loose({ n_ctx: count, n_ctx_train: count }),
  // Longest answer: OpenRouter, Groq
  top_provider: loose({ context_length: count, max_completion_tokens: count }),
  max_completion_tokens: count,
  // What else a model takes: OpenRouter
  supported_parameters: words,
  // That it will be gone: Mistral and OpenRouter (a date), others
  deprecation: text,
  expiration_date: text,
  deprecated: flag,
  tags: words,
});
type Entry = z.infer<typeof Entry>;

const List = z.looseObject({ data: z.optional(z.array(z.unknown())), models: z.optional(z.array(z.unknown())) });

/**
 * The models of a catalogue reply: a list object, a bare array, or a map from ids. Entries that are none are left out;
 * `undefined` when the reply is no catalogue at all.
 */
export function parseModels(body: unknown): Model[] | undefined {
  const entries = readEntries(body);
  if (!entries) return undefined;
  const models = new Map<string, Model>();
  for (const [key, value] of entries) {
    const parsed = Entry.safeParse(value);
    const id = parsed.success ? (parsed.data.id ?? parsed.data.model ?? key ?? parsed.data.name) : typeof value === 'string' ? (key ?? value) : key;
    if (!id || models.has(id)) continue;
    models.set(id, toModel(id, parsed.success ? parsed.data : {}));
  }
  return [...models.values()];
}

/** Pairs of the id that the place in the reply gives, if any, and the entry. */
function readEntries(body: unknown): [string | undefined, unknown][] | undefined {
  if (Array.isArray(body)) return body.map((item: unknown) => [undefined, item]);
  const list = List.safeParse(body);
  if (!list.success) return undefined;
  const items = list.data.data ?? list.data.models;
  if (items) return items.map((item) => [undefined, item]);
  // A map from ids (contract section 3.1, early 2025) has no other fields; an error or a status page does.
  const map = Object.entries(list.data);
  const looksLikeMap = !('error' in list.data || 'message' in list.data || 'object' in list.data);
  return looksLikeMap ? map : undefined;
}

function toModel(id: string, entry: Partial<Entry>): Model {
  const { info, meta, top_provider: provider } = entry;
  // LM Studio tells what a model could take even while it is not loaded; it is then loaded with far less.
  const most = /^(?:llm|vlm)$/.test(entry.type ?? '') ? undefined : entry.max_context_length;
  const contextLength = info?.contextLength ?? info?.maxTokens ?? entry.loaded_context_length ?? entry.context_length
    ?? entry.context_window ?? most ?? entry.max_model_len ?? meta?.n_ctx ?? meta?.n_ctx_train ?? provider?.context_length;
  const outputMax = info?.outputMax ?? provider?.max_completion_tokens ?? entry.max_completion_tokens;
  const developer = info?.developer ?? entry.organization ?? entry.owned_by;
  const vision = takesPictures(entry);
  const reasoning = mayReason(entry);
  const chat = answersChat(id, entry);
  const price = readPrice(entry.pricing, chat);
  const speaks = makesSpeech(id, entry);
  const speechPrice = speaks ? (readSpeechPrice(entry.pricing) ?? knownFamily(id)?.usdPerMillion) : undefined;
  return {
    id,
    aliases: entry.aliases ?? [],
    name: info?.name ?? entry.display_name ?? entry.name ?? id,
    chat,
    ...(speaks ? { speech: true } : {}),
    ...(speechPrice === undefined ? {} : { speechPrice }),
    ...(developer ? { developer } : {}),
    ...(contextLength ? { contextLength } : {}),
    ...(outputMax ? { outputMax } : {}),
    ...(vision === undefined ? {} : { vision }),
    ...(takesFiles(entry) ? { files: true } : {}),
    ...(reasoning === undefined ? {} : { reasoning }),
    ...(isDeprecated(entry) ? { deprecated: true } : {}),
    ...(price ? { price } : {}),
  };
}

function takesPictures(entry: Partial<Entry>): boolean | undefined {
  const inputs = entry.modalities?.input ?? entry.architecture?.input_modalities;
  if (inputs) return inputs.includes('image');
  if (Array.isArray(entry.capabilities)) return entry.capabilities.includes('vision');
  if (typeof entry.capabilities?.['vision'] === 'boolean') return entry.capabilities['vision'];
  return entry.type === 'vlm' ? true : undefined;
}

function takesFiles({ modalities, architecture, capabilities }: Partial<Entry>): boolean {
  const inputs = modalities?.input ?? architecture?.input_modalities ?? [];
  return inputs.includes('file') || (Array.isArray(capabilities) && capabilities.includes('file_input'));
}

/** Words for it among features, capabilities and parameters: AI/ML API's of before August 2026 (contract section 3.1), OpenRouter's, LM Studio's. */
const REASONING = /(?:^|\.)(?:reasoning|thinking|include_reasoning)$/;

function mayReason({ features, capabilities, supported_parameters: parameters }: Partial<Entry>): boolean | undefined {
  const told = Array.isArray(capabilities) ? undefined : capabilities?.['reasoning'];
  if (typeof told === 'boolean') return told;
  const listed = [...(features ?? []), ...(parameters ?? []), ...(Array.isArray(capabilities) ? capabilities : [])];
  if (listed.some((word) => REASONING.test(word))) return true;
  // A list of parameters is whole; one of capabilities is not known to be (contract section 3.1).
  return parameters ? false : undefined;
}

function isDeprecated({ deprecated, deprecation, expiration_date: expires, tags }: Partial<Entry>): boolean {
  return deprecated === true || Boolean(deprecation) || Boolean(expires) || tags?.includes('deprecated') === true;
}

/** Ids of models that do something else, on servers that list ids and nothing more (OpenAI, Ollama, LM Studio). */
const NO_CHAT = /embed|bge-|minilm|rerank|whisper|transcribe|\btts\b|-audio|realtime|moderation|guard|dall-e|image|sora|davinci|babbage|stable-diffusion|flux/i;

function answersChat(id: string, entry: Partial<Entry>): boolean {
  // Servers list guard models as ones for chat, since they are asked in the same way.
  if (isGuardModel(id)) return false;
  const outputs = entry.modalities?.output ?? entry.architecture?.output_modalities;
  if (outputs && !outputs.includes('text')) return false;
  const chat = Array.isArray(entry.capabilities) ? undefined : entry.capabilities?.['completion_chat'];
  if (typeof chat === 'boolean') return chat;
  // No closed list of types exists (contract section 3.1): chat models are the ones that say so.
  if (entry.type && entry.type !== 'model') return /chat|^(?:llm|vlm|language)$/.test(entry.type);
  if (entry.features && !entry.features.some((feature) => feature.includes('chat-completion'))) return false;
  return outputs !== undefined || !NO_CHAT.test(id);
}

/** Words for models that speak, in ids and in AI/ML API's types, of which no list exists (contract section 3.1). */
const SPEECH = /(?:^|[^a-z])(?:tts|text[-_ ]to[-_ ]speech|kokoro|piper|aura)(?:$|[^a-z])/i;

/** Music and hearing come under names of their own; a model that takes sound and gives text does not speak. */
function makesSpeech(id: string, entry: Partial<Entry>): boolean {
  if (knownFamily(id)) return true;
  const outputs = entry.modalities?.output ?? entry.architecture?.output_modalities;
  if (outputs?.includes('speech')) return true;
  if (outputs && !outputs.some((output) => output === 'audio' || output === 'other')) return false;
  return [id, entry.type ?? '', ...(entry.features ?? [])].some((word) => SPEECH.test(word));
}
