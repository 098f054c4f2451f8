import type { ImagePart } from '~/lib/shared/chat';
import { type Hazard, HAZARDS } from '~/lib/shared/guard';
import { estimateImageTokens, estimateTokens } from '~/lib/shared/tokens';
import type { GuardPart } from './chunks';
import { CLASSIFIER_OVERHEAD } from './classifier';
import { buildVerdictMessages } from './prompted';

/** What a check comes to before it begins. */
export interface GuardEstimate {
  requests: number;
  promptTokens: number;
  completionTokens: number;
}

/** Tokens of one verdict: a word and a code, or JSON with a quotation or two. What a model may think before it, nobody knows. */
const ANSWER_TOKENS = { classifier: 5, prompted: 80 };

/** What judging these parts, one request each, and pictures, one request each, takes; erring on the side of too much. */
export function estimateGuard(
  parts: readonly Pick<GuardPart, 'text'>[],
  images: readonly Pick<ImagePart, 'width' | 'height'>[],
  mode: 'classifier' | 'prompted',
  hazards: readonly Hazard[] = HAZARDS,
): GuardEstimate {
  const requests = parts.length + images.length;
  const beside = mode === 'classifier' ? CLASSIFIER_OVERHEAD : promptTokens(hazards);
  const texts = parts.reduce((sum, { text }) => sum + estimateTokens(text), 0);
  const pictures = images.reduce((sum, image) => sum + estimateImageTokens(image), 0);
  return { requests, promptTokens: texts + pictures + requests * beside, completionTokens: requests * ANSWER_TOKENS[mode] };
}

/** Tokens of the question around what is judged. */
export function promptTokens(hazards: readonly Hazard[]): number {
  const messages = buildVerdictMessages({ kind: 'text', checkpoint: 'page', text: '' }, hazards, '0'.repeat(32));
  return messages.reduce((sum, { content }) => sum + estimateTokens(content) + 8, 0);
}
