import type { Server } from '~/lib/api/types';
import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import { isModel } from '~/lib/shared/model';
import type { OutgoingRequest } from '~/lib/shared/run';
import type { Settings } from '~/lib/shared/settings';
import { TASKS } from '~/lib/tasks';
import { buildRequest, type Material } from './build-request';
import { loadModelsForRun } from './model-list';
import type { Prepared, RunContext } from './run-context';
import { withLimit } from './time-limit';

export interface PreparedRequest extends Prepared {
  outgoing: OutgoingRequest & { maxTokens: number };
}

/**
 * Chooses the model, builds the messages and keeps both with the run. Throws `page-empty`, `context-too-long`,
 * and, when no model is known, the error that kept the list away or `model-unknown`.
 */
export async function prepareRequest(
  { platform, live, choice, signal }: RunContext,
  settings: Settings,
  server: Server,
  material: Material,
  pageTokens?: number,
): Promise<PreparedRequest> {
  const listing = loadModelsForRun(platform.api, server, settings);
  const list = await withLimit(listing, 30_000, new AppError('timeout'), signal);
  const id = choice.model || settings.chatModel || list.preferred;
  const host = hostOf(server.baseUrl);
  if (!id) throw list.error ? AppError.fromData(list.error) : new AppError('model-unknown', { host });
  const model = list.models.find((each) => isModel(each, id));
  const built = buildRequest(TASKS[material.request.task], material, model, server.baseUrl, pageTokens);
  const outgoing = { host, model: id, messages: built.messages, maxTokens: built.maxTokens };
  live.keepRequest({ host, model: id, messages: built.messages }, built.maxTokens);
  live.change({ engine: 'server', model: id, host, read: built.read });
  return { outgoing, material, pageTokens: built.pageTokens };
}
