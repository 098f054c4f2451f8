import type { PresetId } from './settings';

/** A kind of server a reader can choose by name. Names are product names and are not translated. */
export interface Preset {
  name: string;
  baseUrl: string;
  /** Calls without a key are refused. */
  needsKey: boolean;
  /** Where a reader gets a key. */
  keyUrl?: string;
  /** Model used until the reader chooses, in order of preference (contract section 17). */
  models: readonly string[];
}

/** Default addresses as each server's own documentation gives them. */
export const PRESETS: Record<PresetId, Preset> = {
  aimlapi: {
    name: 'AI/ML API',
    baseUrl: 'https://api.aimlapi.com/v1',
    needsKey: true,
    keyUrl: 'https://aimlapi.com/app/keys',
    models: ['google/gemini-3-1-flash-lite', 'gpt-4o-mini', 'deepseek/deepseek-v4-flash'],
  },
  openai: {
    name: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    needsKey: true,
    keyUrl: 'https://platform.openai.com/api-keys',
    models: ['gpt-4o-mini'],
  },
  openrouter: {
    name: 'OpenRouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    needsKey: true,
    keyUrl: 'https://openrouter.ai/keys',
    models: ['openrouter/auto'],
  },
  ollama: { name: 'Ollama', baseUrl: 'http://localhost:11434/v1', needsKey: false, models: [] },
  lmstudio: { name: 'LM Studio', baseUrl: 'http://localhost:1234/v1', needsKey: false, models: [] },
  llamacpp: { name: 'llama.cpp', baseUrl: 'http://localhost:8080/v1', needsKey: false, models: [] },
  other: { name: '', baseUrl: '', needsKey: false, models: [] },
};
