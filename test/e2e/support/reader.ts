import type { Page } from 'puppeteer';
import type { z } from '../../../lib/shared/zod.ts';
import { READER_GLOBAL, READER_JOBS, type ReaderJobName, type ReaderJobs } from '../../../lib/shared/reader-jobs.ts';
import type { Docent } from './docent.ts';
import { enterTab } from './tabs.ts';

/** The reader script in one tab, driven as the background drives it. */
export interface TabReader extends AsyncDisposable {
  run<N extends ReaderJobName>(name: N, input: z.input<ReaderJobs[N]['input']>): Promise<z.output<ReaderJobs[N]['output']>>;
}

/** Puts the reader script into a tab, through the permission that a press on Docent's button gives. */
export async function openReader(docent: Docent, page: Page): Promise<TabReader> {
  const { tabId, own } = await enterTab(docent, page);
  const inject = () => own.evaluate((tabId) => chrome.scripting.executeScript({ target: { tabId }, files: ['/reader.js'] }).then(() => {}), tabId);
  // Twice, as after the worker was ended: the script must not mind.
  await inject();
  await inject();
  return {
    async run(name, input) {
      const value = await own.evaluate(
        async (tabId, args) => {
          const func = (global: string, job: string, given: unknown) => (globalThis as unknown as Record<string, (job: string, given: unknown) => Promise<unknown>>)[global]?.(job, given).catch((error: unknown) => ({ threw: String(error) }));
          return (await chrome.scripting.executeScript({ target: { tabId }, func, args }))[0]?.result ?? null;
        },
        tabId,
        [READER_GLOBAL, name, input] as [string, string, unknown],
      );
      return READER_JOBS[name].output.parse(value) as never;
    },
    [Symbol.asyncDispose]: () => own.close(),
  };
}
