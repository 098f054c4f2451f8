import { t } from '~/lib/i18n/message';
import { announceChange } from '~/lib/messaging/wake';
import { AppError } from '~/lib/shared/app-error';
import { checkPrompt, MAX_PROMPTS, type SavedPrompt } from '~/lib/shared/saved-prompt';
import { loadPrompts, storePrompts } from '~/lib/storage/prompts';

/** The reader's prompts; until they have changed any, examples. */
export async function listPrompts(): Promise<SavedPrompt[]> {
  return (await loadPrompts()) ?? makeExamples();
}

/** Keeps them in this order, in the place of all others. Throws `bad-message` for what `checkPrompt` would refuse, and storage errors. */
export async function keepPrompts(prompts: readonly SavedPrompt[]): Promise<void> {
  const isOdd = prompts.some((prompt, index) => checkPrompt(prompt, prompts.filter((_, other) => other !== index)).length > 0);
  const ids = new Set(prompts.map(({ id }) => id));
  if (isOdd || ids.size < prompts.length || prompts.length > MAX_PROMPTS) throw new AppError('bad-message', { detail: 'prompts' });
  await storePrompts(prompts);
  announceChange('prompts');
}

/** In the reader's language, one for each placeholder. */
function makeExamples(): SavedPrompt[] {
  return [
    { id: 'example-facts', name: t('promptsFactsName'), text: t('promptsFactsText') },
    { id: 'example-objections', name: t('promptsObjectionsName'), text: t('promptsObjectionsText') },
    { id: 'example-translate', name: t('promptsTranslateName'), text: t('promptsTranslateText') },
  ];
}
