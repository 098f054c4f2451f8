import { AppError } from '~/lib/shared/app-error';
import type { GuardNote } from '~/lib/shared/guard';
import type { PictureProgress } from '~/lib/shared/picture';
import { type Description, findDescription, keepAddress, keepDescription, pictureAddress } from '~/lib/storage/descriptions';
import { checkDescription } from '../guard/check-description';
import { keepAliveDuring } from '../keepalive';
import type { Platform } from '../platform';
import { type Acquired, acquirePicture } from './acquire';
import type { Job } from './describe-queue';
import { identifyDocument } from './identify-document';
import type { TabPictures } from './tab-pictures';
import { type DescriptionRequest, prepareDescription, writeDescription } from './write-description';

interface Turns {
  /** Ends when the server may be asked. */
  mayAsk(): Promise<void>;
  /** Whether the server may be asked again after this error, later; `times` counts the errors before. */
  pauses(error: AppError, times: number): boolean;
}

/** All that can be done for a description before the server is asked. */
export interface PreparedPicture {
  acquired: Acquired;
  /** The description from an earlier visit, or the request for one. */
  content: { known: Description } | { request: DescriptionRequest };
}

/** Ways to a picture beside its file. */
export interface DetourChoice {
  /** The page may be moved to cut the picture out of the screen. */
  reveal: boolean;
  /** A server that can may fetch the picture itself. */
  address: boolean;
}

/**
 * Gets a picture's pixels, and makes the request unless its content was described before. Throws `image-…` and `page-…`
 * codes, and `context-too-long`.
 */
export async function preparePicture(platform: Platform, tab: TabPictures, { about, setup }: Job, may: DetourChoice, signal: AbortSignal): Promise<PreparedPicture> {
  const { maxSide } = setup.settings.pictures;
  const options = { maxSide, mayReveal: may.reveal, mayUseAddress: may.address && setup.mayUseAddress };
  const acquired = await acquirePicture(tab.tabId, { id: about.id }, options, platform, signal);
  // Ids mean nothing in another document: its picture would get this one's description.
  if ((await identifyDocument(tab.tabId)) !== tab.document) throw new AppError('page-navigated');
  signal.throwIfAborted();
  tab.remember(about.id, acquired);
  const known = await findDescription(acquired.hash, setup.language);
  return { acquired, content: known ? { known } : { request: await prepareDescription(setup, about, acquired) } };
}

/**
 * Describes one picture, unless one of the same content was described before. The description is kept.
 * @returns its progress, `known` or `done`
 * @throws AppError as the server's calls do, and `guard-blocked`
 */
export async function describePicture(
  platform: Platform,
  tab: TabPictures,
  { about, setup }: Job,
  { acquired, content }: PreparedPicture,
  signal: AbortSignal,
  turns: Turns,
): Promise<PictureProgress> {
  const { hash, thumbnail } = acquired;
  const { language } = setup;
  let notes: readonly GuardNote[] = [];
  const ask = async (): Promise<Description> => {
    if ('known' in content) return content.known;
    const { request } = content;
    const checked = await checkDescription(platform, tab, setup, request, acquired.images, signal);
    notes = checked.notes;
    const { text, usage } = await askPatiently(turns, () => writeDescription(platform, setup, request, signal));
    tab.count(usage);
    await checked.passAnswer(text);
    return { hash, language, text, model: setup.model.id, thumbnail, madeAt: Date.now() };
  };
  const { description, isFirst } = await tab.describeOnce(`${hash} ${language}`, ask, signal);
  const isNew = isFirst && 'request' in content;
  // The next picture need not wait for the disk.
  void keepAliveDuring(keep(tab, description, isNew, pictureAddress(about.src, setup.page.url)));
  const progress = toProgress(about.id, description, acquired, isNew);
  return notes.length > 0 ? { ...progress, guard: [...notes] } : progress;
}

async function askPatiently<T>(turns: Turns, ask: () => Promise<T>): Promise<T> {
  for (let times = 0; ; times++) {
    await turns.mayAsk();
    try {
      return await ask();
    } catch (thrown) {
      if (!(thrown instanceof AppError && turns.pauses(thrown, times))) throw thrown;
    }
  }
}

/** What cannot be kept is known for as long as this page is shown. */
async function keep(tab: TabPictures, description: Description, isNew: boolean, address: string | undefined): Promise<void> {
  if (tab.isPrivate) return;
  const kept = isNew ? keepDescription(description, address) : address !== undefined && keepAddress(address, description.hash);
  await Promise.resolve(kept).catch((thrown: unknown) => console.warn('A description was not kept.', thrown));
}

function toProgress(id: string, { text, model }: Description, { thumbnail, animated }: Acquired, isNew: boolean): PictureProgress {
  return { id, state: isNew ? 'done' : 'known', text, model, ...(thumbnail ? { thumbnail } : {}), ...(animated ? { animated } : {}) };
}
