import { browserLanguage, uiLanguage } from '~/lib/i18n/language';
import { t } from '~/lib/i18n/message';
import { AppError } from '~/lib/shared/app-error';
import type { RunRequest } from '~/lib/shared/run';
import { fillPrompt, promptSource, type SavedPrompt } from '~/lib/shared/saved-prompt';
import { getSettings } from '~/lib/storage/settings';
import type { RunControl } from '../run-control';
import { listPrompts } from './prompts';

export interface PromptPlace {
  /** About the page of the conversation, whatever the tab shows now. */
  kept?: boolean | undefined;
  /** The model is to search the web, if it can. */
  web?: boolean | undefined;
  /** The selection, as the browser's menu gave it. */
  selected?: string | undefined;
}

/** Asks a saved prompt in the tab's thread. Throws `bad-message` for one that is gone, and storage errors. */
export async function runPrompt(control: RunControl, tabId: number, id: string, place: PromptPlace = {}): Promise<string> {
  const prompt = (await listPrompts()).find((each) => each.id === id);
  if (!prompt) throw new AppError('bad-message', { detail: 'no such prompt' });
  const { settings } = await getSettings();
  return control.start(tabId, makeRequest(prompt, settings.summary.language, place));
}

function makeRequest(prompt: SavedPrompt, language: string, { kept, selected, web }: PromptPlace): RunRequest {
  const question = fillPrompt(prompt, {
    page: t('promptsThePage'),
    selection: t('promptsTheSelection'),
    language: language === 'page' ? t('promptsPageLanguage') : nameLanguage(language === 'browser' ? browserLanguage() : language),
  });
  const about = promptSource(prompt) === 'selection'
    ? { kind: 'selection' as const, ...(selected ? { text: selected } : {}) }
    : { kind: kept ? ('kept' as const) : ('page' as const) };
  // A prompt that speaks of the page means all of it.
  return { task: 'ask', source: about, question, ...(/\{\{\s*page\s*\}\}/.test(prompt.text) ? { whole: true } : {}), ...(web ? { web } : {}), promptName: prompt.name };
}

/** Its name in the language of the interface, in which the examples are written, too; the tag itself for one that is unknown. */
function nameLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames(uiLanguage(), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
