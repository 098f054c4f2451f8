import type { Server } from '~/lib/api/types';
import { t } from '~/lib/i18n/message';
import { announceChange } from '~/lib/messaging/wake';
import { AppError, type ErrorCode, toAppError } from '~/lib/shared/app-error';
import type { ChatMessage } from '~/lib/shared/chat';
import { hostOf } from '~/lib/shared/base-url';
import type { PartsPlan } from '~/lib/shared/parts';
import type { AnswerRequest } from '~/lib/shared/run';
import type { Settings } from '~/lib/shared/settings';
import { countWords } from '~/lib/shared/words';
import type { StoredRequest } from '~/lib/storage/run-store';
import { answerTask } from '~/lib/tasks';
import { NO_TEXT } from '~/lib/tasks/whole/no-text';
import { selectedText } from '~/lib/tasks/prompt/source-blocks';
import { answerOnDevice } from '../answer-here';
import { type Material, reportReading } from '../build-request';
import { chooseModel, chooseVisionModel } from '../choose-model';
import { checkRequest } from '../guard/check-request';
import type { LiveRun } from '../live-run';
import { type ChosenMaterial, loadModelList } from '../prepare-request';
import type { Prepared, RunContext } from '../run-context';
import { isOutOfReach, refineServerError } from '../server';
import { streamAnswer } from '../stream-answer';
import { describeSearch, withoutVainSearch } from '../web-search';
import { OpenScan } from '../pdf/scan/open-scan';
import { ASK_FROM } from './limits';
import { PartsReading } from './parts-reading';
import { answerMessages, estimateParts, planParts, type TaskInParts } from './plan-parts';

/** The task of a request that is to be read whole, however long its text is. */
export function taskInParts(request: AnswerRequest): TaskInParts | undefined {
  const task = answerTask(request);
  return task?.inParts?.wants(request) ? (task as TaskInParts) : undefined;
}

interface Beginning extends ChosenMaterial {
  /** Tokens of text in a part at most; absent: as many as fit. */
  most?: number;
  /** The reader has agreed already. */
  agreed?: boolean;
}

/**
 * Has a server answer about a text that is larger than its model's context: it is read in parts, several at a time, and the
 * answer is made of what the model wrote about each. Returns when the run has ended, or, with what was prepared, when it
 * waits for the reader to agree: before anything goes to a host for the first time, and before what costs much.
 * @throws AppError `context-too-long`, `guard-blocked`, and what keeps the server from answering
 */
export async function beginWhole(context: RunContext, settings: Settings, server: Server, task: TaskInParts, beginning: Beginning): Promise<Prepared | undefined> {
  const { live } = context;
  const { material, model: { id, model }, most = Infinity, agreed = false } = beginning;
  const { request, page } = material;
  const host = hostOf(server.baseUrl);
  const planned = planParts(live.id, task, material, model, server.baseUrl, most);
  const estimate = estimateParts(task, request, planned, model?.price);
  live.replaceParts(planned.parts);
  live.keepRequest({ host, model: id, messages: [], ...describeSearch(request, id) }, planned.plan.answerMax, { plan: planned.plan });
  const selection = selectedText(page, request.source);
  live.change({
    engine: 'server', model: id, host, sources: undefined,
    read: reportReading(page, 0, selection ? countWords(selection) : page.wordCount, material.unread),
    parts: { step: 'parts', total: planned.parts.length, done: 0, missing: [], estimate },
  });
  const isCostly = estimate.tokens >= ASK_FROM.tokens || (estimate.usd ?? 0) >= ASK_FROM.usd;
  if (!agreed && (isCostly || !settings.sendAcceptedHosts.includes(host))) {
    live.change({ state: 'confirm' });
    return { material, pageTokens: planned.plan.partTokens };
  }
  const reading = new PartsReading({ context, settings, server, model: id, task, request }, planned.plan, planned.parts);
  await readOn(context, settings, server, task, reading, material);
  return undefined;
}

/**
 * Goes on where a reading in parts ended, however it did: what is done is not asked for again.
 * @returns whether there is anything to go on with; if not, the run begins anew
 */
export async function resumeWhole(context: RunContext, settings: Settings, server: Server, stored: StoredRequest, material?: Material): Promise<boolean> {
  const { live } = context;
  const { plan } = stored;
  const { request } = live.run;
  const task = taskInParts(request as AnswerRequest);
  const kept = await live.parts();
  if (!task || !plan || !kept.some(({ level }) => level === 0)) return false;
  const left = kept.flatMap(({ page, result }) => (page !== undefined && !result ? [page] : []));
  const scan = request.task === 'read-scan' && plan.scan ? new OpenScan(context, request, plan.scan.hash, left) : undefined;
  const model = plan.scan ? stored.model : await modelToGoOn(context, settings, server, stored.model, plan);
  const reading = new PartsReading({ context, settings, server, model, task, request: request as AnswerRequest, scan }, plan, kept);
  await readOn(context, settings, server, task, reading, material);
  return true;
}

/** What a server says of a model that it has no more. */
const WITHDRAWN: readonly (ErrorCode | undefined)[] = ['model-unknown', 'model-unavailable'];

