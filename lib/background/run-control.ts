import { announceChange } from '~/lib/messaging/wake';
import { AppError, toAppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import type { Run, RunRequest } from '~/lib/shared/run';
import { isLive, isReportRequest } from '~/lib/shared/run-kinds';
import { getSettings, updateSettings } from '~/lib/storage/settings';
import { acceptHost } from './accept-host';
import { chooseEngine } from './choose-engine';
import { resumeReport } from './guard/perform-report';
import type { ReportMaterial } from './guard/report-material';
import { keepAliveDuring } from './keepalive';
import type { LiveRun } from './live-run';
import { performRun } from './perform-run';
import { findImages } from './pictures/run-images';
import type { Platform } from './platform';
import { withoutHash } from './read-tab';
import type { EarlierPictures, Prepared, RunChoice, RunContext } from './run-context';
import { chooseTab, describePage, isIncognito, isUnkept } from './run-tab';
import { sendRequest } from './send-request';
import { getServer } from './server';
import { resumeWhole } from './whole/read-whole';
import type { Thread } from './thread';
import type { Threads } from './threads';

interface Execution {
  controller: AbortController;
  ended: Promise<void>;
}

/** Starts, stops and repeats runs. The one place that knows which runs this background executes. */
export class RunControl {
  readonly #platform: Platform;
  readonly #threads: Threads;
  readonly #executions = new Map<string, Execution>();
  /** Tabs whose thread is being replaced by an empty one. */
  readonly #renewing = new Map<number, Promise<void>>();
  /** What runs in state `confirm` were made from, as long as this background lives. */
  readonly #prepared = new Map<string, Prepared | ReportMaterial>();

  constructor(platform: Platform, threads: Threads) {
    this.#platform = platform;
    this.#threads = threads;
  }

  /**
   * Starts a run and returns its id. A live one with an equal request about the same page is joined instead; a summary
   * of the same that was asked for in another way is stopped, and one without text yet gives its place away.
   */
  async start(tabId: number, request: RunRequest): Promise<string> {
    const present = () => this.#threads.ofTab(tabId);
    const [page, engine, isPrivate] = await Promise.all([describePage(tabId, request, present), presentEngine(), isUnkept(tabId)]);
    // What is asked for right after New chat belongs to the new one.
    await this.#renewing.get(tabId)?.catch(() => undefined);
    const thread = await present();
    let old: LiveRun | undefined;
    // Nothing may be awaited between the last look and adding, or two equal requests would both find nothing.
    for (;;) {
      const others = thread.runs.filter(({ run }) => isUnderWay(run) && isSameSubject(run, request, page));
      // Both have been parsed, so equal requests have their fields in the same order.
      const equal = others.find(({ run }) => JSON.stringify(run.request) === JSON.stringify(request));
      if (equal) return equal.id;
      const [rival] = request.task === 'summarize' ? others : [];
      if (!rival) break;
      await this.#stop(rival);
      old = rival;
    }
    const run = newRun(thread, request, page, engine);
    const live = old && !old.run.text && thread.runs.includes(old) ? thread.replace(old, run, isPrivate) : thread.add(run, isPrivate);
    this.#execute(thread, live, tabId, {}, performRun);
    return live.id;
  }

  async stop(runId: string): Promise<void> {
    const { live } = await this.#threads.findRun(runId);
    await this.#stop(live);
  }

  /** A new run in the place of an old one. Throws `page-navigated` rather than lose an answer about another page. */
  async retry(runId: string, request: RunRequest | undefined, choice: RunChoice): Promise<string> {
    const { thread, live: old } = await this.#threads.findRun(runId);
    const wanted = request ?? old.run.request;
    const tabId = await chooseTab(thread, old);
    const page = await describePage(tabId, wanted, async () => thread);
    const [engine, isPrivate] = await Promise.all([presentEngine(choice.engine), isUnkept(tabId)]);
    const sameSource = wanted.source.kind !== 'link' && wanted.source.kind !== 'kept' && page.url && old.run.page.url;
    const moved = sameSource && withoutHash(page.url) !== withoutHash(old.run.page.url);
    if (moved && old.run.text) throw new AppError('page-navigated', { reason: 'other-page' });
    const earlier = await findEarlier(old, wanted);
    await this.#stop(old);
    this.#prepared.delete(old.id);
    const live = thread.replace(old, newRun(thread, wanted, page, engine), isPrivate);
    this.#execute(thread, live, tabId, choice, (context) => performRun({ ...context, earlier }));
    return live.id;
  }

  /** Goes on where the text ended; a run without a request, such as one made on this device, starts anew. */
  async continue(runId: string, { beyondLimit }: Pick<RunChoice, 'beyondLimit'> = {}): Promise<void> {
    const { thread, live } = await this.#threads.findRun(runId);
    if (isUnderWay(live.run)) return;
    const stored = await live.request();
    const { settings } = await getSettings();
    const tabId = await chooseTab(thread, live);
    const sameServer = stored?.host === hostOf(settings.baseUrl) && settings.sendAcceptedHosts.includes(stored.host);
    if (isLive(live.run)) return;
    // A long text that the reader did not want to be sent is asked about again.
    const isRefused = live.run.parts !== undefined && !live.run.parts.begun;
    if (live.run.engine === 'server' && sameServer && !isRefused && !isReportRequest(live.run.request)) return this.#send(thread, live, tabId, { beyondLimit });
    live.restart({ state: 'queued', error: undefined, finish: undefined, parts: undefined, usage: undefined, fallback: undefined, guard: undefined, blocking: undefined, guardUsage: undefined, report: undefined });
    this.#execute(thread, live, tabId, { model: live.run.model, beyondLimit }, performRun);
  }

  /** Asks once more about the parts of a long text that the answer lacks, and makes a new one with them. */
  async retryParts(runId: string): Promise<void> {
    const { thread, live } = await this.#threads.findRun(runId);
    const tabId = await chooseTab(thread, live);
    if (!isUnderWay(live.run) && live.run.parts?.missing.length) this.#send(thread, live, tabId, {}, true);
  }

  /** The reader's answer to "What is sent". Refusing ends the run; accepting holds for every later request to the host. */
  async confirm(runId: string, accept: boolean): Promise<void> {
    const { thread, live } = await this.#threads.findRun(runId);
    if (live.run.state !== 'confirm') return;
    if (!accept) return this.#stop(live);
    // Accepting that cannot be stored still holds for this run; the next one asks again.
    await acceptHost(live.run.host ?? '').catch((thrown: unknown) => console.warn('Not stored.', thrown));
    const tabId = await chooseTab(thread, live);
    // Two windows may both have pressed the button.
    if (live.run.state === 'confirm') this.#send(thread, live, tabId);
  }

  /** An empty thread for the tab; what was live in the old one is stopped. */
  async renew(tabId: number): Promise<void> {
    const renewing = this.#renew(tabId);
    this.#renewing.set(tabId, renewing);
    try {
      await renewing;
    } finally {
      if (this.#renewing.get(tabId) === renewing) this.#renewing.delete(tabId);
    }
  }

  async #renew(tabId: number): Promise<void> {
    await this.#stopUnlessShown(await this.#threads.ofTab(tabId), tabId);
    await this.#threads.renew(tabId);
  }

  /** A thread of the history for the tab. What is live in its present one goes on, and is in the history; what is not kept is stopped. */
  async open(tabId: number, threadId: string, besidePage = false): Promise<void> {
    const present = await this.#threads.ofTab(tabId);
    if (present.runs.some(({ isPrivate }) => isPrivate)) await this.#stopUnlessShown(present, tabId);
    await this.#threads.open(tabId, threadId, besidePage);
  }

  /** Empty threads for all tabs that show the thread. */
  async close(threadId: string): Promise<void> {
    const tabs = (await this.#threads.listShown()).filter((shown) => shown.threadId === threadId);
    for (const { tabId } of tabs) await this.renew(tabId);
    // What was live when another thread was opened in its place may still be.
    for (const thread of await this.#threads.listLoaded()) if (thread.id === threadId) await this.#stopAll(thread);
  }

  /** Empty threads for all tabs but those of private windows, of which nothing is in the history. */
  async closeAll(): Promise<void> {
    for (const { tabId } of await this.#threads.listShown()) if (!(await isIncognito(tabId))) await this.renew(tabId);
    for (const thread of await this.#threads.listLoaded()) if (thread.tabs.length === 0) await this.#stopAll(thread);
  }

  /** The tab is gone, and with it every window that could show its answers. */
  async closeTab(tabId: number): Promise<void> {
    const thread = await this.#threads.peek(tabId);
    if (!thread) return;
    await this.#stopUnlessShown(thread, tabId);
    await this.#threads.forgetTab(tabId);
  }

  /** Stops what is live in a thread that this tab shows no more, unless another one does. */
  async #stopUnlessShown(thread: Thread, tabId: number): Promise<void> {
    if (!thread.tabs.some((other) => other !== tabId)) await this.#stopAll(thread);
  }

  async #stopAll(thread: Thread): Promise<void> {
    await Promise.all(thread.runs.map((live) => this.#stop(live)));
    await Promise.all(thread.runs.map((live) => live.saved()));
  }

  async #stop(live: LiveRun): Promise<void> {
    const execution = this.#executions.get(live.id);
    execution?.controller.abort();
    await execution?.ended;
    if (isUnderWay(live.run)) live.change({ state: 'stopped' });
    this.#prepared.delete(live.id);
  }

  /** @param again also where there is an answer: parts of a long text are missing in it */
  #send(thread: Thread, live: LiveRun, tabId: number, choice: RunChoice = {}, again = false): void {
    const prepared = this.#prepared.get(live.id);
    this.#prepared.delete(live.id);
    live.change({ state: 'waiting' });
    const { request } = live.run;
    if (isReportRequest(request)) {
      const material = prepared && 'parts' in prepared ? prepared : undefined;
      return this.#execute(thread, live, tabId, choice, (context) => resumeReport(context, request, material));
    }
    this.#execute(thread, live, tabId, choice, async (context) => {
      const { settings } = await getSettings();
      const [server, outgoing] = await Promise.all([getServer(settings), live.request()]);
      // The settings may name another server by now: its host has not been accepted.
      if (!outgoing || outgoing.host !== hostOf(server.baseUrl)) return performRun(context);
      const known = prepared && 'material' in prepared ? prepared : undefined;
      if (!outgoing.plan || (isAnswering(live.run) && !again)) await sendRequest(context, settings, server, outgoing, known);
      else if (!(await resumeWhole(context, settings, server, outgoing, known?.material))) return performRun(context);
      return undefined;
    });
  }

  #execute(thread: Thread, live: LiveRun, tabId: number, choice: RunChoice, work: (context: RunContext) => Promise<Prepared | ReportMaterial | undefined>): void {
    const controller = new AbortController();
    const { signal } = controller;
    const running = async () => {
      try {
        const prepared = await work({ platform: choice.beyondLimit ? withoutLimit(this.#platform) : this.#platform, thread, live, tabId, signal, choice });
        if (prepared) this.#prepared.set(live.id, prepared);
        else if (live.run.state === 'done') await welcome();
      } catch (thrown) {
        const error = toAppError(thrown);
        if (signal.aborted || error.code === 'cancelled') live.change({ state: 'stopped' });
        else live.change({ state: 'failed', error: error.data });
      }
      this.#executions.delete(live.id);
      await live.saved();
      if (!live.isPrivate) announceChange('history');
    };
    // `running` awaits before it ends, so the run is in the table before it is taken out.
    this.#executions.set(live.id, { controller, ended: keepAliveDuring(running()) });
  }
}

function newRun(thread: Thread, request: RunRequest, page: Run['page'], engine: Run['engine']): Run {
  return {
    id: crypto.randomUUID(),
    threadId: thread.id,
    request,
    page,
    state: 'queued',
    createdAt: Date.now(),
    engine,
    text: '',
    reasoning: '',
  };
}

/** For one run that the reader sends although the day's limit is reached. */
function withoutLimit(platform: Platform): Platform {
  return { ...platform, api: platform.api.beyondLimit ?? platform.api };
}

/** Whether the text of a run is its answer, or the beginning of it; not the notes on a long text. */
function isAnswering({ text, parts }: Readonly<Run>): boolean {
  return text !== '' && parts?.step === 'answer';
}

function isUnderWay(run: Readonly<Run>): boolean {
  return isLive(run) || run.state === 'confirm';
}

/** What a run about the same pictures has of them. One that was too large is made anew: the size may have been changed. */
async function findEarlier(old: LiveRun, { source }: RunRequest): Promise<EarlierPictures | undefined> {
  const { pictures, request, error } = old.run;
  const isSame = JSON.stringify(request.source) === JSON.stringify(source);
  if (!pictures?.length || !isSame || error?.code === 'image-too-large') return undefined;
  const images = await findImages(old);
  return images && { shown: pictures, images };
}

/** Whether both ask for the same task on the same thing: a page, a passage in it, or one link. */
function isSameSubject(run: Readonly<Run>, request: RunRequest, page: Run['page']): boolean {
  const { task, source } = run.request;
  if (task !== request.task || JSON.stringify(source) !== JSON.stringify(request.source)) return false;
  return source.kind === 'link' || source.kind === 'kept' || source.kind === 'none' || withoutHash(run.page.url) === withoutHash(page.url);
}

/** What would answer now, until the run itself finds out. */
async function presentEngine(wanted?: Run['engine']): Promise<Run['engine']> {
  const { settings } = await getSettings();
  const key = await getServer(settings).catch(() => undefined);
  return chooseEngine(settings, key?.key !== undefined, wanted).engine;
}

/** A first answer counts as having been welcomed. */
async function welcome(): Promise<void> {
  const { settings } = await getSettings();
  if (!settings.welcomed) await updateSettings({ welcomed: true }).catch(() => undefined);
}
