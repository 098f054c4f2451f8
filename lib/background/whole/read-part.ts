import type { CallOutput } from '~/lib/messaging/protocol';
import type { AnswerRequest } from '~/lib/shared/run';
import { OpenScan } from '../pdf/scan/open-scan';
import type { Showing } from '../show-request';
import { partMessages } from './plan-parts';
import { taskInParts } from './read-whole';

/** Milliseconds for the picture of a page that is looked at. */
const DRAWING = 60_000;

/** One of a run's requests about parts, as it went out or will; `number` from 0, in the order in which they are kept. */
export async function readPart({ live, tabId, platform }: Showing, number: number): Promise<CallOutput<'getPart'>> {
  const request = live.run.request as AnswerRequest;
  const task = taskInParts(request);
  const [stored, kept] = await Promise.all([live.request(), live.parts()]);
  const part = kept[number];
  if (!task || !stored?.plan || !part) return null;
  const { scan } = stored.plan;
  if (scan && request.task === 'read-scan') {
    const signal = AbortSignal.timeout(DRAWING);
    await new OpenScan({ live, tabId, platform, signal }, request, scan.hash, []).draw(part, signal);
    const messages = scan.ocr && part.image ? [{ role: 'user' as const, content: '', images: [part.image] }] : partMessages(task, request, stored.plan, part, 0);
    return { messages, part: part.page ?? 0, words: 0 };
  }
  const total = kept.filter(({ level }) => level === 0).length;
  return { messages: partMessages(task, request, stored.plan, part, total), part: part.level === 0 ? part.index + 1 : 0, words: part.words };
}
