import { browserLanguage } from '~/lib/i18n/language';
import { hostOf } from '~/lib/shared/base-url';
import { isPictureRequest, isReportRequest } from '~/lib/shared/run';
import { getSettings } from '~/lib/storage/settings';
import { answerInBrowser, answerOnDevice } from './answer-here';
import { askServer } from './ask-server';
import type { Material } from './build-request';
import { chooseEngine, needsKey } from './choose-engine';
import { logFindings } from './guard/log';
import { performReport } from './guard/perform-report';
import type { ReportMaterial } from './guard/report-material';
import { buildHistory } from './history';
import { performPictureRun } from './pictures/perform-picture-run';
import { readSource } from './read-source';
import type { Prepared, RunContext } from './run-context';
import { getServer } from './server';

/**
 * Executes a run from its beginning. Returns when it has ended, or when it waits for the reader to accept what is
 * sent: then it gives what was prepared, for `sendRequest` or `resumeReport`.
 */
export async function performRun(context: RunContext): Promise<Prepared | ReportMaterial | undefined> {
  const { live, thread, platform, signal, choice } = context;
  live.change({ state: 'reading' });
  const { request } = live.run;
  if (isReportRequest(request)) return performReport(context, request);
  if (isPictureRequest(request)) return performPictureRun(context, request);
  const page = await readSource(request.source, thread.tabId, live.run.page, platform, signal);
  signal.throwIfAborted();
  live.change({ page: { url: page.url, title: page.title || live.run.page.title } });
  const history = await buildHistory(thread.runs, live);
  const { settings } = await getSettings();
  // Once for all questions about a page.
  const wasRead = thread.runs.some(({ run }) => run !== live.run && run.page.url === page.url && run.read?.findings);
  if (!wasRead) logFindings(settings.guard, { url: page.url, isPrivate: thread.isPrivate }, page.findings);
  const pictureLanguage = settings.pictures.language;
  const material: Material = { request, page, history, browserLanguage: browserLanguage(), pictures: [], pictureLanguage };

  const server = await getServer(settings);
  const { engine, fallback } = chooseEngine(settings, server.key !== undefined, choice.engine);
  signal.throwIfAborted();
  if (engine === 'device') {
    answerOnDevice(context, material, { fallback });
  } else if (engine === 'browser') {
    const isThere = (server.key !== undefined || !needsKey(settings)) && settings.sendAcceptedHosts.includes(hostOf(server.baseUrl));
    await answerInBrowser(context, material, isThere ? { settings, server } : undefined);
  } else {
    return askServer(context, settings, server, material);
  }
  return undefined;
}
