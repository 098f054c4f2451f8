import { AppError } from '~/lib/shared/app-error';
import type { PageContent } from '~/lib/shared/page-content';
import { isPictureRequest } from '~/lib/shared/run-kinds';
import { readData } from '~/lib/tasks/prompt/read-data';
import { textOfData } from '~/lib/tasks/prompt/page-data';
import { getText, PAGE_KEY } from '~/lib/storage/text-store';
import { readPlainText } from './plain-page';
import { withoutHash } from './read-tab';
import type { Thread } from './thread';

/**
 * The page of a conversation as it was when it was last sent: the tab may show another one by now. Throws `page-navigated`
 * (`not-kept`) where no text of it was ever sent.
 */
export async function readKeptPage({ id, runs }: Thread, signal: AbortSignal): Promise<PageContent> {
  for (const live of runs.toReversed()) {
    if (isPictureRequest(live.run.request) || live.run.request.source.kind === 'none') continue;
    // What went out then is the page and more: of that the page alone is kept by itself.
    if (live.run.read?.documents) {
      const kept = await getText(id, PAGE_KEY);
      if (kept && withoutHash(kept.page.url) === withoutHash(live.run.page.url)) return kept.page;
      continue;
    }
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
