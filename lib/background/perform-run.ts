import type { Server } from '~/lib/api/types';
import { browserLanguage } from '~/lib/i18n/language';
import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import type { AnswerRequest, PictureAnswerRequest } from '~/lib/shared/run';
import { isPictureRequest, isReportRequest } from '~/lib/shared/run-kinds';
import type { PageContent } from '~/lib/shared/page-content';
import type { Settings } from '~/lib/shared/settings';
import { suggestQuestions } from '~/lib/tasks/topics/suggest-questions';
import { getSettings } from '~/lib/storage/settings';
import { type ReadQuestion, readQuestion, withoutRepeated } from './attachments/read-question';
import { answerInBrowser, answerOnDevice } from './answer-here';
import { askServer } from './ask-server';
import type { Material } from './build-request';
import { chooseEngine, needsKey } from './choose-engine';
import { logFindings } from './guard/log';
import { performReport } from './guard/perform-report';
import type { ReportMaterial } from './guard/report-material';
import { buildHistory } from './history';
import { performPictureRun } from './pictures/perform-picture-run';
import { performScan } from './pdf/scan/perform-scan';
import { tellReading } from './pdf/tell-reading';
import { readSource } from './read-source';
import type { Prepared, RunContext } from './run-context';
import { getServer } from './server';

/**
 * Executes a run from its beginning. Returns when it has ended, or when it waits for the reader to accept what is
 * sent: then it gives what was prepared, for `sendRequest` or `resumeReport`.
 */
export async function performRun(context: RunContext): Promise<Prepared | ReportMaterial | undefined> {
  const { live, thread, signal, choice } = context;
  live.change({ state: 'reading' });
  const { request } = live.run;
  if (isReportRequest(request)) return performReport(context, request);
  if (request.task === 'read-scan') return performScan(context, request);
  if (isPictureRequest(request)) return performPictureRun(context, request);
  const { settings } = await getSettings();
  const reading = (until: AbortSignal) => read({ ...context, signal: until }, request, settings);
  const { page, sent, shown, unread } = await (context.reading?.take(signal, reading) ?? reading(signal));
  signal.throwIfAborted();
  live.change({ page: { url: page.url, title: page.title || live.run.page.title }, reading: undefined, ...(shown.length > 0 ? { pictures: shown } : {}), ...findTopics(page, request, settings) });
  const history = withoutRepeated(await buildHistory(thread, live, settings.guard), sent);
  // Once for all questions about a page, and for all answers that are compared.
  const wasRead = !!live.run.comparison?.place || thread.runs.some(({ run }) => run !== live.run && run.page.url === page.url && run.read?.findings);
  if (!wasRead) logFindings(settings.guard, { url: page.url, isPrivate: live.isPrivate }, page.findings);
  const pictureLanguage = settings.pictures.language;
  const material: Material = { request, page, history, browserLanguage: browserLanguage(), pictures: sent, pictureLanguage, unread, marks: settings.sources.marks };

  const server = await getServer(settings);
  const { engine, fallback } = chooseEngine(settings, server.key !== undefined, choice.engine);
  signal.throwIfAborted();
  if (engine === 'device') {
    answerOnDevice(context, material, { fallback });
  } else if (engine === 'browser') {
    await answerInBrowser(context, material, settings, server, whyNotAsked(settings, server));
  } else {
    return askServer(context, settings, server, material);
  }
  return undefined;
}

/** Questions about a page that is summarized, in the language of the summary: of what else is, one could not be asked as simply. */
function findTopics(page: PageContent, request: Readonly<AnswerRequest>, { suggestions }: Settings): { topics?: string[] } {
  if (request.task !== 'summarize' || request.source.kind !== 'page' || !suggestions.on) return {};
  const { language } = request.options;
  const topics = suggestQuestions(page, language === 'page' ? page.lang : language === 'browser' ? browserLanguage() : language);
  return topics.length > 0 ? { topics } : {};
}

/** What the request is about. Only a question has more than one text. */
async function read(context: RunContext, request: Exclude<AnswerRequest, PictureAnswerRequest | { task: 'read-scan' }>, settings: Settings): Promise<ReadQuestion> {
  if (request.task === 'ask') return readQuestion(context, request, settings);
  const page = await readSource(request.source, context.tabId, context.live.run.page, context.platform, context.signal, tellReading(context.live));
  return { page, sent: [], shown: [], unread: [] };
}

/** What keeps a server from being asked about an answer that was not its own: no key, or nobody has agreed that anything goes there. */
function whyNotAsked(settings: Settings, server: Server): AppError | undefined {
  const host = hostOf(server.baseUrl);
  if (server.key === undefined && needsKey(settings)) return new AppError('no-key', { host });
  return settings.sendAcceptedHosts.includes(host) ? undefined : new AppError('not-accepted', { host });
}
