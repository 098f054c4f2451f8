import { effectiveHazards, effectivePolicy } from '~/lib/guard/policy';
import { AppError } from '~/lib/shared/app-error';
import type { PictureProgress } from '~/lib/shared/picture';
import { type Description, findDescription, keepAddress, keepDescription, pictureAddress } from '~/lib/storage/descriptions';
import { getSettings } from '~/lib/storage/settings';
import { DescriptionBlocked, openChecks } from '../guard/check-description';
import { keepAliveDuring } from '../keepalive';
import type { Platform } from '../platform';
import { type Acquired, acquirePicture } from './acquire';
import { askPatiently, type Turns } from './ask-patiently';
import type { Job } from './describe-queue';
import { identifyDocument } from './identify-document';
import { decideKept, notesOf } from './kept-description';
import { isAddressAllowed } from './may-use-address';
import type { TabPictures } from './tab-pictures';
import { type DescriptionRequest, prepareDescription, writeDescription } from './write-description';

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
  const { guard } = (await getSettings()).settings;
  const options = { maxSide, mayReveal: may.reveal, mayUseAddress: may.address && setup.mayUseAddress && isAddressAllowed(guard) };
  const acquired = await acquirePicture(tab.tabId, { id: about.id }, options, platform, signal);
  // Ids mean nothing in another document: its picture would get this one's description.
  if ((await identifyDocument(tab.tabId)) !== tab.document) throw new AppError('page-navigated');
  signal.throwIfAborted();
  tab.remember(about.id, acquired);
  const known = await findDescription(acquired.hash, setup.language);
  return { acquired, content: known ? { known } : { request: await prepareDescription(setup, about, acquired) } };
}

/**
 * Describes one picture, unless one of the same content was described before and may be shown as answers are checked now.
 * The description is kept.
 * @returns its progress, `known` or `done`
 * @throws AppError as the server's calls do, and `DescriptionBlocked`
 */
export async function describePicture(platform: Platform, tab: TabPictures, job: Job, prepared: PreparedPicture, signal: AbortSignal, turns: Turns): Promise<PictureProgress> {
  const { about, setup } = job;
  const { acquired, content } = prepared;
  const { guard } = (await getSettings()).settings;
  const known = 'known' in content ? content.known : undefined;
  const ask = async () => (known && (await passKnown(platform, tab, job, known, signal, turns))) ?? write(platform, tab, job, prepared, signal, turns);
  // What was described or judged before the reader checked answers as now is not taken for it.
  const key = JSON.stringify([acquired.hash, setup.language, effectivePolicy(guard, 'answer'), effectiveHazards(guard)]);
  const { description, isFirst } = await tab.describeOnce(key, ask, signal);
  const isNew = isFirst && description !== known;
  // The next picture need not wait for the disk.
  void keepAliveDuring(keep(tab, description, isNew, pictureAddress(about.src, setup.page.url)));
  const state = isNew && description.madeAt !== known?.madeAt ? 'done' : 'known';
  return { ...toProgress(about.id, description, acquired, state), ...notesOf(guard, description) };
}

/** A kept description, once it has passed as answers are checked now; nothing when it is not to be shown. */
async function passKnown(platform: Platform, tab: TabPictures, { setup }: Job, known: Description, signal: AbortSignal, turns: Turns): Promise<Description | undefined> {
  const { guard } = (await getSettings()).settings;
  const outcome = decideKept(guard, known);
  if (outcome !== 'unchecked') return outcome === 'blocked' ? undefined : known;
  const checks = await openChecks(platform, tab, setup, turns, signal);
  try {
    const { checked, notes = [] } = await checks.passAnswer(known.text);
    const earlier = known.notes?.filter(({ checkpoint }) => checkpoint !== 'answer') ?? [];
    return { ...known, ...(checked ? { checked } : {}), notes: [...earlier, ...notes] };
  } catch (thrown) {
    if (thrown instanceof DescriptionBlocked) return undefined;
    throw thrown;
  }
}

async function write(platform: Platform, tab: TabPictures, { about, setup }: Job, { acquired, content }: PreparedPicture, signal: AbortSignal, turns: Turns): Promise<Description> {
  const { hash, thumbnail, images } = acquired;
  const request = 'request' in content ? content.request : await prepareDescription(setup, about, acquired);
  const checks = await openChecks(platform, tab, setup, turns, signal);
  await checks.passRequest(request, images);
  const { text, usage } = await askPatiently(turns, () => writeDescription(platform, setup, request, signal));
  tab.count(usage);
  const found = await checks.passAnswer(text);
  return { hash, language: setup.language, text, model: setup.model.id, thumbnail, madeAt: Date.now(), ...found };
}

/** What cannot be kept is known for as long as this page is shown. */
async function keep(tab: TabPictures, description: Description, isNew: boolean, address: string | undefined): Promise<void> {
  if (tab.isPrivate) return;
  const kept = isNew ? keepDescription(description, address) : address !== undefined && keepAddress(address, description.hash);
  await Promise.resolve(kept).catch((thrown: unknown) => console.warn('A description was not kept.', thrown));
}

function toProgress(id: string, { text, model }: Description, { thumbnail, animated }: Acquired, state: 'done' | 'known'): PictureProgress {
  return { id, state, text, model, ...(thumbnail ? { thumbnail } : {}), ...(animated ? { animated } : {}) };
}
