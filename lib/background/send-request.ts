import type { Server } from '~/lib/api/types';
import { AppError, type ErrorCode } from '~/lib/shared/app-error';
import type { FilePart } from '~/lib/shared/chat';
import type { Settings } from '~/lib/shared/settings';
import { answerTask } from '~/lib/tasks';
import { sourceBlocks } from '~/lib/tasks/prompt/source-blocks';
import { answerOnDevice } from './answer-here';
import type { Material } from './build-request';
import { findVisionModel } from './choose-model';
import { checkRequest } from './guard/check-request';
import { chooseForRun, loadModelList, prepareRequest } from './prepare-request';
import type { Prepared, RunContext } from './run-context';
import { isOutOfReach, refineServerError } from './server';
import { type Outgoing, streamAnswer } from './stream-answer';
import { beginWhole, taskInParts } from './whole/read-whole';

/** Tokens of page text below which a request is not made again with half of it. */
const SMALLEST_PAGE = 500;

/**
 * Sends a run's request, once it has passed the guard's checkpoints, and streams the answer into it; text that is there
 * already is continued. With what the request was made from at hand, a server that finds it too long gets it in parts, or half of the page
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
  const { page, request, files } = prepared?.material ?? {};
  await checkRequest(context, settings, server, outgoing, { blocks: page && request && sourceBlocks(page, request.source), files });
  context.signal.throwIfAborted();
  await deliver(context, settings, server, outgoing, prepared);
}

async function deliver(context: RunContext, settings: Settings, server: Server, outgoing: Outgoing, prepared?: Prepared): Promise<void> {
  const { live, signal } = context;
  live.change({ state: 'waiting', error: undefined, finish: undefined });
  const written = live.run.text.length;
  try {
    await streamAnswer(context, settings, server, outgoing, prepared?.material);
  } catch (thrown) {
    signal.throwIfAborted();
    const error = await suggestVision(context, settings, server, await refineServerError(thrown, settings));
    if (!prepared || live.run.text.length > written) throw error;
    const { pdfs } = prepared.material;
    if (pdfs?.length && FILES_REFUSED.includes(error.code)) {
      const text = await prepareRequest(context, settings, server, asText(prepared.material, pdfs));
      return deliver(context, settings, server, text.outgoing, text);
    }
    if (error.code === 'context-too-long' && prepared.pageTokens > SMALLEST_PAGE) {
      const { material } = prepared;
      const task = taskInParts(material.request);
      if (task) {
        const chosen = await chooseForRun(context, settings, server, material);
        await beginWhole(context, settings, server, task, { ...chosen, most: Math.floor(prepared.pageTokens / 2), agreed: true });
        return;
      }
      const half = await prepareRequest(context, settings, server, material, Math.floor(prepared.pageTokens / 2));
      // Half of what has passed its checkpoints.
      return deliver(context, settings, server, half.outgoing, half);
    }
    if (!isOutOfReach(error) || !answerTask(live.run.request)?.answerOnDevice) throw error;
    answerOnDevice(context, prepared.material, { fallback: 'offline', error: error.data });
  }
}

/** What a model says that takes no files after all, or not this one. */
const FILES_REFUSED: readonly ErrorCode[] = ['request-refused', 'no-vision', 'image-too-large', 'context-too-long', 'model-unavailable', 'server-error'];

/** The same with the text of its PDFs, which has passed the checkpoints with them. */
function asText(material: Material, refused: readonly FilePart[]): Material {
  const { fileNotes = [] } = material;
  return { ...material, pdfs: [], sentPage: material.page, fileNotes: fileNotes.map((note) => (!note.why && refused.some(({ name }) => name === note.name) ? { ...note, why: 'refused' } : note)) };
}

/** A model that turns out to take no pictures, with one that is known to take them. */
async function suggestVision(context: RunContext, settings: Settings, server: Server, error: AppError): Promise<AppError> {
  const { code, data } = error;
  if (code !== 'no-vision' || data.suggestion || !data.model) return error;
  const list = await loadModelList(context, settings, server);
  const suggestion = findVisionModel(settings, list, data.model)?.id;
  return suggestion ? new AppError(code, { ...data, suggestion }, error) : error;
}
