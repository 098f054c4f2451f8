import { speechLimits } from '~/lib/api/speech/families';
import { browserLanguage } from '~/lib/i18n/language';
import { AppError } from '~/lib/shared/app-error';
import type { PageContent } from '~/lib/shared/page-content';
import type { VoiceRef } from '~/lib/shared/player';
import { isLive } from '~/lib/shared/run-kinds';
import type { Settings } from '~/lib/shared/settings';
import type { AnswerSetup } from '~/lib/speech/answer-speech';
import { findByAddresses, pictureAddress } from '~/lib/storage/descriptions';
import type { QueuedItem } from '~/lib/storage/player-session';
import { keepText, loadText } from '~/lib/storage/reading-texts';
import { descriptionLanguage } from '../pictures/description-language';
import { identifyDocument } from '../pictures/identify-document';
import { mayStandAlone } from '../pictures/kept-description';
import { chooseSelection } from '../chosen-selection';
import type { PageDescriber } from '../pictures/page-describer';
import { readPlainText } from '../plain-page';
import { checkQuoted, ReadingCheck } from '../guard/check-reading';
import { readShown } from '../pdf/read-shown';
import type { Platform } from '../platform';
import { getTab, type Tab, withoutHash } from '../read-tab';
import type { Threads } from '../threads';
import { AnswerReading } from './answer-reading';
import { PageReading } from './page-reading';
import { speechPhrases } from './phrases';
import { PicturesAhead } from './pictures-ahead';
import type { Reading } from './reading';

/** Characters that a system voice is given at most: some browsers' voices fall silent after 15 seconds. */
const SYSTEM_LENGTH = 200;
/** The same for a server: nobody waits for the sound of a whole page. */
const API_LENGTH = 600;

/** What is read of a tab, and which document it is of; see `identifyDocument`. */
export interface ItemText {
  page: PageContent;
  document: string | undefined;
  tab: Tab;
}

/** Reads the page of a tab, or takes the selected text that came with a click. Throws a `page-…` error. */
export async function readItemText(tabId: number, selection: { text?: string | undefined } | undefined, platform: Platform, signal: AbortSignal): Promise<ItemText> {
  const asked = getTab(tabId);
  asked.catch(() => undefined);
  let page: PageContent;
  let documentId: string | undefined;
  try {
    ({ page, documentId } = await readShown(tabId, platform, signal));
  } catch (thrown) {
    // Selected text can be had where the page around it cannot, as in a PDF.
    const text = selection?.text?.trim();
    if (!text || !(thrown instanceof AppError) || !/^(?:page|pdf)-/.test(thrown.code)) throw thrown;
    page = await readPlainText(text, (await asked).url ?? '', signal);
  }
  if (selection) {
    const text = (await chooseSelection(page, selection.text, signal)).selection;
    if (!text) throw new AppError('page-empty');
    const { lang } = page;
    page = { ...(await readPlainText(text, page.url, signal)), title: page.title, ...(lang === undefined ? {} : { lang }) };
  }
  return { page, document: documentId ?? (await identifyDocument(tabId)), tab: await asked };
}

/** The text of a page in the queue: the kept one, else the page is read once more if it is still there. */
async function findText({ item }: QueuedItem, platform: Platform, signal: AbortSignal): Promise<PageContent> {
  const kept = await loadText(item.id);
  if (kept) return kept;
  const { page } = await readShown(item.tabId, platform, signal);
  if (item.kind === 'selection' || withoutHash(page.url) !== item.url) throw new AppError('page-navigated');
  await keepText(item.id, page);
  return page;
}

/** Told until the signal aborts. */
export interface ReadingEvents {
  /** There is more of the text than before, or it is over. */
  onGrown(): void;
  /** `PicturesAhead.offer` is another. */
  onOffer(): void;
  /** The guard has said something of the text; it stands with the item. */
  onNote(): void;
}

/** Opens pages and answers for reading. */
export class ReadingOpener {
  readonly #threads: Threads;
  readonly #platform: Platform;
  readonly #describe: ((tabId: number, document: string) => PageDescriber) | undefined;

  /** `describe`: what describes pictures while a text is read; without it, those that are known have descriptions. */
  constructor(threads: Threads, platform: Platform, describe?: (tabId: number, document: string) => PageDescriber) {
    this.#threads = threads;
    this.#platform = platform;
    this.#describe = describe;
  }

  /** Throws a `page-…` error, and `bad-message` for an answer that is no more. */
  async open(queued: QueuedItem, settings: Settings, events: ReadingEvents, signal: AbortSignal): Promise<Reading> {
    const { item } = queued;
    const options = { ...settings.speech, pictures: item.pictures };
    const setup = { options, phrases: speechPhrases(), maxLength: shortestLimit(settings) };
    if (item.kind === 'answer') return this.#openAnswer(queued, setup, events, signal);
    const page = await findText(queued, this.#platform, signal);
    const check = new ReadingCheck({ page, queued, signal, onNote: () => events.onNote() });
    if (!item.pictures) return new PageReading(page, setup, check);
    const known = await findDescriptions(page, settings);
    const describer = queued.document === undefined ? undefined : this.#describe?.(item.tabId, queued.document);
    const onWords = () => events.onGrown();
    const pictures = await PicturesAhead.open({ page, queued, known, describer, onWords, onOffer: () => events.onOffer(), signal });
    return new PageReading(page, { ...setup, describe: (image, walks) => pictures.say(image, walks) }, check, pictures);
  }

  async #openAnswer(queued: QueuedItem, setup: Omit<AnswerSetup, 'answerId'>, events: ReadingEvents, signal: AbortSignal): Promise<Reading> {
    const { runId = '' } = queued.item;
    const { thread, live } = await this.#threads.findRun(runId);
    const reading = new AnswerReading({ ...setup, answerId: runId, marks: live.run.sources !== undefined }, checkQuoted(live, { queued, signal, onNote: () => events.onNote() }));
    const follow = () => {
      const { run } = live;
      if (run.text.length > reading.taken) reading.add(run.text.slice(reading.taken));
      if (!isLive(run)) reading.end();
      events.onGrown();
    };
    signal.throwIfAborted();
    thread.subscribe(follow, signal);
    return reading;
  }
}

function shortestLimit({ player }: Settings): number {
  const limit = (voice: VoiceRef) => (voice.kind === 'system' ? SYSTEM_LENGTH : Math.min(API_LENGTH, speechLimits(voice.model).maxLength));
  const voices = [player.voice, ...Object.values(player.voices), ...(player.pictureVoice ? [player.pictureVoice] : [])];
  return Math.min(...voices.map(limit));
}

/** What is known of the page's pictures, by their ids, as far as it may be said without a warning. */
async function findDescriptions({ images, lang, url }: PageContent, settings: Settings): Promise<ReadonlyMap<string, string>> {
  const language = descriptionLanguage(settings.pictures.language, lang, browserLanguage());
  const addresses = images.flatMap(({ id, src }) => {
    const address = pictureAddress(src, url);
    return address === undefined ? [] : [[id, address] as const];
  });
  const known = await findByAddresses(addresses.map(([, address]) => address), language);
  return new Map(addresses.flatMap(([id, address]) => {
    const found = known.get(address);
    return found && mayStandAlone(settings.guard, found) ? [[id, found.text] as const] : [];
  }));
}
