import type { Server } from '~/lib/api/types';
import type { ModelList } from '~/lib/messaging/protocol';
import { toAppError } from '~/lib/shared/app-error';
import { isLoopback } from '~/lib/shared/base-url';
import { isModel, type Model } from '~/lib/shared/model';
import { PRESETS } from '~/lib/shared/presets';
import type { Settings } from '~/lib/shared/settings';
import { type CachedModels, getCachedModels, putCachedModels } from '~/lib/storage/models';
import { chooseVisionModel } from './choose-model';
import type { ApiClient } from './platform';

/** Milliseconds a stored list is taken for true: servers add models every few days. */
const FRESH = 24 * 3600_000;
/** The same on this machine, where models come, go and are loaded with another context at any time. */
const FRESH_LOCAL = 60_000;
/** Milliseconds a run waits for a list. */
const PATIENCE = 8_000;

/**
 * The server's models: the stored list while it is fresh, else the server's (asked with its ETag), else the stored
 * one however old, else, for the AI/ML API, the one that ships with Docent. Never throws; `error` says why the
 * server's list could not be had.
 */
export async function loadModels(api: ApiClient, server: Server, settings: Settings, refresh = false): Promise<ModelList> {
  const cached = await getCachedModels(server.baseUrl);
  if (cached && !refresh && isFresh(cached)) return describe(cached.models, 'cache', settings);
  try {
    const models = await fetchModels(api, server, cached);
    return describe(models, 'server', settings);
  } catch (thrown) {
    const error = toAppError(thrown).data;
    if (cached) return { ...describe(cached.models, 'cache', settings), error };
    const bundled = settings.preset === 'aimlapi' ? api.bundledModels : [];
    return { ...describe(bundled, 'bundled', settings), error };
  }
}

/**
 * The list a run chooses from. A stored list, or the one that ships with Docent, is used at once and brought up to
 * date beside the run: an answer does not wait for a catalogue.
 */
export async function loadModelsForRun(api: ApiClient, server: Server, settings: Settings): Promise<ModelList> {
  const cached = await getCachedModels(server.baseUrl);
  const models = cached?.models ?? (settings.preset === 'aimlapi' ? api.bundledModels : undefined);
  if (!models) return loadModels(api, server, settings);
  if (!cached || !isFresh(cached)) fetchModels(api, server, cached).catch(() => undefined);
  return describe(models, cached ? 'cache' : 'bundled', settings);
}

/** What is known of the server's models without asking anybody; nothing, where no list was ever had. */
export async function listKnownModels(api: ApiClient, server: Server, settings: Settings): Promise<ModelList> {
  const cached = await getCachedModels(server.baseUrl);
  return describe(cached?.models ?? (settings.preset === 'aimlapi' ? api.bundledModels : []), cached ? 'cache' : 'bundled', settings);
}

function isFresh({ baseUrl, fetchedAt }: CachedModels): boolean {
  return Date.now() - fetchedAt < (isLoopback(baseUrl) ? FRESH_LOCAL : FRESH);
}

async function fetchModels(api: ApiClient, server: Server, cached: CachedModels | undefined): Promise<Model[]> {
  const answer = await api.listModels(server, { etag: cached?.etag, timeout: PATIENCE });
  const fetched = answer === 'not-modified' ? { models: cached?.models ?? [], etag: cached?.etag } : answer;
  const { models, etag } = fetched;
  const list = { baseUrl: server.baseUrl, models, ...(etag ? { etag } : {}), fetchedAt: Date.now() };
  // A list that cannot be kept is fetched again next time.
  await putCachedModels(list).catch(() => undefined);
  return models;
}

function describe(models: readonly Model[], source: ModelList['source'], settings: Settings): ModelList {
  const preferred = preferModel(models, settings);
  const list: ModelList = { models: [...models], source, ...(preferred ? { preferred } : {}) };
  const seeing = nameSeeing(settings, list);
  return { ...list, ...(seeing ? { seeing } : {}) };
}

function nameSeeing(settings: Settings, list: ModelList): string | undefined {
  try {
    return chooseVisionModel(settings, list).id;
  } catch {
    return undefined;
  }
}

/** The model used until the reader chooses: the first of the preset's that the server lists, else its first for chat. */
function preferModel(models: readonly Model[], { preset }: Settings): string | undefined {
  const wanted = PRESETS[preset].models;
  return wanted.find((id) => models.some((model) => isModel(model, id))) ?? models.find((model) => model.chat)?.id ?? wanted[0];
}
