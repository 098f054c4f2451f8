import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import type { Run, RunRequest } from '~/lib/shared/run';
import { isLive, isReportRequest } from '~/lib/shared/run-kinds';
import { getSettings } from '~/lib/storage/settings';
import { acceptHost } from './accept-host';
import { comparedLives, settleOpen } from './compare/compare-control';
import { findEarlier } from './earlier-pictures';
import type { Executions } from './executions';
import { resumeReport } from './guard/perform-report';
import type { LiveRun } from './live-run';
import { isEqualRequest, isSameSubject, isUnderWay, newRun, presentEngine } from './new-run';
import { performRun } from './perform-run';
import { withoutHash } from './read-tab';
import type { RunChoice } from './run-context';
import { chooseTab, describePage, isUnkept, staysWithTab } from './run-tab';
import { sendRequest } from './send-request';
import { getServer } from './server';
import type { Thread } from './thread';
import type { ThreadControl } from './thread-control';
import type { Threads } from './threads';
import { resumeWhole } from './whole/read-whole';

/** Answers to the same question that are kept beside each other; of more, the oldest ones that nothing follows go. */
const MAX_VERSIONS = 20;

/** Starts, stops and repeats runs. */
export class RunControl {
  readonly #threads: Threads;
  readonly #shown: ThreadControl;
  readonly #executions: Executions;

  constructor(threads: Threads, shown: ThreadControl, executions: Executions) {
    this.#threads = threads;
    this.#shown = shown;
    this.#executions = executions;
  }

