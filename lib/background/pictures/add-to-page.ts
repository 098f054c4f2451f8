import { t } from '~/lib/i18n/message';
import { AppError } from '~/lib/shared/app-error';
import { ALT_TEXT_LENGTH, type PictureRef } from '~/lib/shared/picture';
import { keepDescription, pictureAddress } from '~/lib/storage/descriptions';
import { getSettings } from '~/lib/storage/settings';
import { cutAtWord } from '~/lib/tasks/prompt/tidy-alt-text';
import { keepAliveDuring } from '../keepalive';
import type { Platform } from '../platform';
import { getTab } from '../read-tab';
import { acquirePicture } from './acquire';
import { UNKNOWN_LANGUAGE } from './description-language';
import { identifyDocument } from './identify-document';
import { findLanguage } from './prepare-describing';
import { runReader } from './run-reader';
import type { TabPictures } from './tab-pictures';

/** Characters of a longer description that a screen reader is given as alternative text. */
const LONGEST = ALT_TEXT_LENGTH * 8;

export interface PageEntry {
  ref: PictureRef;
  text: string;
}

/**
 * Writes descriptions into the page as alternative text, marked as AI. Those that the store does not have yet (a longer
 * answer, cut to fit) are kept as well. Throws `page-…` codes; `page-navigated` when the pictures are another document's.
 */
export async function addToPage(platform: Platform, tab: TabPictures, entries: readonly PageEntry[]): Promise<{ added: number }> {
  const fitted = entries.map(({ ref, text }) => ({ ref, text: cutAtWord(text.trim(), LONGEST) })).filter(({ text }) => text);
  if (tab.document !== undefined && tab.document !== (await identifyDocument(tab.tabId))) throw new AppError('page-navigated');
  const language = await findLanguage(tab.tabId);
  const added = await writeIntoPage(tab.tabId, fitted, language);
  tab.markCleared(false);
  const unkept = fitted.filter(({ ref, text }) => ref.id === undefined || tab.find(ref.id)?.text !== text);
  if (unkept.length > 0) void keepAliveDuring(keepAll(platform, tab, unkept, language));
  return added;
}

/** @param language BCP 47 tag of the texts, or `und` */
export async function writeIntoPage(tabId: number, entries: readonly PageEntry[], language: string): Promise<{ added: number }> {
  const lang = language === UNKNOWN_LANGUAGE ? {} : { lang: language };
  return runReader(tabId, 'describe', { entries: [...entries], mark: t('altTextMark'), ...lang });
}

/** A picture whose content cannot be had without moving the page has its text in the page only. */
async function keepAll(platform: Platform, tab: TabPictures, entries: readonly PageEntry[], language: string): Promise<void> {
  const { settings } = await getSettings();
  const { maxSide } = settings.pictures;
  const { url = '' } = await getTab(tab.tabId).catch(() => ({}) as { url?: string });
  const { signal } = new AbortController();
  for (const { ref, text } of entries) {
    const acquired = await acquirePicture(tab.tabId, ref, { maxSide, mayReveal: false, mayUseAddress: false }, platform, signal).catch(() => undefined);
    if (!acquired) continue;
    const { hash, thumbnail } = acquired;
    const src = ref.src ?? (ref.id && tab.listing?.pictures.get(ref.id)?.src);
    const description = { hash, language, text, model: '', thumbnail, madeAt: Date.now() };
    if (!tab.isPrivate) await keepDescription(description, src ? pictureAddress(src, url) : undefined).catch(() => undefined);
    if (ref.id !== undefined && tab.listing?.pictures.has(ref.id)) tab.change({ id: ref.id, state: 'known', text });
  }
}
