import { AppError } from '~/lib/shared/app-error';
import { hostOf, isLoopback } from '~/lib/shared/base-url';
import type { Model } from '~/lib/shared/model';
import { findBundled } from './bundled-models';
import { addLocalContext } from './local-context';
import { parseModels } from './parse-models';
import { query, type QueryOptions } from './query';
import type { Server } from './types';

/**
 * The models of a server, in its order. With the `etag` of an earlier answer, `not-modified` when nothing changed.
 * Capabilities and prices are asked for where the question is understood (contract section 3.1). Context lengths that the
 * list does not tell (OpenAI, Ollama, LM Studio) are added from what else is known.
 *
 * @throws AppError as `query`, and `bad-response` when the answer is no catalogue.
 */
export async function listModels(
  server: Server,
  options: QueryOptions & { etag?: string | undefined } = {},
): Promise<{ models: Model[]; etag?: string } | 'not-modified'> {
  const host = hostOf(server.baseUrl);
  const url = `${server.baseUrl}/models${host === 'api.aimlapi.com' ? '?include=all' : ''}`;
  const reply = await query(server, url, options.etag ? { 'If-None-Match': options.etag } : {}, options);
  if (reply.status === 304) return 'not-modified';
  const listed = parseModels(reply.json);
  if (!listed) throw new AppError('bad-response', { host, status: reply.status });
  const models = isLoopback(server.baseUrl) ? await addLocalContext(server, listed, options) : listed.map(addKnownContext);
  const etag = reply.headers.get('etag');
  return etag ? { models, etag } : { models };
}

function addKnownContext(model: Model): Model {
  const known = model.contextLength === undefined ? findBundled(model.id) : undefined;
  return known?.contextLength === undefined ? model : { ...model, contextLength: known.contextLength };
}
