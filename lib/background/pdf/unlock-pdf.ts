import { fileAddress, keepPdfPassword } from '~/lib/storage/pdf-passwords';
import { getTab, withoutHash } from '../read-tab';
import { chooseTab } from '../run-tab';
import type { Threads } from '../threads';

/** Takes note of the password of the PDF that a tab shows, for as long as it does. */
export async function unlockTab(tabId: number, password: string): Promise<void> {
  await keepPdfPassword(tabId, withoutHash((await getTab(tabId)).url), password);
}

/** Takes note of the password of the PDF that a run is about, for as long as its tab shows it. */
export async function unlockPdf(threads: Threads, runId: string, password: string): Promise<void> {
  const { thread, live } = await threads.findRun(runId);
  const { request, page } = live.run;
  const attached = request.task === 'read-scan' && request.attachment?.kind === 'file' ? fileAddress(request.attachment.fileId) : undefined;
  await keepPdfPassword(await chooseTab(thread, live), attached ?? withoutHash(page.url), password);
}
