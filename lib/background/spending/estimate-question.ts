import { browserLanguage } from '~/lib/i18n/language';
import type { QuestionEstimate } from '~/lib/messaging/spending-calls';
import type { Attachment } from '~/lib/shared/attachment';
import { hostOf } from '~/lib/shared/base-url';
import type { PageContent } from '~/lib/shared/page-content';
import type { RunRequest } from '~/lib/shared/run';
import type { Settings } from '~/lib/shared/settings';
import type { Tray } from '~/lib/shared/tray';
import { estimateTokens } from '~/lib/shared/tokens';
import { getSettings } from '~/lib/storage/settings';
import { TASKS } from '~/lib/tasks';
import { readData } from '~/lib/tasks/prompt/read-data';
import { cutPassages } from '~/lib/tasks/whole/choose-passages';
import { partText } from '~/lib/tasks/whole/split-document';
import { measureTray } from '../attachments/measure-tray';
import { emptyPage } from '../attachments/read-file';
import { findTray } from '../attachments/trays';
import { buildRequest, countTokens, type Material } from '../build-request';
import { chooseEngine } from '../choose-engine';
import { chooseModel, findModel } from '../choose-model';
import { buildHistory } from '../history';
import { GuardJudge } from '../guard/judge';
import { isChecked } from '../guard/pass-checkpoint';
import { readKeptPage } from '../kept-page';
import { listKnownModels, loadModelsForRun } from '../model-list';
import type { Platform } from '../platform';
import { PAGE_AS_PICTURE } from '../pdf/as-file/send-as-files';
import { readShown } from '../pdf/read-shown';
import { getTab, withoutHash } from '../read-tab';
import { isUnkept } from '../run-tab';
import { getServer } from '../server';
import type { Thread } from '../thread';
import type { Threads } from '../threads';

/** Tokens of an answer where none was given yet. */
const USUAL_ANSWER = 400;

/** Tokens of a passage of an answer, or of a message, that a guard is asked about. */
const PASSAGE = 100;

/** Milliseconds that a page may take to be read. */
const PATIENCE = 20_000;

interface Asked {
  tabId: number;
  kind: 'page' | 'kept';
  version: number;
}

/** Tells what a question comes to, from the very request that it would be sent with. Nothing leaves the device. */
export class QuestionEstimates {
  readonly #platform: Platform;
  readonly #threads: Threads;
  /** The page last measured: it is not read again for every letter. */
  #page: { key: string; read: Promise<PageContent> } | undefined;

  constructor(platform: Platform, threads: Threads) {
    this.#platform = platform;
    this.#threads = threads;
  }

