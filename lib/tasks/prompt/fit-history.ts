import type { ChatMessage } from '~/lib/shared/chat';
import { MAX_COMPARED } from '~/lib/shared/picture-limits';
import { estimateImageTokens, estimateTokens } from '~/lib/shared/tokens';

/** Tokens of earlier conversation that are sent again at most; older turns are left out. */
const HISTORY_TOKENS = 4_000;

/**
 * The latest turns that fit into `maxTokens` and `HISTORY_TOKENS`, oldest first. Pictures have limits of their own: together
 * at most `imageTokens`, and at most `MAX_COMPARED` of them. Only the latest message with pictures is kept beyond these
 * limits: what was asked about last stays in the conversation, however long it has grown.
 */
export function fitHistory(history: ChatMessage[], maxTokens = Infinity, imageTokens = Infinity): ChatMessage[] {
  let left = Math.min(HISTORY_TOKENS, maxTokens);
  let start = history.length;
  while (start > 0 && (left -= estimateTokens(history[start - 1]?.content ?? '')) >= 0) start--;
  const latest = history.findLastIndex(({ images }) => images?.length);
  const turns = history.filter(({ role, content }, i) => role !== 'system' && content.trim() && (i >= start || i === latest));
  return fitImages(turns, imageTokens);
}

function fitImages(turns: ChatMessage[], maxTokens: number): ChatMessage[] {
  let tokens = maxTokens;
  let number = MAX_COMPARED;
  let isLatest = true;
  return turns.toReversed().map((turn) => {
    const { images, ...bare } = turn;
    if (!images?.length) return turn;
    tokens -= images.reduce((sum, image) => sum + estimateImageTokens(image), 0);
    number -= images.length;
    const fits = tokens >= 0 && number >= 0;
    if (fits || isLatest) {
      isLatest = false;
      return turn;
    }
    return withoutPictures(bare);
  }).toReversed();
}

/** The message without its pictures, which the model is told: it would otherwise look for them. */
export function withoutPictures({ role, content }: ChatMessage): ChatMessage {
  return { role, content: `${content}\n(The picture that belongs here is no longer attached.)` };
}
