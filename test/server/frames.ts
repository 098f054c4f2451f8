import type { Behaviour } from './behaviour.ts';
import type { ChatBody } from './refusals.ts';
import { countPrompt, toTokens, writeAnswer, writeTokens } from './write-answer.ts';

/** US dollars for one token; the stand-in's prices are invented. */
const USD = 0.000_000_4;

/** Everything an answer says, before it becomes a stream or one JSON value. */
export interface Reply {
  body: ChatBody;
  tokens: string[];
  reasoning: string[];
  finish: string;
  fault: string;
  found: NonNullable<Behaviour['found']>;
}

const FINISH: Record<string, string> = {
  length: 'length', 'reasoning-only': 'length', filtered: 'content_filter', 'filtered-empty': 'content_filter',
};

/** What is said to `body` under `behaviour`. */
export function planReply(body: ChatBody, behaviour: Behaviour): Reply {
  const fault = behaviour.fault ?? '';
  const silent = ['empty-answer', 'reasoning-only', 'filtered-empty'].includes(fault);
  let tokens = silent ? [] : behaviour.tokens === undefined ? toTokens(behaviour.text ?? writeAnswer(body)) : writeTokens(behaviour.tokens);
  if (fault === 'think-tag') tokens = ['<th', 'ink>', 'Let me ', 'see.</thi', 'nk>\n\n', ...tokens];
  const thinks = ['qwen', 'openrouter', 'reasoning-only'].includes(fault);
  return { body, tokens, reasoning: thinks ? ['Let me ', 'think.'] : [], finish: FINISH[fault] ?? 'stop', fault, found: body.search_mode || body.enable_search ? (behaviour.found ?? []) : [] };
}

const head = (body: ChatBody, id = 'chatcmpl-test') => ({ id, object: 'chat.completion.chunk', created: 1_790_000_000, model: `provider/${body.model}` });

function chunk(reply: Reply, delta: object, more: object = {}): object {
  // Claude: no id after the first chunk, the role in every delta (contract section 4.7).
  const claude = reply.fault === 'claude';
  const said = claude ? { role: 'assistant', ...delta } : delta;
  return { ...head(reply.body, claude ? '' : undefined), choices: [{ index: 0, delta: said, finish_reason: null }], usage: null, ...searchOf(reply), ...more };
}

/** What was found, as Perplexity tells it in every frame (contract section 11). */
function searchOf({ found }: Reply): object {
  return found.length > 0 ? { citations: found.map(({ url }) => url), search_results: found } : {};
}

function usageOf(reply: Reply): object {
  const prompt = countPrompt(reply.body);
  const completion = reply.tokens.length + reply.reasoning.length;
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: null,
    completion_tokens_details: { reasoning_tokens: reply.reasoning.length },
  };
}

function metaOf(reply: Reply): object {
  const usd = (countPrompt(reply.body) + reply.tokens.length) * USD;
  return { usage: { credits_used: Math.round(usd * 2_000_000), usd_spent: usd } };
}

/** The frames before, for each token, and after the text of a stream (contract section 4.7). */
export function openingFrames(reply: Reply): object[] {
  const spelling = reply.fault === 'openrouter' ? 'reasoning' : 'reasoning_content';
  const opening = { ...head(reply.body), choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }], usage: null };
  return [opening, ...reply.reasoning.map((text) => chunk(reply, { content: null, [spelling]: text }))];
}

export function tokenFrame(reply: Reply, token: string): object {
  return chunk(reply, { content: token, ...(reply.fault === 'qwen' ? { reasoning_content: null } : {}) }, reply.fault === '' ? { obfuscation: 'x7' } : {});
}

export function closingFrames(reply: Reply): object[] {
  const end = [{ index: 0, delta: {}, finish_reason: reply.finish }];
  if (reply.fault === 'claude') {
    return [
      { ...head(reply.body, ''), choices: end, usage: usageOf(reply) },
      { ...head(reply.body, ''), choices: [{ index: 0, finish_reason: 'stop' }], usage: null },
    ];
  }
  const counts = reply.body.stream_options?.include_usage ? [{ ...head(reply.body), choices: [], usage: usageOf(reply) }] : [];
  return [{ ...head(reply.body), choices: end, usage: null }, ...counts, { meta: metaOf(reply) }];
}

/** The same as one JSON value (contract section 4.5). */
export function toCompletion(reply: Reply): { json: object; headers: Record<string, string> } {
  const meta = metaOf(reply) as { usage: { credits_used: number; usd_spent: number } };
  const message = { role: 'assistant', content: reply.tokens.join(''), refusal: null, annotations: [], tool_calls: null };
  const json = {
    ...head(reply.body),
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: reply.finish, logprobs: null, message }],
    usage: usageOf(reply),
    meta,
    ...searchOf(reply),
  };
  const headers = { 'x-aimlapi-credits-used': String(meta.usage.credits_used), 'x-aimlapi-usd-spent': String(meta.usage.usd_spent) };
  return { json, headers };
}
