import { browserLanguage } from '~/lib/i18n/language';
import type { Server } from '~/lib/api/types';
import type { Settings } from '~/lib/shared/settings';
import { getSettings } from '~/lib/storage/settings';
import { TASKS } from '~/lib/tasks';
import { answerInBrowser, answerOnDevice } from './answer-here';
import type { Material } from './build-request';
import { chooseEngine } from './choose-engine';
import { buildHistory } from './history';
import { prepareRequest, type PreparedRequest } from './prepare-request';
import { readSource } from './read-source';
import type { Prepared, RunContext } from './run-context';
import { sendRequest } from './send-request';
import { getServer, isOutOfReach, refineServerError } from './server';

/**
 * Executes a run from its beginning. Returns when it has ended, or when it waits for the reader to accept what is
 * sent: then it gives what was prepared, for `sendRequest`.
 */
export async function performRun(context: RunContext): Promise<Prepared | undefined> {
  const { live, thread, platform, signal, choice } = context;
  live.change({ state: 'reading' });
  const { request } = live.run;
  const page = await readSource(request.source, thread.tabId, live.run.page, platform, signal);
  signal.throwIfAborted();
  live.change({ page: { url: page.url, title: page.title || live.run.page.title } });
  const history = buildHistory(thread.runs, live);
  const material: Material = { request, page, history, browserLanguage: browserLanguage() };

  const { settings } = await getSettings();
  const server = await getServer(settings);
  const { engine, fallback } = chooseEngine(settings, server.key !== undefined, choice.engine);
  signal.throwIfAborted();
  if (engine === 'device') {
    answerOnDevice(context, material, { fallback });
  } else if (engine === 'browser') {
    await answerInBrowser(context, material);
  } else {
    return askServer(context, settings, server, material);
  }
  return undefined;
}

async function askServer(
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
    if (!isOutOfReach(error) || !TASKS[material.request.task].answerOnDevice) throw error;
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
