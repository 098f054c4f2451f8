import { effectiveHazards } from '~/lib/guard/policy';
import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import type { Judge, SafetyReport, Verdict } from '~/lib/shared/guard';
import type { ReportRequest } from '~/lib/shared/run';
import type { Settings } from '~/lib/shared/settings';
import { getSettings } from '~/lib/storage/settings';
import { chooseEngine, type EngineChoice } from '../choose-engine';
import { readPictures } from '../pictures/read-pictures';
import { tellReading } from '../pdf/tell-reading';
import { readSource } from '../read-source';
import type { RunContext } from '../run-context';
import { getServer } from '../server';
import { type GuardJudge, openJudge } from './judge';
import { judgeReport } from './judge-report';
import { ASK_FROM_WORDS, JUDGED_SIDE } from './limits';
import { logCheck, logFindings } from './log';
import { DEVICE, ReportDraft, type ReportJudges } from './report-draft';
import { type CheckSafetyRequest, countAll, gatherMaterial, type ReportMaterial } from './report-material';
import { keepReportRequest } from './report-request';

/** What a report is made with. */
interface Setup extends EngineChoice {
  settings: Settings;
  host: string;
  /** Absent when nothing is sent. */
  guard?: GuardJudge | undefined;
}

/**
 * Executes a run that ends in a report. Returns when it has ended, or, with what was read, when it waits for the reader:
 * before anything is sent to a host for the first time, and before a long text is judged, which costs.
 */
export async function performReport(context: RunContext, request: ReportRequest): Promise<ReportMaterial | undefined> {
  const setup = await openSetup(context);
  return checkMaterial(context, setup, await readMaterial(context, setup, request));
}

/**
 * Goes on after the reader has agreed: with what was read before, or, when the background has died meanwhile, with what is
 * there now. More than they agreed to, or another host, is asked about again.
 */
export async function resumeReport(context: RunContext, request: ReportRequest, known: ReportMaterial | undefined): Promise<ReportMaterial | undefined> {
  const { host, report } = context.live.run;
  const setup = await openSetup(context);
  const material = known ?? (await readMaterial(context, setup, request));
  return checkMaterial(context, setup, material, host === setup.host ? (report?.checked.partsTotal ?? 0) : 0);
}

async function openSetup({ platform, signal, choice }: RunContext): Promise<Setup> {
  const { settings } = await getSettings();
  const server = await getServer(settings);
  const chosen = chooseEngine(settings, server.key !== undefined, choice.engine);
  const guard = chosen.engine === 'server' ? await openJudge(platform.api, settings, server, signal) : undefined;
  return { ...chosen, settings, host: hostOf(server.baseUrl), guard };
}

async function readMaterial(context: RunContext, setup: Setup, request: ReportRequest): Promise<ReportMaterial> {
  const material = await (request.task === 'check-image' ? readPicture(context, request) : readText(context, setup, request));
  context.signal.throwIfAborted();
  return material;
}

async function readText(context: RunContext, { settings, guard }: Setup, request: CheckSafetyRequest): Promise<ReportMaterial> {
  const { live, tabId, platform, signal } = context;
  const page = await readSource(request.source, tabId, live.run.page, platform, signal, tellReading(live));
  signal.throwIfAborted();
  live.change({ page: { url: page.url, title: page.title || live.run.page.title }, reading: undefined });
  logFindings(settings.guard, { url: page.url, isPrivate: live.isPrivate }, page.findings);
  return gatherMaterial(context, request, page, guard?.partTokens() ?? Infinity);
}

async function readPicture(context: RunContext, request: Extract<ReportRequest, { task: 'check-image' }>): Promise<ReportMaterial> {
  // What is told is told of the pixels that the reader has: behind the address a server may find others.
  const options = { maxSide: JUDGED_SIDE, mayReveal: true, mayUseAddress: false };
  const { sent, shown, files } = await readPictures(context, request, options);
  context.live.change({ pictures: shown });
  const pictures = sent.map(({ images }, i) => ({ id: shown[i]?.ref?.id ?? 'picture', images }));
  return { findings: [], parts: [], texts: [], wordsTotal: 0, listed: [], pictures, files, imagesTotal: pictures.length };
}

