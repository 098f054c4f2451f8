import type { Server } from '~/lib/api/types';
import { AppError } from '~/lib/shared/app-error';
import type { ChatMessage, FinishReason, Usage } from '~/lib/shared/chat';
import type { Settings } from '~/lib/shared/settings';
import type { StoredImage } from '~/lib/storage/images';
import { TASKS } from '~/lib/tasks';
import { addUsage } from './add-usage';
import { answerOnDevice } from './answer-here';
import { continueMessages } from './continue-messages';
import { findVisionModel } from './choose-model';
import type { LiveRun } from './live-run';
import { loadImages } from './pictures/run-images';
import { loadModelList, prepareRequest } from './prepare-request';
import type { Prepared, RunContext } from './run-context';
import { isOutOfReach, refineServerError } from './server';

/** Tokens of page text below which a request is not made again with half of it. */
const SMALLEST_PAGE = 500;

interface Outgoing {
  model: string;
  messages: ChatMessage[];
  maxTokens: number;
}

/**
 * Sends a run's request and streams the answer into it; text that is there already is continued. With what the
 * request was made from at hand, a server that finds it too long gets half of the page (and half of
 * that, if need be), and one that is out of reach
 * is stood in for by this device.
 */
export async function sendRequest(
  context: RunContext,
  settings: Settings,
  server: Server,
  outgoing: Outgoing,
  prepared?: Prepared,
): Promise<void> {
  const { live, signal } = context;
  live.change({ state: 'waiting', error: undefined, finish: undefined });
  const written = live.run.text.length;
  try {
    await streamAnswer(context, server, outgoing, prepared?.material.files);
  } catch (thrown) {
    signal.throwIfAborted();
    const error = await suggestVision(context, settings, server, await refineServerError(thrown, settings));
    if (!prepared || live.run.text.length > written) throw error;
    if (error.code === 'context-too-long' && prepared.pageTokens > SMALLEST_PAGE) {
      const { material } = prepared;
      const half = await prepareRequest(context, settings, server, material, Math.floor(prepared.pageTokens / 2));
      return sendRequest(context, settings, server, half.outgoing, half);
    }
    if (!isOutOfReach(error) || !TASKS[live.run.request.task].answerOnDevice) throw error;
    answerOnDevice(context, prepared.material, { fallback: 'offline', error: error.data });
  }
}

/** A model that turns out to take no pictures, with one that is known to take them. */
async function suggestVision(context: RunContext, settings: Settings, server: Server, error: AppError): Promise<AppError> {
  const { code, data } = error;
  if (code !== 'no-vision' || data.suggestion || !data.model) return error;
  const list = await loadModelList(context, settings, server);
  const suggestion = findVisionModel(settings, list, data.model)?.id;
  return suggestion ? new AppError(code, { ...data, suggestion }, error) : error;
}

async function streamAnswer(
  { live, platform, signal }: RunContext,
  server: Server,
  outgoing: Outgoing,
  files: StoredImage[] | undefined,
): Promise<void> {
  const { model, maxTokens } = outgoing;
  const { tidyAnswer } = TASKS[live.run.request.task];
  if (live.run.text) live.keepContinuation();
  const messages = live.run.text ? continueMessages(outgoing.messages, live.run.text) : outgoing.messages;
  const images = await loadImages(messages, files);
  signal.throwIfAborted();
  const request = { model, messages, maxTokens, ...(images.size > 0 ? { images } : {}) };
  let untidy = '';
  const before = live.run.usage;
  let usage: Usage | undefined;
  let finish: FinishReason | undefined;
  for await (const event of platform.api.streamChat(server, request, { signal })) {
    switch (event.type) {
      case 'text':
        if (tidyAnswer) untidy += event.text;
        else showText(live, event.text);
        break;
      case 'reasoning':
        live.addReasoning(event.text);
        break;
      case 'usage':
        usage = event.usage;
        break;
      case 'finish':
        finish = event.reason;
        break;
    }
  }
  signal.throwIfAborted();
  const tidy = tidyAnswer?.(untidy);
  if (tidy) showText(live, tidy);
  if (!live.run.text.trim()) throw new AppError(finish === 'filtered' ? 'content-filtered' : 'empty-answer', { model });
  live.change({ state: 'done', finish: finish ?? 'stop', usage: addUsage(before, usage) });
}

function showText(live: LiveRun, text: string): void {
  if (live.run.state === 'waiting') live.change({ state: 'streaming' });
  live.addText(text);
}
