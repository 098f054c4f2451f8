import type { ModelList } from '~/lib/messaging/protocol';
import { AppError } from '~/lib/shared/app-error';
import { isOcrModel } from '~/lib/shared/ocr-models';
import type { Settings } from '~/lib/shared/settings';
import { type ChosenModel, chooseVisionModel, findModel } from '../../choose-model';

/** What reads the pages of a scan. */
export interface ScanReader extends ChosenModel {
  /** By `/ocr`, not by chat. */
  ocr: boolean;
}

/**
 * The model chosen for this run or in the settings, else the one that sees pictures, else a model for OCR that the server has. Throws as
 * `chooseVisionModel`.
 */
export function chooseReader(settings: Settings, list: ModelList, wanted?: string): ScanReader {
  const chosen = wanted ?? settings.documents.scanModel;
  if (chosen && isOcrModel(chosen)) return { id: chosen, model: findModel(list, chosen), ocr: true };
  try {
    return { ...chooseVisionModel(settings, list, wanted), ocr: false };
  } catch (thrown) {
    const model = list.models.find(({ id }) => isOcrModel(id));
    const isHopeless = thrown instanceof AppError && thrown.code === 'no-vision' && !thrown.data.suggestion;
    if (!model || wanted || !isHopeless) throw thrown;
    return { id: model.id, model, ocr: true };
  }
}
