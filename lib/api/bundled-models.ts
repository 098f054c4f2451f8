import { bareModelName } from '~/lib/shared/bare-model-name';
import type { Model } from '~/lib/shared/model';

/** Id, name, developer, context length in thousands of tokens, takes pictures, alias. */
type Row = readonly [id: string, name: string, developer: string, context: number, vision: boolean, alias?: string];

/** Chat models of AI/ML API as its documentation listed them in August 2026; rounded down. Ids change monthly. */
const ROWS: readonly Row[] = [
  ['google/gemini-3-1-flash-lite', 'Gemini 3.1 Flash Lite', 'Google', 1050, true],
  ['google/gemini-3-5-flash-lite', 'Gemini 3.5 Flash Lite', 'Google', 1048, true, 'google/gemini-3.5-flash-lite'],
  ['google/gemini-3-5-flash', 'Gemini 3.5 Flash', 'Google', 1000, true],
  ['google/gemini-3-7-flash', 'Gemini 3.7 Flash', 'Google', 1048, true],
  ['google/gemini-2.5-flash', 'Gemini 2.5 Flash', 'Google', 1000, true],
  ['google/gemini-2.5-flash-lite-preview', 'Gemini 2.5 Flash Lite Preview', 'Google', 1000, true],
  ['google/gemini-2.5-pro', 'Gemini 2.5 Pro', 'Google', 1000, true],
  ['google/gemma-3-27b-it', 'Gemma 3 27B', 'Google', 128, true],
  ['google/gemma-3-4b-it', 'Gemma 3 4B', 'Google', 128, true],
  ['google/gemma-4-31b-it', 'Gemma 4 31B', 'Google', 262, true],
  ['openai/gpt-4o', 'GPT-4o', 'OpenAI', 128, true, 'gpt-4o'],
  ['gpt-4o-mini', 'GPT-4o mini', 'OpenAI', 128, true],
  ['openai/gpt-4.1-nano-2025-04-14', 'GPT-4.1 nano', 'OpenAI', 1000, true],
  ['openai/gpt-4.1-mini-2025-04-14', 'GPT-4.1 mini', 'OpenAI', 1000, true],
  ['openai/gpt-4.1-2025-04-14', 'GPT-4.1', 'OpenAI', 1000, true],
  ['openai/gpt-5-nano-2025-08-07', 'GPT-5 nano', 'OpenAI', 400, true],
  ['openai/gpt-5-mini-2025-08-07', 'GPT-5 mini', 'OpenAI', 400, true],
  ['openai/gpt-5-2', 'GPT-5.2', 'OpenAI', 400, true],
  ['openai/gpt-5-5', 'GPT-5.5', 'OpenAI', 1000, true],
  ['alibaba/qwen3.5-omni-flash', 'Qwen 3.5 Omni Flash', 'Alibaba Cloud', 256, true],
  ['alibaba/qwen3.5-flash', 'Qwen 3.5 Flash', 'Alibaba Cloud', 262, true],
  ['alibaba/qwen3-vl-32b-instruct', 'Qwen 3 VL 32B', 'Alibaba Cloud', 126, true],
  ['bytedance/dola-seed-2-0-mini', 'Dola Seed 2.0 Mini', 'ByteDance', 256, true],
  ['x-ai/grok-4-1-fast-non-reasoning', 'Grok 4.1 Fast', 'xAI', 2000, true],
  ['stepfun/step-3.7-flash', 'Step 3.7 Flash', 'StepFun', 256, true],
  ['moonshot/kimi-k2-5', 'Kimi K2.5', 'Moonshot', 262, true],
  ['anthropic/claude-haiku-4.5', 'Claude Haiku 4.5', 'Anthropic', 200, true],
  ['anthropic/claude-sonnet-4.6', 'Claude Sonnet 4.6', 'Anthropic', 200, true],
  ['anthropic/claude-sonnet-5', 'Claude Sonnet 5', 'Anthropic', 1000, true],
  ['anthropic/claude-fable-latest', 'Claude Fable', 'Anthropic', 1000, true],
  ['mistralai/mistral-small-2603', 'Mistral Small 2603', 'Mistral AI', 262, false],
  ['amazon/nova-lite-v1', 'Nova Lite', 'Amazon', 300, false],
  ['deepseek/deepseek-v4-flash', 'DeepSeek V4 Flash', 'DeepSeek', 1000, false],
  ['deepseek/deepseek-chat-v3.1', 'DeepSeek V3.1', 'DeepSeek', 128, false],
  ['meta-llama/Llama-3.3-70B-Instruct-Turbo', 'Llama 3.3 70B Turbo', 'Meta', 128, false],
  ['mistralai/mistral-nemo', 'Mistral Nemo', 'Mistral AI', 128, false],
  ['nvidia/nemotron-3-nano-30b-a3b', 'Nemotron 3 Nano 30B', 'NVIDIA', 1000, false],
  ['openai/gpt-oss-20b', 'GPT-OSS 20B', 'OpenAI', 128, false],
  ['zhipu/glm-4.7', 'GLM 4.7', 'Zhipu', 200, false],
  ['meituan/longcat-2.0', 'LongCat 2.0', 'Meituan', 1000, false],
  ['alibaba/qwen3.6-flash', 'Qwen 3.6 Flash', 'Alibaba Cloud', 1000, false],
];

/** What a picker offers while AI/ML API's own list cannot be had. Other servers have other models. */
export const BUNDLED_MODELS: readonly Model[] = ROWS.map(([id, name, developer, context, vision, alias]) => ({
  id,
  aliases: alias === undefined ? [] : [alias],
  name,
  developer,
  contextLength: context * 1_000,
  vision,
  chat: true,
}));

const BY_NAME = new Map(BUNDLED_MODELS.flatMap((model) => [model.id, ...model.aliases].map((id) => [bareModelName(id).toLowerCase(), model] as const)));

/** The same model as another server names it: `gpt-4.1-mini` for `openai/gpt-4.1-mini-2025-04-14`. */
export function findBundled(id: string): Model | undefined {
  return BY_NAME.get(bareModelName(id).toLowerCase());
}
