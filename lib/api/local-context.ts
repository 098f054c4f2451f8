import type { Model } from '~/lib/shared/model';
import { parseModels } from './parse-models';
import { query, type QueryOptions } from './query';
import type { Server } from './types';

/**
 * Where servers on this machine tell with how many tokens a model is loaded, which is often far less than it could
 * take: Ollama's running models (https://docs.ollama.com/api/ps) and LM Studio's own list
 * (https://lmstudio.ai/docs/api/rest-api). Their `/v1/models` says nothing of it.
 */
const ROUTES = ['/api/ps', '/api/v0/models'];

/** These servers answer at once or not at all. */
const TIMEOUT = 2_000;

/** The models of a local server with what its own routes add. Never throws: without an answer the list stays as it is. */
export async function addLocalContext(server: Server, models: Model[], options: QueryOptions): Promise<Model[]> {
  if (models.every(({ chat, contextLength }) => !chat || contextLength !== undefined)) return models;
  const root = server.baseUrl.replace(/\/v\d+$/, '');
  for (const route of ROUTES) {
    const reply = await query(server, root + route, {}, { ...options, timeout: TIMEOUT }).catch(() => undefined);
    const told = new Map(parseModels(reply?.json)?.map((model) => [plainName(model.id), model]));
    if (told.size > 0) return models.map((model) => merge(model, told.get(plainName(model.id))));
  }
  return models;
}

/** Ollama leaves the default tag out in some places. */
function plainName(id: string): string {
  return id.replace(/:latest$/, '');
}

function merge(model: Model, told: Model | undefined): Model {
  if (!told) return model;
  const contextLength = model.contextLength ?? told.contextLength;
  const vision = model.vision ?? told.vision;
  return {
    ...model,
    chat: model.chat && told.chat,
    ...(contextLength === undefined ? {} : { contextLength }),
    ...(vision === undefined ? {} : { vision }),
  };
}
