import { mayUseAddress } from '~/lib/api/image-parts';
import type { Server } from '~/lib/api/types';
import { browserLanguage } from '~/lib/i18n/language';
import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import type { PageContent } from '~/lib/shared/page-content';
import type { PagePicture } from '~/lib/shared/picture';
import type { Settings } from '~/lib/shared/settings';
import { getSettings } from '~/lib/storage/settings';
import { TASKS } from '~/lib/tasks';
import type { SentPicture } from '~/lib/tasks/task';
import { buildRequest, type BuiltRequest } from '../build-request';
import { chooseEngine } from '../choose-engine';
import { type ChosenModel, chooseVisionModel } from '../choose-model';
import { loadModelsForRun } from '../model-list';
import type { Platform } from '../platform';
import { getTab } from '../read-tab';
import { getServer, refineServerError } from '../server';
import { withLimit } from '../time-limit';
import { descriptionLanguage } from './description-language';
import { readPageAround } from './read-page-around';

/** Milliseconds the list of models may take. */
const PATIENCE = 30_000;

/** What all descriptions of one page's pictures are made with. */
export interface DescribeSetup {
  settings: Settings;
  server: Server;
  host: string;
  model: ChosenModel;
  mayUseAddress: boolean;
  /** Title, address and language of the page. */
  page: PageContent;
  /** BCP 47 tag, or `und`. */
  language: string;
}

/** Throws `no-key`, `needs-model`, `no-vision`, `model-unknown`, `page-closed`, and what kept the list of models away. */
export async function prepareDescribing(platform: Platform, tabId: number, signal: AbortSignal): Promise<DescribeSetup> {
  const { settings } = await getSettings();
  const server = await findServer(settings);
  const model = await chooseModel(platform, settings, server, signal);
  const page = await readPage(tabId);
  const language = descriptionLanguage(settings.pictures.language, page.lang, browserLanguage());
  return { settings, server, host: hostOf(server.baseUrl), model, mayUseAddress: mayUseAddress(server.baseUrl, model.id), page, language };
}

/** The server that describes pictures. Throws `no-key` and `needs-model`. */
export async function findServer(settings: Settings): Promise<Server> {
  const server = await getServer(settings);
  const { engine, fallback } = chooseEngine(settings, server.key !== undefined);
  if (engine !== 'server') throw new AppError(fallback === 'no-key' ? 'no-key' : 'needs-model', { host: hostOf(server.baseUrl) });
  return server;
}

/** Language in which the page's pictures are described. Throws `page-closed`. */
export async function findLanguage(tabId: number): Promise<string> {
  const [{ settings }, { lang }] = await Promise.all([getSettings(), readPage(tabId)]);
  return descriptionLanguage(settings.pictures.language, lang, browserLanguage());
}

async function readPage(tabId: number): Promise<PageContent> {
  const { url = '', title = '' } = await getTab(tabId);
  return readPageAround(tabId, { url, title });
}

async function chooseModel(platform: Platform, settings: Settings, server: Server, signal: AbortSignal): Promise<ChosenModel> {
  try {
    const listing = loadModelsForRun(platform.api, server, settings);
    return chooseVisionModel(settings, await withLimit(listing, PATIENCE, new AppError('timeout'), signal));
  } catch (thrown) {
    throw await refineServerError(thrown, settings);
  }
}

/** The request for one picture's alternative text. Throws `context-too-long`. */
export function buildDescribeRequest(setup: DescribeSetup, about: PagePicture, sent: Omit<SentPicture, 'about'>): BuiltRequest {
  const request = { task: 'write-alt-text', source: { kind: 'image', picture: { id: about.id } } } as const;
  const { page, settings, model, server } = setup;
  const material = {
    request,
    page,
    history: [],
    browserLanguage: browserLanguage(),
    pictures: [{ ...sent, about }],
    pictureLanguage: settings.pictures.language,
  };
  return buildRequest(TASKS['write-alt-text'], material, model.model, server.baseUrl);
}
