import { browserLanguage, uiLanguage } from '~/lib/i18n/language';
import { t } from '~/lib/i18n/message';
import { AppError } from '~/lib/shared/app-error';
import type { Attachment } from '~/lib/shared/attachment';
import type { QuestionSource, RunRequest } from '~/lib/shared/run';
import { fillPrompt, findPlaceholders, promptSource, type SavedPrompt } from '~/lib/shared/saved-prompt';
import { getSettings } from '~/lib/storage/settings';
import { listPrompts } from './prompts';

export interface PromptPlace {
  /** What of the page goes along with a message now; from the browser's menu, the page that was clicked. */
  source?: QuestionSource | undefined;
  /** What else does. */
  attachments?: Attachment[] | undefined;
  /** The model is to search the web, if it can. */
  web?: boolean | undefined;
  /** The selection, as the browser's menu gave it. */
  selected?: string | undefined;
}

/** Asks a saved prompt in the tab's thread by `start`, which gives the id of its run. Throws `bad-message` for one that is gone, and storage errors. */
export async function runPrompt(start: (request: RunRequest) => Promise<string>, id: string, place: PromptPlace = {}): Promise<string> {
  const prompt = (await listPrompts()).find((each) => each.id === id);
  if (!prompt) throw new AppError('bad-message', { detail: 'no such prompt' });
  const { settings } = await getSettings();
  return start(makeRequest(prompt, settings.summary.language, place));
}

function makeRequest(prompt: SavedPrompt, language: string, { source = { kind: 'page' }, attachments = [], selected, web }: PromptPlace): RunRequest {
  const question = fillPrompt(prompt, {
    page: t('promptsThePage'),
    selection: t('promptsTheSelection'),
    language: language === 'page' ? t('promptsPageLanguage') : nameLanguage(language === 'browser' ? browserLanguage() : language),
  });
  const saysPage = findPlaceholders(prompt.text).includes('page');
  return {
    task: 'ask',
    source: promptSource(prompt) === 'selection' ? selectionFor(source, selected) : saysPage ? pageFor(source) : source,
    question,
    ...(attachments.length > 0 ? { attachments } : {}),
    // A prompt that speaks of the page means all of it.
    ...(saysPage ? { whole: true } : {}),
    ...(web ? { web } : {}),
    promptName: prompt.name,
  };
}

/** For a prompt about a selection: the one that is attached or was clicked, else what is selected as the page is read. */
function selectionFor(source: QuestionSource, selected: string | undefined): QuestionSource {
  if (source.kind === 'selection') return source;
  return { kind: 'selection', ...(selected ? { text: selected } : {}) };
}

/** For a prompt that names the page: the page, also where the reader has taken it out of what goes along with messages, or attached a part of it. */
function pageFor(source: QuestionSource): QuestionSource {
  return source.kind === 'kept' ? source : { kind: 'page' };
}

/** Its name in the language of the interface, in which the examples are written, too; the tag itself for one that is unknown. */
function nameLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames(uiLanguage(), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
