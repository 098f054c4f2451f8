import type { Server } from '~/lib/api/types';
import { AppError } from '~/lib/shared/app-error';
import type { ChatMessage, FinishReason, Usage } from '~/lib/shared/chat';
import type { PartResult } from '~/lib/shared/parts';
import type { Settings } from '~/lib/shared/settings';
import { addUsage } from '../add-usage';
import { type Checks, isChecked, passCheckpoint } from '../guard/pass-checkpoint';
import { writtenByReader } from '../guard/written-by-reader';
import { askPatiently, type Turns } from '../pictures/ask-patiently';
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
}

/**
 * What the model writes about a part, once it has passed the checkpoint of answers: it may be shown, and goes out again.
 * @throws AppError as `streamChat`; `content-filtered`, `empty-answer`, `guard-blocked`
 */
export async function askPart(setup: PartSetup, request: PartRequest, signal: AbortSignal): Promise<PartResult> {
  const { context, settings, checks, turns } = setup;
  const result = await askPatiently(turns, () => readAnswer(setup, request, signal));
  if (isChecked(settings.guard, 'answer')) {
    const question = writtenByReader(context.live.run.request);
    const subject = { kind: 'text', checkpoint: 'answer', text: result.text, ...(question ? { question } : {}) } as const;
    await passCheckpoint({ ...checks, signal }, 'answer', [subject]);
  }
  return result;
}

async function readAnswer({ context: { live, platform }, server, model }: PartSetup, { messages, maxTokens }: PartRequest, signal: AbortSignal): Promise<PartResult> {
  let text = '';
  let finish: FinishReason = 'stop';
  let usage: Usage | undefined;
  try {
    for await (const event of platform.api.streamChat(server, { model, messages, maxTokens }, { signal, leaveRateLimit: true, onMasked: (masked) => live.addMasked(masked) })) {
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
