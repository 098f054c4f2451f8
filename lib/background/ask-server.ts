import type { Server } from '~/lib/api/types';
import type { Settings } from '~/lib/shared/settings';
import { answerTask, TASKS } from '~/lib/tasks';
import { answerOnDevice } from './answer-here';
import { buildRequest, type Material } from './build-request';
import { sendAsFiles } from './pdf/as-file/send-as-files';
import { type ChosenMaterial, chooseForRun, keepPrepared, type PreparedRequest } from './prepare-request';
import type { Prepared, RunContext } from './run-context';
import { sendRequest } from './send-request';
import { isOutOfReach, refineServerError } from './server';
import { rankByMeaning } from './whole/rank-by-meaning';
import { beginWhole, taskInParts } from './whole/read-whole';

/**
 * Has a server answer. Returns when the run has ended, or, with what was prepared, when it waits for the reader to
 * accept what is sent.
 */
export async function askServer(
  context: RunContext,
  settings: Settings,
  server: Server,
  material: Material,
): Promise<Prepared | undefined> {
  let chosen: ChosenMaterial;
  try {
    chosen = await chooseForRun(context, settings, server, material);
  } catch (thrown) {
    const error = await refineServerError(thrown, settings);
    // Without any list of models a server that is out of reach shows here already.
    if (!isOutOfReach(error) || !answerTask(material.request)?.answerOnDevice) throw error;
    answerOnDevice(context, material, { fallback: 'offline', error: error.data });
    return undefined;
  }
  const { id, model } = chosen.model;
  const built = buildRequest(TASKS[material.request.task], chosen.material, model, server.baseUrl);
  const filed = await sendAsFiles(context, settings, chosen.material, model, built.room);
  if (filed.pdfs || filed.fileNotes) {
    const { request } = material;
    // One that is left as text may still be too long to be sent whole.
    const withFiles = buildRequest(TASKS[request.task], filed, model, server.baseUrl);
    if (filed.pdfs || built.share >= 1) return sendPrepared(context, settings, keepPrepared(context, server, id, { ...material, ...pickFiles(filed) }, withFiles), server);
  }
  const task = built.share < 1 ? taskInParts(material.request) : undefined;
  if (task) return beginWhole(context, settings, server, task, chosen);
  const ranking = built.share < 1 ? await rankByMeaning(context, settings, server, chosen.material, built.room) : undefined;
  const ranked = ranking ? buildRequest(TASKS[material.request.task], { ...chosen.material, ranking }, model, server.baseUrl) : built;
  const prepared = keepPrepared(context, server, id, { ...material, ranking }, ranked);
  return sendPrepared(context, settings, prepared, server);
}

function pickFiles({ pdfs, sentPage, fileNotes }: Material): Pick<Material, 'pdfs' | 'sentPage' | 'fileNotes'> {
  return { ...(pdfs ? { pdfs } : {}), ...(sentPage ? { sentPage } : {}), ...(fileNotes ? { fileNotes } : {}) };
}

async function sendPrepared(context: RunContext, settings: Settings, prepared: PreparedRequest, server: Server): Promise<Prepared | undefined> {
  if (!settings.sendAcceptedHosts.includes(prepared.outgoing.host)) {
    context.live.change({ state: 'confirm' });
    return prepared;
  }
  await sendRequest(context, settings, server, prepared.outgoing, prepared);
  return undefined;
}
