import { browserLanguage } from '~/lib/i18n/language';
import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import type { PageContent } from '~/lib/shared/page-content';
import type { KeptPart, PartsPlan, PartsReport } from '~/lib/shared/parts';
import { estimateImageTokens } from '~/lib/shared/tokens';
import { findScannedPages } from '~/lib/storage/scanned-pages';
import { getSettings } from '~/lib/storage/settings';
import { readAttachments } from '../../attachments/read-attachments';
import { countTokens } from '../../build-request';
import { chooseEngine } from '../../choose-engine';
import { loadModelList } from '../../prepare-request';
import { getTab } from '../../read-tab';
import type { RunContext } from '../../run-context';
import { getServer, refineServerError } from '../../server';
import { OCR_PAGE } from '../../spending/metered-api';
import { makePart, partMessages, type TaskInParts } from '../../whole/plan-parts';
import { resumeWhole, taskInParts } from '../../whole/read-whole';
import { readPdfTab } from '../read-shown';
import { tellReading } from '../tell-reading';
import { chooseReader, type ScanReader } from './choose-reader';
import type { ScanRequest } from './open-scan';

/** Tokens of a page of text at most, and as many as one has on the average: those of a book have 500 words. */
const PAGE_MOST = 4_000;
const PAGE_USUAL = 800;
/** Width of a page of the common formats, its height being 1. */
const PAGE_SHAPE = 0.71;

/**
 * Has the pages of a PDF that are pictures read by a model, several at a time, as a long text is read in parts. Before any of them is drawn or sent, the
 * reader is asked, each time: it may cost much. Pages that were read before cost nothing, unless another model is wanted.
 * @throws AppError `no-key`, `needs-model`, `no-vision`, `page-empty` for a document without such pages, and what keeps it from being read
 */
export async function performScan(context: RunContext, request: ScanRequest): Promise<undefined> {
  const { live, choice, signal } = context;
  const { settings } = await getSettings();
  const server = await getServer(settings);
  const { engine, fallback } = chooseEngine(settings, server.key !== undefined, choice.engine);
  if (engine !== 'server') throw new AppError(fallback === 'no-key' ? 'no-key' : 'needs-model', { host: hostOf(server.baseUrl) });
  const list = await loadModelList(context, settings, server).catch(async (thrown: unknown) => {
    throw await refineServerError(thrown, settings);
  });
  const reader = chooseReader(settings, list, choice.model);
  const page = await readScan(context, request);
  signal.throwIfAborted();
  const { pages } = page;
  const numbers = [...(pages?.pictures ?? []), ...(pages?.recognized ?? [])].sort((a, b) => a - b);
  const task = taskInParts(request);
  if (!pages?.hash || numbers.length === 0 || !task) throw new AppError('page-empty');
  const known = choice.model ? new Map<number, string>() : await findScannedPages(pages.hash);
  const parts = numbers.map((number, index): KeptPart => {
    const text = known.get(number);
    return { ...makePart(live.id, 0, index, ''), page: number, words: 1, ...(text === undefined ? {} : { result: { text } }) };
  });
  const left = parts.filter(({ result }) => !result).length;
  const plan = planScan(page, pages.hash, reader);
  const host = hostOf(server.baseUrl);
  live.replaceParts(parts);
  live.keepRequest({ host, model: reader.id, messages: [] }, plan.noteMax, { plan });
  live.change({
    engine: 'server', model: reader.id, host, reading: undefined, read: undefined,
    page: { url: page.url, title: page.title || live.run.page.title },
    parts: { step: 'parts', total: parts.length, done: parts.length - left, missing: [], estimate: estimateScan(task, request, plan, left, reader, settings.pictures.maxSide) },
  });
  const stored = await live.request();
  if (left > 0 || !stored) live.change({ state: 'confirm' });
  else await resumeWhole(context, settings, server, stored);
  return undefined;
}

/** The document, whether it has any text or not. */
async function readScan({ live, thread, tabId, platform, signal }: RunContext, { attachment }: ScanRequest): Promise<PageContent> {
  if (!attachment) return readPdfTab(tabId, (await getTab(tabId)).url ?? '', platform, signal, tellReading(live));
  const place = { threadId: thread.id, tabId, isPrivate: live.isPrivate, platform, mayUseAddress: false, keep: true, signal };
  const [read] = await readAttachments([attachment], place);
  if (read && 'error' in read) throw AppError.fromData(read.error);
  if (!read) throw new AppError('file-failed', { reason: 'file-gone' });
  return read.text.page;
}

function planScan(page: PageContent, hash: string, { model, ocr }: ScanReader): PartsPlan {
  const head: PageContent = { ...page, blocks: [], images: [], omissions: [], wordCount: 0 };
  delete head.findings;
  return { page: head, browserLanguage: browserLanguage(), history: [], partTokens: 0, notesTokens: 0, noteMax: Math.min(PAGE_MOST, model?.outputMax ?? Infinity), answerMax: 0, scan: { hash, ocr } };
}

/** What reading so many pages comes to, on the safe side. */
function estimateScan(task: TaskInParts, request: ScanRequest, plan: PartsPlan, left: number, { model, ocr }: ScanReader, maxSide: number): PartsReport['estimate'] {
  if (ocr) return { requests: left, tokens: 0, usd: left * OCR_PAGE };
  const frame = countTokens(partMessages(task, request, plan, makePart('', 0, 9_999, ''), 9_999));
  const sent = left * (frame + estimateImageTokens({ width: maxSide * PAGE_SHAPE, height: maxSide }));
  const given = left * PAGE_USUAL;
  const price = model?.price;
  return { requests: left, tokens: sent + given, ...(price ? { usd: (sent * price.input + given * price.output) / 1_000_000 } : {}) };
}
