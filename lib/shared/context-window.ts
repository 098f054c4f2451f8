import type { Model } from './model';

/**
 * Tokens assumed when a hosted server does not tell a model's context length. Nearly every hosted chat model takes more;
 * one that takes less refuses in words, and the request is made again with less of the page.
 */
export const HOSTED_CONTEXT = 32_000;

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