  /** None where no server would be asked, and where the page cannot be read. As long as nothing was agreed to be sent to the server, it is asked for nothing. */
  async estimate(asked: Asked): Promise<QuestionEstimate | null> {
    const { settings } = await getSettings();
    const server = await getServer(settings);
    const isAgreed = settings.sendAcceptedHosts.includes(hostOf(server.baseUrl));
    if (chooseEngine(settings, server.key !== undefined).engine !== 'server') return null;
    const thread = await this.#threads.ofTab(asked.tabId);
    const { source, attachments } = await findTray(thread);
    const kind = source?.kind === 'none' || source?.kind === 'selection' ? 'none' : (await isOfTab(source, asked.tabId)) ? 'page' : asked.kind;
    const selected = source?.kind === 'selection' ? estimateTokens(source.text) : 0;
    const [page, list, history, attached] = await Promise.all([
      kind === 'none' ? emptyPage('') : this.#read({ ...asked, kind }, thread),
      (isAgreed ? loadModelsForRun : listKnownModels)(this.#platform.api, server, settings),
      buildHistory(thread, undefined, settings.guard),
      attachments.length > 0 ? this.#measure(asked.tabId, thread, attachments) : { tokens: 0, pages: 0 },
    ]).catch(() => []);
    if (!page || !list || !history || attached === undefined) return null;
    try {
      const { id, model } = chooseModel(settings, list);
      const request = { task: 'ask', source: { kind }, question: '' } satisfies RunRequest;
      const material: Material = { request, page, history, browserLanguage: browserLanguage(), pictures: [], pictureLanguage: settings.pictures.language };
      const built = buildRequest(TASKS.ask, material, model, server.baseUrl);
      // What does not fit is chosen from.
      const beside = Math.min(attached.tokens + selected, Math.max(0, built.room - built.pageTokens));
      const pages = settings.documents.pdfFiles && model?.files ? (page.pages?.total ?? 0) + attached.pages : 0;
      const pictured = pages * PAGE_AS_PICTURE <= built.room - built.pageTokens ? pages * PAGE_AS_PICTURE : 0;
      const embedding = built.share < 1 ? estimateEmbedding(settings, page, built.room, (embedder) => findModel(list, embedder)?.price?.input) : undefined;
      const answer = usualAnswer(thread);
      const guard = estimateChecks(new GuardJudge(this.#platform.api, settings, server, list), settings, readData(built.messages), answer);
      return {
        model: id, sent: countTokens(built.messages) + beside + pictured, answer,
        ...(model?.price ? { price: model.price } : {}), ...(embedding ? { embedding } : {}), ...(guard ? { guard } : {}),
      };
    } catch {
      // What keeps a question from being asked is said when it is.
      return null;
    }
  }

  /** Tokens of what is attached, as far as it can be read, and pages of PDFs. */
  async #measure(tabId: number, thread: Thread, attachments: Attachment[]): Promise<{ tokens: number; pages: number }> {
    const place = { threadId: thread.id, tabId, isPrivate: await isUnkept(tabId), platform: this.#platform, signal: AbortSignal.timeout(PATIENCE) };
    const { sizes } = await measureTray({ attachments }, thread, place);
    return { tokens: sizes.reduce((sum, { tokens = 0 }) => sum + tokens, 0), pages: sizes.reduce((sum, { pages = 0 }) => sum + pages, 0) };
  }

  #read({ tabId, kind, version }: Asked, thread: Thread): Promise<PageContent> {
    if (kind === 'kept') return readKeptPage(thread, AbortSignal.timeout(PATIENCE));
    const key = `${tabId} ${version}`;
    if (this.#page?.key !== key) {
      const read = readShown(tabId, this.#platform, AbortSignal.timeout(PATIENCE)).then(({ page }) => page);
      read.catch(() => {
        if (this.#page?.read === read) this.#page = undefined;
      });
      this.#page = { key, read };
    }
    return this.#page.read;
  }
}

/** All of a text that does not fit goes to the model for embeddings, under the conditions of `rankByMeaning`. */
function estimateEmbedding(settings: Settings, page: PageContent, room: number, priceOf: (model: string) => number | undefined): QuestionEstimate['embedding'] {
  const { embeddingModel: model } = settings.documents;
  if (!model || isChecked(settings.guard, 'page') || isChecked(settings.guard, 'message')) return undefined;
  const tokens = cutPassages(page, room, { kind: 'page' }).reduce((sum, { blocks }) => sum + estimateTokens(partText(blocks)), 0);
  const price = priceOf(model);
  return { tokens, ...(price === undefined ? {} : { usd: (tokens * price) / 1_000_000 }) };
}

/** What checkpoints ask the guard: about the page in the request, the message, and the answer, which is judged in passages. */
function estimateChecks(judge: GuardJudge, { guard }: Settings, page: string, answer: number): QuestionEstimate['guard'] {
  if (judge.about('text').kind === 'device') return undefined;
  const passage = 'word '.repeat(PASSAGE);
  const texts = [
    ...(isChecked(guard, 'page') && page ? [page] : []),
    ...(isChecked(guard, 'message') ? [passage] : []),
    ...(isChecked(guard, 'answer') ? Array.from({ length: Math.ceil(answer / PASSAGE) }, () => passage) : []),
  ];
  if (texts.length === 0) return undefined;
  const { promptTokens, usd } = judge.estimate(texts, []);
  return { tokens: promptTokens, ...(usd === undefined ? {} : { usd }) };
}

/** The reader wants the page that the tab shows, whatever the conversation is about. */
async function isOfTab(source: Tray['source'], tabId: number): Promise<boolean> {
  if (source?.kind !== 'page') return false;
  const tab = await getTab(tabId).catch(() => undefined);
  return withoutHash(tab?.url) === withoutHash(source.url);
}

function usualAnswer({ runs }: Thread): number {
  const counted = runs.flatMap(({ run }) => (run.request.task === 'ask' && !run.parts ? (run.usage?.completionTokens ?? []) : []));
  return counted.length > 0 ? Math.ceil(counted.reduce((sum, tokens) => sum + tokens, 0) / counted.length) : USUAL_ANSWER;
}
