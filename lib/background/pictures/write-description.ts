import type { ChatRequest } from '~/lib/api/types';
import { AppError } from '~/lib/shared/app-error';
import type { FinishReason, Usage } from '~/lib/shared/chat';
import type { PagePicture } from '~/lib/shared/picture';
import { TASKS } from '~/lib/tasks';
import type { Platform } from '../platform';
import { refineServerError } from '../server';
import type { Acquired } from './acquire';
import { buildDescribeRequest, type DescribeSetup } from './prepare-describing';
import { toParts } from './read-pictures';
import { loadImages } from './run-images';

/** A request for one description, ready to go. */
export type DescriptionRequest = Pick<ChatRequest, 'messages' | 'images' | 'maxTokens'>;

/** Throws `context-too-long`. */
export async function prepareDescription(setup: DescribeSetup, about: PagePicture, acquired: Acquired): Promise<DescriptionRequest> {
  const { messages, maxTokens } = buildDescribeRequest(setup, about, { images: toParts(acquired), animated: acquired.animated });
  return { messages, maxTokens, images: await loadImages(messages, acquired.images) };
}

/**
 * Has the server describe one picture. Nothing of it is kept but the answer.
 * @throws AppError as `streamChat` does, `empty-answer` and `content-filtered`
 */
export async function writeDescription(
  platform: Platform,
  setup: DescribeSetup,
  request: DescriptionRequest,
  signal: AbortSignal,
): Promise<{ text: string; usage: Usage | undefined }> {
  const model = setup.model.id;
  let answer = '';
  let usage: Usage | undefined;
  let finish: FinishReason | undefined;
  try {
    for await (const event of platform.api.streamChat(setup.server, { model, ...request }, { signal })) {
      if (event.type === 'text') answer += event.text;
      else if (event.type === 'usage') usage = event.usage;
      else if (event.type === 'finish') finish = event.reason;
    }
  } catch (thrown) {
    signal.throwIfAborted();
    throw await refineServerError(thrown, setup.settings);
  }
  signal.throwIfAborted();
  const text = TASKS['write-alt-text'].tidyAnswer?.(answer) ?? answer.trim();
  if (!text) throw new AppError(finish === 'filtered' ? 'content-filtered' : 'empty-answer', { model });
  return { text, usage };
}
