import { browser } from 'wxt/browser';
import type { ModelEstimate } from '~/lib/messaging/compare-calls';
import type { QuestionEstimate } from '~/lib/messaging/spending-calls';
import { toAppError } from '~/lib/shared/app-error';
import type { Attachment } from '~/lib/shared/attachment';
import { hostOf } from '~/lib/shared/base-url';
import type { PageContent } from '~/lib/shared/page-content';
import type { AnswerRequest } from '~/lib/shared/run';
import { isPictureRequest, isReportRequest } from '~/lib/shared/run-kinds';
import type { Settings } from '~/lib/shared/settings';
import { estimateTokens } from '~/lib/shared/tokens';
import type { Tray } from '~/lib/shared/tray';
import { getSettings } from '~/lib/storage/settings';
import { countAttached } from '../attachments/measure-tray';
import { readAttachments } from '../attachments/read-attachments';
import { emptyPage } from '../attachments/read-file';
import { findTray } from '../attachments/trays';
import { countTokens } from '../build-request';
import { chooseEngine } from '../choose-engine';
import { GuardJudge } from '../guard/judge';
import { buildHistory } from '../history';
import { readKeptPage, readSentPage } from '../kept-page';
import type { LiveRun } from '../live-run';
import { listKnownModels, loadModelsForRun } from '../model-list';
import { isAddressAllowed } from '../pictures/may-use-address';
import type { Platform } from '../platform';
import { readShown } from '../pdf/read-shown';
import { getTab, withoutHash } from '../read-tab';
import { isUnkept, staysWithTab } from '../run-tab';
import { getServer } from '../server';
import type { Thread } from '../thread';
import type { Threads } from '../threads';
import { estimateFor, type Gathered } from './estimate-for';

/** Milliseconds that a page may take to be read. */
const PATIENCE = 20_000;

interface Asked {
  tabId: number;
  kind: 'page' | 'kept';
  version: number;
}

/** What a request is about, before anything of it is read. */
interface Described extends Pick<Gathered, 'request' | 'beside' | 'images' | 'withPictures'> {
  attachments: readonly Attachment[];
  /** Where its page is had from: the tab, the conversation, what was sent with the run. */
  from: 'none' | 'page' | 'kept' | 'sent';
}

/** What is attached: its tokens, its pictures, and the pages of its PDFs. */
type Attached = Pick<Gathered, 'pages' | 'images'> & { tokens: number };
const NOTHING: Attached = { tokens: 0, pages: 0, images: [] };

/** Tells what a question comes to, from the very request that it would be sent with. Nothing leaves the device. */
export class QuestionEstimates {
  readonly #platform: Platform;
  readonly #threads: Threads;
  /** The page last measured: it is not read again for every letter. */
  #page: { tabId: number; key: string; read: Promise<PageContent> } | undefined;