/** @param accepted parts and pictures that the reader has agreed to have judged by this host */
async function checkMaterial(context: RunContext, setup: Setup, material: ReportMaterial, accepted = 0): Promise<ReportMaterial | undefined> {
  const { live } = context;
  const { settings, host, guard, fallback } = setup;
  const hazards = effectiveHazards(settings.guard);
  const count = material.parts.length + material.listed.length + material.pictures.length;
  if (count + material.findings.length === 0) throw new AppError('page-empty');
  const onDevice = new ReportDraft(material, DEVICE, hazards);
  if (!guard || count === 0) {
    live.change({ engine: 'device', fallback });
    return finish(context, settings, onDevice);
  }
  // What was found here is there to be read, whatever becomes of the rest.
  live.change({ engine: 'server', report: onDevice.write() });
  const { estimate, ...judges } = await describeWork(guard, material);
  const { judge } = judges;
  const draft = new ReportDraft(material, judges, hazards, estimate);
  keepReportRequest(live, { host, model: judge.model, mode: judge.mode }, material, hazards);
  live.change({ model: judge.model, host, report: draft.write() });
  const isSmall = settings.sendAcceptedHosts.includes(host) && countAll(material.parts) <= ASK_FROM_WORDS;
  if (!isSmall && count > accepted) {
    live.change({ state: 'confirm' });
    return material;
  }
  live.change({ state: 'checking' });
  await judgeReport(context, settings, guard, material, draft);
  return finish(context, settings, draft);
}

interface Work extends ReportJudges {
  judge: ModelJudge;
  estimate: SafetyReport['estimate'];
}

type ModelJudge = Extract<SafetyReport['judge'], { kind: 'model' }>;

/** What judging comes to, and by whom. Throws what keeps there from being anyone. */
async function describeWork(guard: GuardJudge, material: ReportMaterial): Promise<Work> {
  const sizes = [...material.pictures.flatMap(({ images }) => images), ...material.listed.map(() => ({ width: JUDGED_SIDE, height: JUDGED_SIDE }))];
  const texts = material.parts.map(({ text }) => text);
  const { judge, requests, promptTokens, completionTokens, usd } = guard.estimate(texts, sizes);
  if (judge.kind !== 'model') throw (await guard.whyNot(texts.length > 0 ? 'text' : 'image')) ?? new AppError('model-unknown');
  const imageJudge = sizes.length > 0 ? guard.about('image') : judge;
  const isOther = imageJudge.kind === 'model' && imageJudge.model !== judge.model;
  return {
    judge,
    ...(isOther ? { imageJudge } : {}),
    estimate: { requests, tokens: promptTokens + completionTokens, ...(usd === undefined ? {} : { usd }) },
  };
}

function finish({ live }: RunContext, { guard }: Settings, draft: ReportDraft): undefined {
  const report = draft.write();
  live.change({ report, state: 'done', finish: 'stop' });
  const place = { url: live.run.page.url, isPrivate: live.isPrivate };
  const log = (checkpoint: 'page' | 'image', verdict: Verdict, judge: Judge) =>
    logCheck(guard, place, { checkpoint, verdict, outcome: verdict.kind === 'unsafe' ? 'warned' : 'passed', ...(judge.kind === 'model' ? { model: judge.model } : {}) });
  const ofImages = draft.verdictOn('image');
  const ofTexts = draft.verdictOn('text');
  if (ofTexts || !ofImages) log(live.run.request.task === 'check-image' ? 'image' : 'page', ofTexts ?? report.verdict, report.judge);
  if (ofImages) log('image', ofImages, report.imageJudge ?? report.judge);
  return undefined;
}
