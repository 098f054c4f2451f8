import type { Server } from '~/lib/api/types';
import { AppError } from '~/lib/shared/app-error';
import type { ChatMessage, FinishReason, Usage } from '~/lib/shared/chat';
import type { Settings } from '~/lib/shared/settings';
import type { StoredImage } from '~/lib/storage/images';
import { answerTask } from '~/lib/tasks';
import { addUsage } from './add-usage';
import { answerOnDevice } from './answer-here';
import { continueMessages } from './continue-messages';
import { findVisionModel } from './choose-model';
import { checkRequest } from './guard/check-request';
import { guardAnswer } from './guard/guard-answer';
import { openJudge } from './guard/judge';
import { isChecked } from './guard/pass-checkpoint';
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
 * Sends a run's request, once it has passed the guard's checkpoints, and streams the answer into it; text that is there
 * already is continued. With what the request was made from at hand, a server that finds it too long gets half of the page
 * (and half of that, if need be), and one that is out of reach is stood in for by this device. Throws `guard-blocked`
 * before anything is sent, or as soon as a part of the answer is not to be shown.
 */
export async function sendRequest(
  context: RunContext,
  settings: Settings,
  server: Server,
  outgoing: Outgoing,
  prepared?: Prepared,
): Promise<void> {
  await checkRequest(context, settings, server, outgoing, prepared?.material);
  context.signal.throwIfAborted();
  await deliver(context, settings, server, outgoing, prepared);
}

async function deliver(context: RunContext, settings: Settings, server: Server, outgoing: Outgoing, prepared?: Prepared): Promise<void> {
  const { live, signal } = context;
  live.change({ state: 'waiting', error: undefined, finish: undefined });
  const written = live.run.text.length;
  try {
    await streamAnswer(context, settings, server, outgoing, prepared?.material.files);
  } catch (thrown) {
    signal.throwIfAborted();
    const error = await suggestVision(context, settings, server, await refineServerError(thrown, settings));
    if (!prepared || live.run.text.length > written) throw error;
    if (error.code === 'context-too-long' && prepared.pageTokens > SMALLEST_PAGE) {
      const { material } = prepared;
      const half = await prepareRequest(context, settings, server, material, Math.floor(prepared.pageTokens / 2));
      // Half of what has passed its checkpoints.
      return deliver(context, settings, server, half.outgoing, half);
    }
    if (!isOutOfReach(error) || !answerTask(live.run.request)?.answerOnDevice) throw error;
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
  context: RunContext,
  settings: Settings,
  server: Server,
  outgoing: Outgoing,
  files: StoredImage[] | undefined,
): Promise<void> {
  const { live, platform, signal } = context;
  const { model, maxTokens } = outgoing;
  const tidyAnswer = answerTask(live.run.request)?.tidyAnswer;
  if (live.run.text) live.keepContinuation();
  const messages = live.run.text ? continueMessages(outgoing.messages, live.run.text) : outgoing.messages;
  const images = await loadImages(messages, files);
  signal.throwIfAborted();
  const request = { model, messages, maxTokens, ...(images.size > 0 ? { images } : {}) };
  const guarded = isChecked(settings.guard, 'answer')
    ? guardAnswer(context, settings, await openJudge(platform.api, settings, server, signal), (text) => showText(live, text))
    : undefined;
  const show = (text: string) => (guarded ? guarded.add(text) : showText(live, text));
  let untidy = '';
  let usage: Usage | undefined;
  let finish: FinishReason | undefined;
  try {
    for await (const event of platform.api.streamChat(server, request, { signal: guarded?.signal ?? signal })) {
      switch (event.type) {
        case 'text':
          if (tidyAnswer) untidy += event.text;
          else show(event.text);
          break;
        case 'reasoning':
          if (!guarded?.holds) live.addReasoning(event.text);
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
    if (tidy) show(tidy);
  } finally {
    // An answer that is not shown has been paid for, too.
    if (usage) live.change({ usage: addUsage(live.run.usage, usage) });
    // Also what came before the stream broke off is the reader's, once it has passed.
    await guarded?.end();
  }
  if (!live.run.text.trim()) throw new AppError(finish === 'filtered' ? 'content-filtered' : 'empty-answer', { model });
  live.change({ state: 'done', finish: finish ?? 'stop' });
}

function showText(live: LiveRun, text: string): void {
  if (live.run.state === 'waiting') live.change({ state: 'streaming' });
  live.addText(text);
}
