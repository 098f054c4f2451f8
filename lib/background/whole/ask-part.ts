import type { Server } from '~/lib/api/types';
import { AppError } from '~/lib/shared/app-error';
import type { ChatMessage, FinishReason, Usage } from '~/lib/shared/chat';
import type { PartResult } from '~/lib/shared/parts';
import { NO_TEXT } from '~/lib/tasks/whole/no-text';
import type { Settings } from '~/lib/shared/settings';
import { addUsage } from '../add-usage';
import { type Checks, isChecked, passCheckpoint } from '../guard/pass-checkpoint';
import { writtenByReader } from '../guard/written-by-reader';
import { askPatiently, type Turns } from '../pictures/ask-patiently';
import { loadImages } from '../pictures/run-images';
import type { RunContext } from '../run-context';

export interface PartSetup {
  context: RunContext;
  settings: Settings;
  server: Server;
  model: string;
  checks: Checks;
  turns: Turns;
}

interface PartRequest {
  messages: ChatMessage[];
  maxTokens: number;
  /** `/ocr` reads the picture, in place of a chat model. */
  ocr?: boolean | undefined;
}

/**
 * What the model writes about a part, once it has passed the checkpoint of answers: it may be shown, and goes out again.
 * @throws AppError as `streamChat`; `content-filtered`, `empty-answer`, `guard-blocked`
 */
export async function askPart(setup: PartSetup, request: PartRequest, signal: AbortSignal): Promise<PartResult> {
  const { context, settings, checks, turns } = setup;
  const pictures = request.messages.flatMap(({ images = [] }) => images);
  if (pictures.length > 0) await passCheckpoint({ ...checks, signal }, 'image', [{ kind: 'image', images: pictures }]);
  const result = await askPatiently(turns, () => (request.ocr ? recognize(setup, request, signal) : readAnswer(setup, request, signal)));
  if (isChecked(settings.guard, 'answer')) {
    const question = writtenByReader(context.live.run.request);
    const subject = { kind: 'text', checkpoint: 'answer', text: result.text, ...(question ? { question } : {}) } as const;
    await passCheckpoint({ ...checks, signal }, 'answer', [subject]);
  }
  return result;
}

/** What an OCR model reads in the one picture of a request. */
async function recognize({ context: { live, platform }, server, model }: PartSetup, { messages }: PartRequest, signal: AbortSignal): Promise<PartResult> {
  const [image] = messages.flatMap(({ images = [] }) => images);
  const base64 = image?.imageId === undefined ? undefined : (await loadImages(messages)).get(image.imageId);
  if (!image || base64 === undefined) throw new AppError('image-gone', { reason: 'not-kept' });
  const { text, usage } = await platform.api.recognizeText(server, { model, picture: `data:${image.mediaType ?? 'image/jpeg'};base64,${base64}` }, { signal });
  if (usage) live.change({ usage: addUsage(live.run.usage, usage) });
  return { text: text.trim() || NO_TEXT };
}

async function readAnswer({ context: { live, platform }, server, model }: PartSetup, { messages, maxTokens }: PartRequest, signal: AbortSignal): Promise<PartResult> {
  const images = await loadImages(messages);
  let text = '';
  let finish: FinishReason = 'stop';
  let usage: Usage | undefined;
  try {
    for await (const event of platform.api.streamChat(server, { model, messages, maxTokens, ...(images.size > 0 ? { images } : {}) }, { signal, leaveRateLimit: true, onMasked: (masked) => live.addMasked(masked) })) {
      if (event.type === 'text') text += event.text;
      else if (event.type === 'usage') usage = event.usage;
      else if (event.type === 'finish') finish = event.reason;
    }
  } finally {
    // What is of no use has been paid for, too.
    if (usage) live.change({ usage: addUsage(live.run.usage, usage) });
  }
  // The beginning of notes that a provider has cut off is no notes.
  if (finish === 'filtered') throw new AppError('content-filtered', { model });
  if (!text.trim()) throw new AppError('empty-answer', { model });
  return { text: text.trim(), ...(finish === 'length' ? { cut: true } : {}) };
}
