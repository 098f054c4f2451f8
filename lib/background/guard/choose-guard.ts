import { guardFamily, seesPictures } from '~/lib/guard/hazards';
import type { ModelList } from '~/lib/messaging/protocol';
import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import type { Judge } from '~/lib/shared/guard';
import { isGuardModel } from '~/lib/shared/guard-models';
import type { Model } from '~/lib/shared/model';
import type { Settings } from '~/lib/shared/settings';
import { type ChosenModel, chooseModel, chooseVisionModel, findModel } from '../choose-model';

export type GuardMode = Extract<Judge, { kind: 'model' }>['mode'];

export interface ChosenGuard extends ChosenModel {
  mode: GuardMode;
}

/**
 * The model that judges: the one that was chosen, else the first of the list that is made for it, else the chat model, which is
 * asked in words; a picture goes to one of these that takes pictures. Throws `model-unknown`, what kept the list of
 * models away, and `no-vision` when none is known that takes pictures.
 */
export function chooseGuard(settings: Settings, list: ModelList, kind: 'text' | 'image'): ChosenGuard {
  const { mode, model: wanted } = settings.guard;
  const fits = (id: string, model: Model | undefined) => kind === 'text' || takesPictures(id, model) !== false;
  const chosen = wanted ? findModel(list, wanted) : undefined;
  if (wanted && fits(wanted, chosen)) return { id: wanted, model: chosen, mode: mode === 'auto' ? modeOf(wanted) : mode };
  if (mode !== 'prompted') {
    const guard = list.models.find((model) => isGuardModel(model.id) && (kind === 'text' || takesPictures(model.id, model)));
    if (guard) return { id: guard.id, model: guard, mode: 'classifier' };
  }
  const host = hostOf(settings.baseUrl);
  if (mode === 'classifier') throw new AppError(wanted ? 'no-vision' : 'model-unknown', { host, ...(wanted ? { model: wanted } : {}) });
  return { ...(kind === 'text' ? chooseModel(settings, list) : chooseVisionModel(settings, list)), mode: 'prompted' };
}

function modeOf(id: string): GuardMode {
  return isGuardModel(id) ? 'classifier' : 'prompted';
}

/** `undefined`: not known. What a version takes is certain; lists may say otherwise of the server's other models. */
function takesPictures(id: string, model: Model | undefined): boolean | undefined {
  const family = guardFamily(id);
  return (family && seesPictures(family)) ?? model?.vision;
}
