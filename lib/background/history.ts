import type { ChatMessage } from '~/lib/shared/chat';
import type { GuardOptions } from '~/lib/shared/guard';
import type { Run, RunSource } from '~/lib/shared/run';
import { findMarksInMarkdown, replaceMarks } from '~/lib/shared/source-marks';
import { parseUrl } from '~/lib/shared/url';
import { withoutPictures } from '~/lib/tasks/prompt/fit-history';
import { maySendAgain } from './guard/past-runs';
import type { LiveRun } from './live-run';
import { findImages } from './pictures/run-images';
import type { Thread } from './thread';

/**
 * What was asked and answered before this run (or at all, on the path that is shown), oldest first, with the pictures it was about as far as they
 * are still kept. Answers without text are left out, and so are those of this device: they are the page's own words,
 * which no model may take for its own, as is the text of a scan. Other versions of its turn, and of earlier ones, are no part of it. What the checkpoints would hold is left out as well.
 */
export async function buildHistory(thread: Thread, present: LiveRun | undefined, options: GuardOptions): Promise<ChatMessage[]> {
  const path = present ? thread.pathTo(present).slice(0, -1) : thread.path;
  const earlier = path.filter(({ run }) =>
    run.text && run.engine !== 'device' && run.request.task !== 'read-scan' && (run.state === 'done' || run.state === 'stopped') && maySendAgain(run, options));
  return (await Promise.all(earlier.map(describeRun))).flat();
}

async function describeRun(live: LiveRun): Promise<ChatMessage[]> {
  const question: ChatMessage = { role: 'user', content: describeRequest(live.run) };
  const answer: ChatMessage = { role: 'assistant', content: live.run.sources ? withoutMarks(live.run.text) : live.run.text };
  if (!live.run.pictures?.length) return [question, answer];
  const images = await findImages(live);
  return [images ? { ...question, images } : withoutPictures(question), answer];
}

/** Numbers of another answer would be taken for its own. */
function withoutMarks(text: string): string {
  return replaceMarks(text, findMarksInMarkdown(text), () => '');
}

const THINGS: Record<RunSource['kind'], string> = {
  page: 'the page',
  kept: 'the page',
  none: 'what is attached',
  selection: 'the selected passage',
  link: 'the linked page',
  image: 'the picture',
  view: 'what the browser shows',
  region: 'this part of what the browser shows',
  images: 'these pictures',
};

/** The reader's part of an earlier run, in words a model understands and without any of the page's, which are data. */
function describeRequest({ request, page }: Readonly<Run>): string {
  if (request.task === 'ask') return request.question;
  const host = parseUrl(page.url)?.host;
  const where = host ? ` at ${host}` : '';
  const thing = THINGS[request.source.kind];
  switch (request.task) {
    case 'summarize':
      return `Summarize ${thing}${where}.`;
    case 'describe-image':
      return `Describe ${thing}${where}.`;
    case 'write-alt-text':
      return `Write alternative text for ${thing}${where}.`;
    case 'read-image-text':
      return `Read the text in ${thing}${where}.`;
    case 'read-scan':
      return `Read the scanned pages of ${thing}${where}.`;
    case 'explain-chart':
      return `Explain the chart in ${thing}${where}.`;
    case 'check-safety':
    case 'check-image':
      return `Check ${thing}${where} for safety.`;
    case 'compare-images':
      return request.question || `Compare ${thing}${where}.`;
  }
}