  /**
   * Starts a run and returns its id. A live one with an equal request about the same page is joined instead; a summary
   * of the same that was asked for in another way is stopped, and one without text yet gives its place away.
   * @param id of the run, where who asks has chosen one: asked once more with it, nothing is started again
   */
  async start(tabId: number, request: RunRequest, id?: string): Promise<string> {
    const present = async () => (await this.#threads.ofTab(tabId)).path;
    const [page, engine, isPrivate] = await Promise.all([describePage(tabId, request, present), presentEngine(), isUnkept(tabId)]);
    const thread = await this.#shown.present(tabId);
    if (id !== undefined && thread.find(id)) return id;
    let old: LiveRun | undefined;
    // Nothing may be awaited between the last look and adding, or two equal requests would both find nothing.
    for (;;) {
      const others = thread.path.filter(({ run }) => isUnderWay(run) && isSameSubject(run, request, page));
      const equal = others.find(({ run }) => isEqualRequest(run, request));
      if (equal) return equal.id;
      const [rival] = request.task === 'summarize' ? others : [];
      if (!rival) break;
      await this.#executions.stop(rival);
      old = rival;
    }
    settleOpen(thread);
    const run = newRun(thread, request, page, engine, id);
    const live = old && !old.run.text && thread.runs.includes(old) ? thread.replace(old, run, isPrivate) : thread.add(run, isPrivate);
    this.#executions.begin(thread, live, tabId, {}, performRun);
    return live.id;
  }

  async stop(runId: string): Promise<void> {
    const { live } = await this.#threads.findRun(runId);
    await this.#executions.stop(live);
  }

  /**
   * A new run in the place of an old one, which stays as another version of the turn if it has an answer. Throws
   * `page-navigated` rather than mix answers about two pages.
   */
  async retry(runId: string, request: RunRequest | undefined, choice: RunChoice): Promise<string> {
    const { thread, live: old } = await this.#threads.findRun(runId);
    const wanted = request ?? old.run.request;
    const tabId = await chooseTab(thread, old);
    const page = await describePage(tabId, wanted, async () => [old]);
    const [engine, isPrivate] = await Promise.all([presentEngine(choice.engine), isUnkept(tabId)]);
    const sameSource = wanted.source.kind !== 'link' && wanted.source.kind !== 'kept' && page.url && old.run.page.url;
    const moved = sameSource && withoutHash(page.url) !== withoutHash(old.run.page.url);
    if (moved && old.run.text) throw new AppError('page-navigated', { reason: 'other-page' });
    const earlier = await findEarlier(old, wanted);
    await this.#executions.stop(old);
    const { comparison } = old.run;
    // Of answers that are compared each is asked again for itself.
    const isSeat = ({ run }: LiveRun) => (comparison ? run.comparison?.place === comparison.place : !run.comparison || run.comparison.model === old.run.model);
    // Pressed twice: the second press joins what the first has begun. Nothing may be awaited from here on.
    const isGone = !thread.runs.includes(old);
    const rivals = thread.runs.filter((each) => each.run.parentId === old.run.parentId && isEqualRequest(each.run, wanted) && isSeat(each));
    const joined = rivals.find((each) => each !== old && (isGone || (choice.model === undefined && isUnderWay(each.run))));
    if (joined) return joined.id;
    const model = choice.model ?? comparison?.model;
    // It takes the old one's place among those that are compared.
    const run = { ...newRun(thread, wanted, page, engine), ...(comparison ? { comparison: { ...comparison, model: model ?? comparison.model } } : {}) };
    const isKept = isAnswered(old.run) && thread.runs.includes(old);
    if (isKept && comparison) old.place({ comparison: undefined });
    const live = isKept ? thread.add(run, isPrivate, old) : thread.replace(old, run, isPrivate);
    this.#executions.begin(thread, live, tabId, { ...choice, model }, (context) => performRun({ ...context, earlier }));
    await this.#thinOut(thread, live);
    return live.id;
  }

  /** Asks in other words beside a run: both are kept, the new one is shown. About another page than the tab shows, with that page's text as it was sent. */
  async branch(runId: string, asked: RunRequest): Promise<string> {
    const { thread, live: old } = await this.#threads.findRun(runId);
    const tabId = await chooseTab(thread, old);
    const isElsewhere = asked.task === 'ask' && asked.source.kind !== 'link' && !(await staysWithTab(tabId, old.run));
    const request = isElsewhere ? { ...asked, source: { kind: 'kept' as const } } : asked;
    const [page, engine, isPrivate] = await Promise.all([describePage(tabId, request, async () => [old]), presentEngine(), isUnkept(tabId)]);
    const equal = thread.versionsOf(old).find(({ run }) => isUnderWay(run) && isEqualRequest(run, request));
    if (equal) return equal.id;
    const live = thread.add(newRun(thread, request, page, engine), isPrivate, old);
    this.#executions.begin(thread, live, tabId, {}, performRun);
    return live.id;
  }

  /** Shows another version of a run's turn: `step` 1 the next, -1 the previous. At the first and last nothing happens. */
  async showVersion(runId: string, step: number): Promise<void> {
    const { thread, live } = await this.#threads.findRun(runId);
    const versions = thread.versionsOf(live);
    const other = versions[versions.indexOf(live) + step];
    if (!other) return;
    thread.choose(other);
    await other.saved();
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
    live.restart({ state: 'queued', error: undefined, finish: undefined, parts: undefined, usage: undefined, fallback: undefined, guard: undefined, blocking: undefined, guardUsage: undefined, masked: undefined, report: undefined });
    this.#executions.begin(thread, live, tabId, { model: live.run.model ?? live.run.comparison?.model, beyondLimit }, performRun);
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
    // What is asked of several models at once is answered once; reading a long text in parts is a question of its own.
    const others = live.run.comparison && !live.run.parts ? comparedLives(thread, live).filter(({ run }) => run !== live.run && !run.parts) : [];
    const isAsked = ({ run }: LiveRun) => run.state === 'confirm' && run.host === live.run.host;
    const all = [live, ...others.filter(isAsked)];
    if (!accept) {
      await Promise.all(all.map((each) => this.#executions.stop(each)));
      return;
    }
    // Accepting that cannot be stored still holds for this run; the next one asks again.
    await acceptHost(live.run.host ?? '').catch((thrown: unknown) => console.warn('Not stored.', thrown));
    const tabId = await chooseTab(thread, live);
    // Two windows may both have pressed the button.
    for (const each of all) if (isAsked(each)) this.#send(thread, each, tabId);
  }

  /** @param again also where there is an answer: parts of a long text are missing in it */
  #send(thread: Thread, live: LiveRun, tabId: number, chosen: RunChoice = {}, again = false): void {
    const choice = { model: live.run.comparison?.model, ...chosen };
    const prepared = this.#executions.takePrepared(live);
    live.change({ state: 'waiting' });
    const { request } = live.run;
    if (isReportRequest(request)) {
      const material = prepared && 'parts' in prepared ? prepared : undefined;
      return this.#executions.begin(thread, live, tabId, choice, (context) => resumeReport(context, request, material));
    }
    this.#executions.begin(thread, live, tabId, choice, async (context) => {
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

  async #thinOut(thread: Thread, live: LiveRun): Promise<void> {
    const answers = thread.versionsOf(live).filter(({ run }) => isEqualRequest(run, live.run.request));
    const [oldest] = answers.filter((each) => each !== live && !isUnderWay(each.run) && thread.branchOf(each).length === 1);
    if (oldest && answers.length > MAX_VERSIONS) await thread.remove(oldest).catch((thrown: unknown) => console.warn('Not deleted.', thrown));
  }
}

/** The run has an answer that a reader may want to see again beside a newer one. */
function isAnswered({ state, text }: Readonly<Run>): boolean {
  return state === 'done' || (state === 'stopped' && text !== '');
}

/** Whether the text of a run is its answer, or the beginning of it; not the notes on a long text. */
function isAnswering({ text, parts }: Readonly<Run>): boolean {
  return text !== '' && parts?.step === 'answer';
}
