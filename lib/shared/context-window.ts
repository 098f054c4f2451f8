import type { Model } from './model';

/**
 * Tokens assumed when a hosted server does not tell a model's context length. Hardly any hosted chat model still
 * takes less, and a request that is too long is refused in words, so the guess costs a retry at worst.
 */
export const HOSTED_CONTEXT = 8_192;

/**
 * The same for a server on this machine. Ollama loads models with 4,096 tokens on ordinary graphics cards, whatever the
 * model could take, and silently drops what is beyond it, the instructions first
 * (https://docs.ollama.com/context-length).
 */
export const LOCAL_CONTEXT = 4_096;

/** Tokens of input and output together that fit into one request. */
export function contextWindow(model: Model | undefined, isLocal: boolean): number {
  return model?.contextLength ?? (isLocal ? LOCAL_CONTEXT : HOSTED_CONTEXT);
}
