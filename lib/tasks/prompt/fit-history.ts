import type { ChatMessage } from '~/lib/shared/chat';
import { estimateTokens } from '~/lib/shared/tokens';

/** Tokens of earlier conversation that are sent again at most; older turns are left out. */
const HISTORY_TOKENS = 4_000;

/** The latest turns that fit into `maxTokens` (and into what is ever sent again), oldest first. */
export function fitHistory(history: ChatMessage[], maxTokens = Infinity): ChatMessage[] {
  let left = Math.min(HISTORY_TOKENS, maxTokens);
  let start = history.length;
  while (start > 0 && (left -= estimateTokens(history[start - 1]?.content ?? '')) >= 0) start--;
  return history.slice(start).filter(({ role, content }) => role !== 'system' && content.trim());
}