  constructor(platform: Platform, threads: Threads) {
    this.#platform = platform;
    this.#threads = threads;
    browser.tabs.onRemoved.addListener((tabId) => {
      if (this.#page?.tabId === tabId) this.#page = undefined;
    });
  }

  /** None where no server would be asked, and where the page cannot be read. As long as nothing was agreed to be sent to the server, it is asked for nothing. */
  async estimate(asked: Asked): Promise<QuestionEstimate | null> {
    const { settings } = await getSettings();
    const found = await this.#gather(asked, settings);
    try {
      return found && estimateFor(found).estimate;
    } catch {
      // What keeps a question from being asked is said when it is.
      return null;
    }
  }

  /** The same for each of several models, with what keeps it from answering; with `runId` of what that run answers. */
  async compare({ models, runId, ...asked }: Asked & { models: readonly string[]; runId?: string | undefined }): Promise<ModelEstimate[] | null> {
    const { settings } = await getSettings();
    const about = runId === undefined ? undefined : (await this.#threads.findRun(runId)).live;
    const found = await this.#gather(asked, settings, about);
    return found && models.map((model): ModelEstimate => {
      try {
        return { model, ...estimateFor(found, model) };
      } catch (thrown) {
        return { model, error: { ...toAppError(thrown).data, model } };
      }
    });
  }

  async #gather(asked: Asked, settings: Settings, about?: LiveRun): Promise<Gathered | null> {
    const server = await getServer(settings);
    if (chooseEngine(settings, server.key !== undefined).engine !== 'server') return null;
    const isAgreed = settings.sendAcceptedHosts.includes(hostOf(server.baseUrl));
    const thread = await this.#threads.ofTab(asked.tabId);
    const described = about ? await describeRun(about, asked) : await describeTray(thread, asked);
    if (!described) return null;
    const { request, attachments, beside, images, withPictures, from } = described;
    const [page, list, history, attached] = await Promise.all([
      this.#readFrom(from, asked, thread, about),
      (isAgreed ? loadModelsForRun : listKnownModels)(this.#platform.api, server, settings),
      buildHistory(thread, about, settings.guard),
      attachments.length > 0 ? this.#measure(asked.tabId, thread, attachments, settings) : NOTHING,
    ]).catch(() => []);
    if (!page || !list || !history || attached === undefined) return null;
    return { settings, server, judge: new GuardJudge(this.#platform.api, settings, server, list), thread, list, page, history, request, beside: beside + attached.tokens, pages: attached.pages, images: [...images, ...attached.images], withPictures };
  }

  /** What is attached, as far as it can be read. */
  async #measure(tabId: number, thread: Thread, attachments: readonly Attachment[], settings: Settings): Promise<Attached> {
    const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE), this.#threads.whileSeen(tabId)]);
    const place = { threadId: thread.id, tabId, isPrivate: await isUnkept(tabId), platform: this.#platform, mayUseAddress: isAddressAllowed(settings.guard), keep: false, signal };
    const texts = (await readAttachments(attachments, place)).flatMap((each) => ('text' in each ? [each.text] : []));
    return {
      tokens: texts.reduce((sum, text) => sum + countAttached(text), 0),
      pages: texts.reduce((sum, { page }) => sum + (page.pages?.total ?? 0), 0),
      images: texts.flatMap(({ picture }) => picture?.images ?? []),
    };
  }

  async #readFrom(from: Described['from'], { tabId, version }: Asked, thread: Thread, about?: LiveRun): Promise<PageContent | undefined> {
    switch (from) {
      case 'none':
        return emptyPage('');
      case 'sent':
        return about && readSentPage(about, AbortSignal.timeout(PATIENCE));
      case 'kept':
        return readKeptPage(thread, AbortSignal.timeout(PATIENCE));
      case 'page':
        return this.#readShown(tabId, version);
    }
  }

  async #readShown(tabId: number, version: number): Promise<PageContent> {
    // Every panel counts its pages anew.
    const key = `${tabId} ${version} ${(await getTab(tabId)).url ?? ''}`;
    if (this.#page?.key !== key) {
      const read = readShown(tabId, this.#platform, AbortSignal.timeout(PATIENCE)).then(({ page }) => page);
      read.catch(() => {
        if (this.#page?.read === read) this.#page = undefined;
      });
      this.#page = { tabId, key, read };
    }
    return this.#page.read;
  }
}

/** The question that is yet to be written. */
async function describeTray(thread: Thread, asked: Asked): Promise<Described> {
  const { source, attachments } = await findTray(thread);
  const kind = source?.kind === 'none' || source?.kind === 'selection' ? 'none' : (await isOfTab(source, asked.tabId)) ? 'page' : asked.kind;
  return {
    request: { task: 'ask', source: { kind }, question: '' },
    attachments,
    beside: source?.kind === 'selection' ? estimateTokens(source.text) : 0,
    images: [],
    withPictures: attachments.some((each) => each.kind === 'picture' || (each.kind === 'file' && each.mediaType.startsWith('image/'))),
    from: kind,
  };
}

/** What was asked once. Its page is read again only while the tab shows it. */
async function describeRun(about: LiveRun, { tabId }: Asked): Promise<Described | undefined> {
  const { request, pictures } = about.run;
  if (isReportRequest(request)) return undefined;
  if (isPictureRequest(request)) {
    const messages = (await about.request())?.messages ?? [];
    return { request, attachments: [], beside: countTokens(messages), images: messages.flatMap(({ images = [] }) => images), withPictures: true, from: 'none' };
  }
  const isShown = request.source.kind === 'page' && (await staysWithTab(tabId, about.run));
  return {
    request: request satisfies AnswerRequest,
    attachments: request.task === 'ask' ? (request.attachments ?? []) : [],
    beside: 0,
    images: [],
    withPictures: !!pictures?.length,
    from: request.source.kind === 'none' ? 'none' : isShown ? 'page' : 'sent',
  };
}

/** The reader wants the page that the tab shows, whatever the conversation is about. */
async function isOfTab(source: Tray['source'], tabId: number): Promise<boolean> {
  if (source?.kind !== 'page') return false;
  const tab = await getTab(tabId).catch(() => undefined);
  return withoutHash(tab?.url) === withoutHash(source.url);
}
