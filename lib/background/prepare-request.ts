import { mayUseAddress } from '~/lib/api/image-parts';
import type { Server } from '~/lib/api/types';
import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import type { ChatMessage } from '~/lib/shared/chat';
import type { ModelList } from '~/lib/messaging/protocol';
import type { OutgoingRequest } from '~/lib/shared/run';
import type { Settings } from '~/lib/shared/settings';
import { TASKS } from '~/lib/tasks';
import { withoutPictures } from '~/lib/tasks/prompt/fit-history';
import { type BuiltRequest, buildRequest, type Material } from './build-request';
import { quotableBlocks } from './quotable-blocks';
import { type ChosenModel, chooseModel, chooseVisionModel } from './choose-model';
import { loadModelsForRun } from './model-list';
import type { Prepared, RunContext } from './run-context';
import { withLimit } from './time-limit';
import { describeSearch, withSearch } from './web-search';

export interface PreparedRequest extends Prepared {
  outgoing: OutgoingRequest & { maxTokens: number };
}

/**
 * Chooses the model, builds the messages and keeps both with the run. Throws `page-empty`, `context-too-long`,
 * `no-vision`, and, when no model is known, the error that kept the list away or `model-unknown`.
 */
export async function prepareRequest(
  context: RunContext,
  settings: Settings,
  server: Server,
  material: Material,
  pageTokens?: number,
): Promise<PreparedRequest> {
  const chosen = await chooseForRun(context, settings, server, material);
  const built = buildRequest(TASKS[material.request.task], chosen.material, chosen.model.model, server.baseUrl, pageTokens);
  return keepPrepared(context, server, chosen.model.id, material, built);
}

export interface ChosenMaterial {
  model: ChosenModel;
  material: Material;
}

/** The model that answers, and the material with as much of the earlier conversation as it can be given. Throws as `prepareRequest`. */
export async function chooseForRun(context: RunContext, settings: Settings, server: Server, material: Material): Promise<ChosenMaterial> {
  const list = await loadModelList(context, settings, server);
  const { id, model, history } = chooseWithHistory(settings, list, context.choice.model, material, server);
  return { model: { id, model }, material: withSearch({ ...material, history }, id) };
}

/** Keeps with the run what is about to be sent. */
export function keepPrepared({ live }: RunContext, server: Server, id: string, material: Material, built: BuiltRequest): PreparedRequest {
  const host = hostOf(server.baseUrl);
  const search = describeSearch(material.request, id);
  const outgoing = { host, model: id, messages: built.messages, maxTokens: built.maxTokens, ...search };
  const { ranking } = material;
  const embedded = ranking ? { embedded: { model: ranking.model, passages: ranking.total } } : {};
  live.keepRequest({ host, model: id, messages: built.messages, ...search, ...embedded }, built.maxTokens, material.marks ? { blocks: quotableBlocks(material, built) } : {});
  live.change({ engine: 'server', model: id, host, read: built.read, sources: search.web === 'asked' || (material.marks && built.read) ? [] : undefined });
  return { outgoing, material, pageTokens: built.pageTokens };
}

/** What the run may choose from. Throws `timeout` when the list does not come. */
export function loadModelList({ platform, signal }: RunContext, settings: Settings, server: Server): Promise<ModelList> {
  return withLimit(loadModelsForRun(platform.api, server, settings), 30_000, new AppError('timeout'), signal);
}

/** The model for the request, and the earlier conversation with those of its pictures that this model can be given. */
function chooseWithHistory(
  settings: Settings,
  list: ModelList,
  wanted: string | undefined,
  { pictures, history }: Material,
  { baseUrl }: Server,
): ChosenModel & { history: ChatMessage[] } {
  const seen = history.some(({ images }) => images?.length);
  if (pictures.length === 0 && !seen) return { ...chooseModel(settings, list, wanted), history };
  try {
    const chosen = chooseVisionModel(settings, list, wanted);
    const reachable = (message: ChatMessage) =>
      mayUseAddress(baseUrl, chosen.id) || !message.images?.some(({ imageId }) => imageId === undefined);
    return { ...chosen, history: history.map((message) => (reachable(message) ? message : withoutPictures(message))) };
  } catch (thrown) {
    // No model of this server sees: a question is then answered from the words alone, unless another model was asked for.
    const isHopeless = thrown instanceof AppError && thrown.code === 'no-vision' && !thrown.data.suggestion;
    if (pictures.length > 0 || wanted || !isHopeless) throw thrown;
    return { ...chooseModel(settings, list), history: history.map((turn) => (turn.images ? withoutPictures(turn) : turn)) };
  }
}