/**
 * The model that goes on: the one that has begun, unless the reading ended because there is no such model any more. Then it is
 * the one that the reader has chosen since; but an answer that is compared is that of its model.
 */
async function modelToGoOn(context: RunContext, settings: Settings, server: Server, begun: string, plan: PartsPlan): Promise<string> {
  const { live } = context;
  const { error, comparison, request } = live.run;
  if (comparison || !WITHDRAWN.includes(error?.code)) return begun;
  const list = await loadModelList(context, settings, server);
  const { id } = plan.pictures ? chooseVisionModel(settings, list) : chooseModel(settings, list);
  if (id === begun) return begun;
  live.keepRequest({ host: hostOf(server.baseUrl), model: id, messages: [], ...describeSearch(request as AnswerRequest, id) }, plan.answerMax, { plan });
  live.change({ model: id });
  return id;
}

async function readOn(context: RunContext, settings: Settings, server: Server, task: TaskInParts, reading: PartsReading, material?: Material): Promise<void> {
  const { live } = context;
  // An answer that is there already stays until there is more to make one of.
  const hadAnswer = live.run.parts?.step === 'answer' && live.run.text !== '';
  const before = reading.notes.length;
  try {
    const { messages, blocks } = reading.unread;
    const { pictures } = reading.plan;
    const shown: ChatMessage[] = pictures ? [{ role: 'user', content: '', images: pictures.flatMap(({ images }) => images) }] : [];
    await checkRequest(context, settings, server, { messages: [...messages, ...shown] }, { blocks });
    live.change({ state: 'waiting', error: undefined, finish: undefined });
    await reading.readParts();
    const first = live.run.parts?.missing[0]?.error;
    if (reading.notes.length === 0) throw first ? AppError.fromData(first) : new AppError('page-empty');
    if (hadAnswer && reading.notes.length === before) {
      live.change({ state: 'done', finish: 'stop', parts: live.run.parts && { ...live.run.parts, step: 'answer' } });
      return;
    }
    if (reading.plan.scan) showPages(live, reading);
    else await writeAnswer(context, settings, server, task, reading);
  } catch (thrown) {
    if (!hadAnswer && live.run.parts?.step !== 'answer') showNotes(live, reading);
    if (hadAnswer && live.run.parts?.step !== 'answer') live.change({ parts: live.run.parts && { ...live.run.parts, step: 'answer' } });
    const error = toAppError(thrown);
    if (context.signal.aborted || !material || reading.notes.length > 0 || !isOutOfReach(error) || !task.answerOnDevice) throw thrown;
    live.change({ parts: undefined });
    answerOnDevice(context, material, { fallback: 'offline', error: error.data });
  }
}

/** The answer from the notes; with fewer of them in one request where the server finds them too long. */
async function writeAnswer(context: RunContext, settings: Settings, server: Server, task: TaskInParts, reading: PartsReading): Promise<void> {
  const { live, signal } = context;
  const { plan } = reading;
  for (let tokens = plan.notesTokens; ; tokens = Math.floor(tokens / 2)) {
    const notes = await reading.joinNotes(tokens);
    signal.throwIfAborted();
    const { host = '', model = '', parts } = live.run;
    const request = withoutVainSearch(live.run.request as AnswerRequest, model);
    const messages = answerMessages(task, request, plan, notes, reading.share);
    const search = describeSearch(request, model);
    live.keepRequest({ host, model, messages, ...search }, plan.answerMax, { plan });
    live.restart({ state: 'waiting', parts: parts && { ...parts, step: 'answer' }, ...(plan.marks || search.web === 'asked' ? { sources: [] } : {}) });
    try {
      return await streamAnswer(context, settings, server, { model, messages, maxTokens: plan.answerMax, ...search });
    } catch (thrown) {
      signal.throwIfAborted();
      const error = await refineServerError(thrown, settings);
      if (error.code !== 'context-too-long' || live.run.text || tokens <= plan.noteMax) throw error;
    }
  }
}

/** The text of a scan is the answer: nobody is asked for another one. */
function showPages(live: LiveRun, reading: PartsReading): void {
  live.restart({ state: 'streaming', parts: live.run.parts && { ...live.run.parts, step: 'answer' } });
  live.addText(writePages(reading));
  live.change({ state: 'done', finish: 'stop' });
  // What goes along with the next question is another size now.
  announceChange('attachments');
}

function writePages({ pages }: PartsReading): string {
  return pages.map(({ page, text }) => `### ${t('scanPage', page)}\n\n${text === NO_TEXT ? t('scanNoText') : text}`).join('\n\n');
}

/** What there is of a text whose reading has ended early: the notes, each under the number of its part. */
function showNotes(live: LiveRun, reading: PartsReading): void {
  const { notes } = reading;
  if (notes.length === 0) return;
  const total = live.run.parts?.total ?? notes.length;
  const text = reading.plan.scan ? writePages(reading) : notes.map(({ from, text: note }) => `### ${t('partHeading', from, total)}\n\n${note}`).join('\n\n');
  if (live.run.text === text) return;
  if (live.run.text) live.restart({});
  live.addText(text);
}
