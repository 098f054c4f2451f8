import type { FinishReason, Usage } from '~/lib/shared/chat';
import { z } from '~/lib/shared/zod';

/** Tolerant: a field of another type than expected counts as absent, so that an odd extra never costs the answer. */
const text = z.catch(z.nullish(z.string()), undefined);
const count = z.catch(z.nullish(z.number()), undefined);
const amount = z.catch(z.nullish(z.union([z.number(), z.string()])), undefined);

/** Mistral's reasoning models stream `content` as parts; see contract section 4.2 for the parts of requests. */
const Part = z.looseObject({ type: text, text, thinking: z.catch(z.nullish(z.array(z.looseObject({ text }))), undefined) });
const content = z.catch(z.nullish(z.union([z.string(), z.array(Part)])), undefined);

const Delta = z.looseObject({ content, reasoning_content: text, reasoning: text, refusal: text });
type Delta = z.infer<typeof Delta>;
const delta = z.catch(z.nullish(Delta), undefined);

const UsageBody = z.looseObject({
  prompt_tokens: count,
  completion_tokens: count,
  // Claude's names, contract section 4.7
  input_tokens: count,
  output_tokens: count,
  completion_tokens_details: z.catch(z.nullish(z.looseObject({ reasoning_tokens: count })), undefined),
  // OpenRouter: US dollars
  cost: count,
});

/** One `chat.completion.chunk`, or a whole `chat.completion` (`message` in place of `delta`); contract 4.5 and 4.7. */
const Chunk = z.looseObject({
  choices: z.catch(
    z.nullish(z.array(z.looseObject({ delta, message: delta, text, finish_reason: text }))),
    undefined,
  ),
  usage: z.catch(z.nullish(UsageBody), undefined),
  meta: z.catch(z.nullish(z.looseObject({ usage: z.catch(z.nullish(z.looseObject({ usd_spent: amount })), undefined) })), undefined),
});

/** What one frame brings, whatever its spelling. */
export interface ChunkContent {
  text: string;
  reasoning: string;
  refusal: string;
  /** The server's word, e.g. `stop`; see `toFinishReason`. */
  finish?: string;
  usage?: Usage;
  /** Usage and cost come in frames without any choice. */
  hasChoice: boolean;
  /** Whether it looks like a completion at all, not like some other JSON. */
  known: boolean;
}

/**
 * Reads one frame, or one whole completion; `undefined` when the value is no object. Perplexity adds an empty `delta` to
 * whole completions and the text so far as `message` to frames, so each is taken where it belongs.
 */
export function readChunk(value: unknown, isWhole: boolean): ChunkContent | undefined {
  const parsed = Chunk.safeParse(value);
  if (!parsed.success) return undefined;
  const { choices, usage, meta } = parsed.data;
  const choice = choices?.[0];
  const said = isWhole ? (choice?.message ?? choice?.delta) : (choice?.delta ?? choice?.message);
  const parts = splitContent(said?.content);
  const counted = readUsage(usage, meta?.usage?.usd_spent);
  return {
    text: parts.text || (choice?.text ?? ''),
    reasoning: parts.reasoning || said?.reasoning_content || said?.reasoning || '',
    refusal: said?.refusal ?? '',
    hasChoice: choice !== undefined,
    known: Boolean(choices ?? usage ?? meta),
    ...(choice?.finish_reason ? { finish: choice.finish_reason } : {}),
    ...(counted ? { usage: counted } : {}),
  };
}

function splitContent(value: Delta['content']): { text: string; reasoning: string } {
  if (!Array.isArray(value)) return { text: value ?? '', reasoning: '' };
  return {
    text: value.map((part) => part.text ?? '').join(''),
    reasoning: value.flatMap((part) => part.thinking ?? []).map((part) => part.text ?? '').join(''),
  };
}

function readUsage(body: z.infer<typeof UsageBody> | null | undefined, spent: number | string | null | undefined): Usage | undefined {
  const usage: Usage = {};
  const prompt = body?.prompt_tokens ?? body?.input_tokens;
  const completion = body?.completion_tokens ?? body?.output_tokens;
  const reasoning = body?.completion_tokens_details?.reasoning_tokens;
  const usd = toUsd(spent) ?? body?.cost ?? undefined;
  if (prompt != null) usage.promptTokens = prompt;
  if (completion != null) usage.completionTokens = completion;
  if (reasoning != null) usage.reasoningTokens = reasoning;
  if (usd !== undefined) usage.usd = usd;
  return Object.keys(usage).length > 0 ? usage : undefined;
}

/** US dollars from a number or a decimal string (header `x-aimlapi-usd-spent`, contract section 1). */
export function toUsd(value: number | string | null | undefined): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** Contract section 4.5: what is not about length or filtering is a normal end. */
export function toFinishReason(word: string): FinishReason {
  if (word === 'length' || word === 'max_tokens') return 'length';
  return word === 'content_filter' ? 'filtered' : 'stop';
}
