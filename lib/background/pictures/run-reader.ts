import { browser } from 'wxt/browser';
import { AppError } from '~/lib/shared/app-error';
import { READER_GLOBAL, READER_JOBS, type ReaderJobName, type ReaderJobs } from '~/lib/shared/reader-jobs';
import { z } from '~/lib/shared/zod';
import { type TabDocument, workInTab } from '../read-tab';

type Input<N extends ReaderJobName> = z.input<ReaderJobs[N]['input']>;
type Output<N extends ReaderJobName> = z.output<ReaderJobs[N]['output']>;

/** Documents that hold no pictures a script could find. A tab may well show a picture alone, or a film. */
const CLOSED = /^(audio|font)\/|^application\/(pdf|octet-stream|zip|x-pdf)\b/;

/**
 * Does a job in the tab's page, injecting the reader script when it is not there yet. Throws the same `page-…` errors
 * as reading a page.
 */
export async function runReader<N extends ReaderJobName>(
  tabId: number,
  name: N,
  input: Input<N>,
  signal: AbortSignal = new AbortController().signal,
): Promise<Output<N>> {
  return workInTab(tabId, CLOSED, (at) => work(at, name, input), signal);
}

/** Jobs that need not know where in the tab the picture stands. */
const IN_FRAMES: readonly ReaderJobName[] = ['find', 'pixels', 'slice'];

async function work<N extends ReaderJobName>(at: TabDocument, name: N, input: Input<N>): Promise<Output<N>> {
  const output = await runIn({ tabId: at.tabId }, name, input, { documentId: at.documentId });
  const frameId = isMissing(output) ? frameOf(input) : 0;
  if (frameId === 0 || !IN_FRAMES.includes(name)) return output;
  // A frame of another origin, which the script in the page cannot enter. Where in the tab it stands, only the page could tell.
  return runIn<N>({ tabId: at.tabId, frameIds: [frameId] }, name, input).catch(() => output);
}

/** What a call into the page gives back. Its value comes as text: browsers take twice as long to hand over thousands of objects. */
const Reply = z.union([z.object({ missing: z.literal(true) }), z.object({ failed: z.string() }), z.object({ json: z.string() })]);

/**
 * Does a job in the frames of a target, with no look at the tab before: for what is done many times a minute. Throws what
 * the browser throws for a page that may not be entered.
 */
export async function runIn<N extends ReaderJobName>(
  target: { tabId: number; frameIds?: number[] },
  name: N,
  input: Input<N>,
  { documentId, inject = true }: { documentId?: string | undefined; /** Puts the script there when it is missing. */ inject?: boolean } = {},
): Promise<Output<N>> {
  for (const injected of inject ? [false, true] : [false]) {
    if (injected) await browser.scripting.executeScript({ target, files: ['/reader.js'] });
    const [ran] = await browser.scripting.executeScript({ target, func: callReader, args: [READER_GLOBAL, name, input] });
    if (documentId && ran?.documentId !== documentId) throw new AppError('page-navigated');
    const reply = Reply.safeParse(ran?.result);
    if (!reply.success) throw new AppError('unexpected', { detail: 'the page gave no answer' }, reply.error);
    if ('missing' in reply.data) continue;
    if ('failed' in reply.data) throw new AppError('unexpected', { detail: reply.data.failed });
    const output = READER_JOBS[name].output.safeParse(JSON.parse(reply.data.json));
    if (!output.success) throw new AppError('unexpected', { detail: 'the page gave an answer that cannot be read' }, output.error);
    return output.data as Output<N>;
  }
  throw new AppError('unexpected', { detail: 'the script did not stay in the page' });
}

/** Runs in the page. An element of the page with this id would be a property of the window as well, but not its own. */
async function callReader(global: string, name: string, input: unknown): Promise<unknown> {
  const reader: unknown = Object.hasOwn(globalThis, global) ? (globalThis as Record<string, unknown>)[global] : undefined;
  if (typeof reader !== 'function') return { missing: true };
  try {
    return { json: JSON.stringify((await reader(name, input)) ?? null) };
  } catch (thrown) {
    return { failed: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown) };
  }
}

function isMissing(output: unknown): boolean {
  return output === null || (typeof output === 'object' && (output as { kind?: unknown }).kind === 'gone');
}

function frameOf(input: object): number {
  return 'ref' in input ? ((input.ref as { frameId?: number }).frameId ?? 0) : 0;
}
