import { AppError } from '~/lib/shared/app-error';
import type { PictureProgress } from '~/lib/shared/picture';
import { type Description, findDescription, keepAddress, keepDescription, pictureAddress } from '~/lib/storage/descriptions';
import type { Platform } from '../platform';
import { type Acquired, acquirePicture } from './acquire';
import type { Job } from './describe-queue';
import { identifyDocument } from './identify-document';
import type { TabPictures } from './tab-pictures';
import { writeDescription } from './write-description';

interface Turns {
  /** Ends when the server may be asked. */
  mayAsk(): Promise<void>;
  /** Whether the server may be asked again after this error, later; `times` counts the errors before. */
  pauses(error: AppError, times: number): boolean;
}

/** A picture's pixels as they are sent. Without `mayReveal` the page is not moved. Throws `image-…` and `page-…` codes. */
export function getPixels(platform: Platform, tab: TabPictures, { about, setup }: Job, mayReveal: boolean, signal: AbortSignal): Promise<Acquired> {
  const { maxSide } = setup.settings.pictures;
  const options = { maxSide, mayReveal, mayUseAddress: mayReveal && setup.mayUseAddress };
  return acquirePicture(tab.tabId, { id: about.id }, options, platform, signal);
}

/**
 * Describes one picture, unless one of the same content was described before. The description is kept.
 * @returns its progress, `known` or `done`
 * @throws AppError `page-navigated`, and as the server's calls do
 */
export async function describePicture(
  platform: Platform,
  tab: TabPictures,
  { about, setup }: Job,
  acquired: Acquired,
  signal: AbortSignal,
  turns: Turns,
): Promise<PictureProgress> {
  // Ids mean nothing in another document: its picture would get this one's description.
  if ((await identifyDocument(tab.tabId)) !== tab.document) throw new AppError('page-navigated');
  signal.throwIfAborted();
  tab.remember(about.id, acquired);
  const { hash, thumbnail } = acquired;
  const { language } = setup;
  const ask = async (): Promise<Description> => {
    const { text, usage } = await askPatiently(turns, () => writeDescription(platform, setup, about, acquired, signal));
    tab.count(usage);
    return { hash, language, text, model: setup.model.id, thumbnail, madeAt: Date.now() };
  };
  const { description, isNew } = await tab.describeOnce(`${hash} ${language}`, () => findDescription(hash, language), ask, signal);
  await keep(tab, description, isNew, pictureAddress(about.src));
  return toProgress(about.id, description, acquired, isNew);
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
