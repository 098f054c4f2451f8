import { keepPdfPassword } from '~/lib/storage/pdf-passwords';
import { withoutHash } from '../read-tab';
import { chooseTab } from '../run-tab';
import type { Threads } from '../threads';

/** Takes note of the password of the PDF that a run is about, for as long as its tab shows it. */
export async function unlockPdf(threads: Threads, runId: string, password: string): Promise<void> {
  const { thread, live } = await threads.findRun(runId);
  await keepPdfPassword(await chooseTab(thread, live), withoutHash(live.run.page.url), password);
}
