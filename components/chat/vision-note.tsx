import { t } from '~/lib/i18n/message';
import { isModel } from '~/lib/shared/model';
import { useModels } from '../hooks/use-models';

/** Says beforehand that the chat model takes no pictures, and what becomes of a question about them. */
export function VisionNote({ chatModel }: { chatModel: string }) {
  const list = useModels(chatModel);
  const id = chatModel || list?.preferred;
  const model = id === undefined ? undefined : list?.models.find((each) => isModel(each, id));
  if (!model || model.vision !== false) return null;
  const name = model.name;
  return (
    <p class="notice warn" role="status">
      {list?.seeing ? t('modelsBlindOther', name, list.seeing) : t('modelsBlind', name)}
    </p>
  );
}
