import type { Server } from '~/lib/api/types';
import type { Settings } from '~/lib/shared/settings';
import { answerTask } from '~/lib/tasks';
import { answerOnDevice } from './answer-here';
import type { Material } from './build-request';
import { prepareRequest, type PreparedRequest } from './prepare-request';
import type { Prepared, RunContext } from './run-context';
import { sendRequest } from './send-request';
import { isOutOfReach, refineServerError } from './server';

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
  let prepared: PreparedRequest;
  try {
    prepared = await prepareRequest(context, settings, server, material);
  } catch (thrown) {
    const error = await refineServerError(thrown, settings);
    // Without any list of models a server that is out of reach shows here already.
    if (!isOutOfReach(error) || !answerTask(material.request)?.answerOnDevice) throw error;
    answerOnDevice(context, material, { fallback: 'offline', error: error.data });
    return undefined;
  }
  if (!settings.sendAcceptedHosts.includes(prepared.outgoing.host)) {
    context.live.change({ state: 'confirm' });
    return prepared;
  }
  await sendRequest(context, settings, server, prepared.outgoing, prepared);
  return undefined;
}
