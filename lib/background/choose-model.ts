import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import type { ModelList } from '~/lib/messaging/protocol';
import { isModel, type Model } from '~/lib/shared/model';
import { PRESETS } from '~/lib/shared/presets';
import type { Settings } from '~/lib/shared/settings';

export interface ChosenModel {
  id: string;
  /** What the server's list says about it; absent when it does not list it. */
  model: Model | undefined;
}

/**
 * The model that answers: the one chosen for this run, else the chat model, else the server's preferred one. Throws,
 * when no model is known, the error that kept the list away, or `model-unknown`.
 */
export function chooseModel(settings: Settings, list: ModelList, wanted?: string): ChosenModel {
  const id = wanted || settings.chatModel || list.preferred;
  if (!id) throw list.error ? AppError.fromData(list.error) : new AppError('model-unknown', { host: hostOf(settings.baseUrl) });
  return { id, model: findModel(list, id) };
}

/**
 * The model that looks at pictures: the one chosen for this run, else the vision model, else the chat model unless it is
 * known to take no pictures, else the first known one that does. Throws as `chooseModel`, and `no-vision`, with a
 * `suggestion` where there is one, before anything is sent to a model that is known to take no pictures.
 */
export function chooseVisionModel(settings: Settings, list: ModelList, wanted?: string): ChosenModel {
  const explicit = wanted || settings.visionModel;
  const chosen = explicit ? { id: explicit, model: findModel(list, explicit) } : chooseModel(settings, list);
  if (chosen.model?.vision !== false) return chosen;
  const seeing = findVisionModel(settings, list, chosen.id);
  if (seeing && !explicit) return { id: seeing.id, model: seeing };
  throw new AppError('no-vision', {
    host: hostOf(settings.baseUrl),
    model: chosen.id,
    ...(seeing ? { suggestion: seeing.id } : {}),
  });
}

/** The first model that is known to take pictures, those of the preset before the rest of the list. */
export function findVisionModel({ preset }: Settings, list: ModelList, exceptId: string): Model | undefined {
  const listed = PRESETS[preset].models.flatMap((id) => findModel(list, id) ?? []);
  return [...listed, ...list.models].find((model) => model.vision === true && model.chat && !isModel(model, exceptId));
}

export function findModel(list: ModelList, id: string): Model | undefined {
  return list.models.find((model) => isModel(model, id));
}
