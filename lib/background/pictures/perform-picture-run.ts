import { browserLanguage } from '~/lib/i18n/language';
import { AppError } from '~/lib/shared/app-error';
import type { PictureAnswerRequest } from '~/lib/shared/run';
import { getSettings } from '~/lib/storage/settings';
import { askServer } from '../ask-server';
import { chooseEngine } from '../choose-engine';
import { chooseVisionModel } from '../choose-model';
import { loadModelList } from '../prepare-request';
import type { Prepared, RunContext } from '../run-context';
import { getServer, refineServerError } from '../server';
import { mayUseAddress } from './may-use-address';
import { readPageAround } from './read-page-around';
import { readPictures } from './read-pictures';

/**
 * Executes a run about pictures: like `performRun`, but what is read are pixels, and only a server's model that sees
 * can answer. What is known to keep it from that (no key, a model without vision) shows before any picture is touched.
 */
export async function performPictureRun(context: RunContext, request: PictureAnswerRequest): Promise<Prepared | undefined> {
  const { live, tabId, signal, choice } = context;
  const { settings } = await getSettings();
  const server = await getServer(settings);
  const { engine, fallback } = chooseEngine(settings, server.key !== undefined, choice.engine);
  if (engine !== 'server') throw new AppError(fallback === 'no-key' ? 'no-key' : 'needs-model');
  const list = await loadModelList(context, settings, server).catch(async (thrown: unknown) => {
    throw await refineServerError(thrown, settings);
  });
  const { id } = chooseVisionModel(settings, list, choice.model);
  signal.throwIfAborted();
  const { sent, shown, files } = await readPictures(context, request, {
    maxSide: settings.pictures.maxSide,
    mayReveal: true,
    mayUseAddress: mayUseAddress(settings, server.baseUrl, id),
  });
  signal.throwIfAborted();
  live.change({ pictures: shown });
  const page = await readPageAround(tabId, live.run.page);
  signal.throwIfAborted();
  // Pixels take their time: what is checked is as the reader has it now.
  const { guard } = (await getSettings()).settings;
  return askServer(context, { ...settings, guard }, server, {
    request,
    page,
    history: [],
    browserLanguage: browserLanguage(),
    pictures: sent,
    files,
    pictureLanguage: settings.pictures.language,
  });
}
