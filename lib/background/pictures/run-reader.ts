import type { z } from '~/lib/shared/zod';
import type { ReaderJobName, ReaderJobs } from '~/lib/shared/reader-jobs';

/**
 * Does a job in the tab's page, injecting the reader script when it is not there yet. Throws the same `page-…` errors
 * as reading a page.
 */
export async function runReader<N extends ReaderJobName>(
  _tabId: number,
  _name: N,
  _input: z.input<ReaderJobs[N]['input']>,
  _signal?: AbortSignal,
): Promise<z.output<ReaderJobs[N]['output']>> {
  throw new Error('not built yet');
}
