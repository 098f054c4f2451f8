import { AppError } from '~/lib/shared/app-error';
import type { PageContent } from '~/lib/shared/page-content';
import { isPictureRequest } from '~/lib/shared/run-kinds';
import { readData } from '~/lib/tasks/prompt/read-data';
import { textOfData } from '~/lib/tasks/prompt/page-data';
import { readPlainText } from './plain-page';
import type { Thread } from './thread';

/**
 * The page of a conversation as it was when it was last sent: the tab may show another one by now. Throws `page-navigated`
 * (`not-kept`) where no text of it was ever sent.
 */
export async function readKeptPage({ runs }: Thread, signal: AbortSignal): Promise<PageContent> {
  for (const live of runs.toReversed()) {
    if (isPictureRequest(live.run.request)) continue;
    const request = await live.request();
    const { url, title } = live.run.page;
    const blocks = request?.plan ? (await live.parts()).filter(({ level }) => level === 0).flatMap((part) => part.blocks) : [];
    if (request?.plan && blocks.length > 0) return { ...request.plan.page, url, title, blocks };
    const text = textOfData(readData(request?.messages ?? []));
    if (!text) continue;
    const page = await readPlainText(text, url, signal);
    // What was cut off then is as unknown now.
    return { ...page, title, wordCount: Math.max(page.wordCount, live.run.read?.wordsTotal ?? 0) };
  }
  throw new AppError('page-navigated', { reason: 'text-not-kept' });
}
