import { AppError } from '~/lib/shared/app-error';
import type { PageContent } from '~/lib/shared/page-content';
import { isPictureRequest } from '~/lib/shared/run-kinds';
import { readData } from '~/lib/tasks/prompt/read-data';
import { textOfData } from '~/lib/tasks/prompt/page-data';
import { getText, PAGE_KEY } from '~/lib/storage/text-store';
import { readPlainText } from './plain-page';
import type { LiveRun } from './live-run';
import { withoutHash } from './read-tab';
import type { Thread } from './thread';

/** Where its text may be, likely places first: in what came before, then in other versions; and if need be in what came before about another page. */
function whereKept(thread: Thread, present: LiveRun | undefined): LiveRun[] {
  const before = present ? thread.pathTo(present).slice(0, -1).reverse() : thread.path.toReversed();
  const url = (present ?? before[0])?.run.page.url;
  const isSamePage = ({ run }: LiveRun) => run.page.url === url;
  return [...before.filter(isSamePage), ...thread.runs.toReversed().filter(isSamePage), ...before];
}

/**
 * The page that a run is about as it was when it was last sent: the tab may show another one by now. Throws `page-navigated`
 * (`not-kept`) where no text of it was ever sent.
 * @param present absent: one that is yet to come, after what is shown
 */
export async function readKeptPage(thread: Thread, signal: AbortSignal, present?: LiveRun): Promise<PageContent> {
  let composed: LiveRun | undefined;
  for (const live of whereKept(thread, present)) {
    if (isPictureRequest(live.run.request) || live.run.request.source.kind === 'none') continue;
    // What went out then is the page and more: of that the page alone is kept by itself.
    if (live.run.read?.documents) {
      const kept = await getText(thread.id, PAGE_KEY);
      if (kept && withoutHash(kept.page.url) === withoutHash(live.run.page.url)) return kept.page;
      composed ??= live;
      continue;
    }
    const page = await readSentPage(live, signal);
    if (page) return page;
  }
  // A conversation out of a file has no more than what went out: the page with what was attached to it.
  const page = composed && (await readSentPage(composed, signal));
  if (page) return page;
  throw new AppError('page-navigated', { reason: 'text-not-kept' });
}

/** What of its page was sent with a run; undefined where no text was. */
export async function readSentPage(live: LiveRun, signal: AbortSignal): Promise<PageContent | undefined> {
  if (isPictureRequest(live.run.request)) return undefined;
  const request = await live.request();
  const { url, title } = live.run.page;
  const blocks = request?.plan ? (await live.parts()).filter(({ level }) => level === 0).flatMap((part) => part.blocks) : [];
  if (request?.plan && blocks.length > 0) return { ...request.plan.page, url, title, blocks };
  const text = textOfData(readData(request?.messages ?? []));
  if (!text) return undefined;
  const page = await readPlainText(text, url, signal);
  // What was cut off then is as unknown now.
  return { ...page, title, wordCount: Math.max(page.wordCount, live.run.read?.wordsTotal ?? 0) };
}
