import type { CallOutput } from '~/lib/messaging/protocol';
import type { AnswerRequest } from '~/lib/shared/run';
import type { LiveRun } from '../live-run';
import { partMessages } from './plan-parts';
import { taskInParts } from './read-whole';

/** One of a run's requests about parts, as it went out or will; `number` from 0, in the order in which they are kept. */
export async function readPart(live: LiveRun, number: number): Promise<CallOutput<'getPart'>> {
  const request = live.run.request as AnswerRequest;
  const task = taskInParts(request);
  const [stored, kept] = await Promise.all([live.request(), live.parts()]);
  const part = kept[number];
  if (!task || !stored?.plan || !part) return null;
  const total = kept.filter(({ level }) => level === 0).length;
  return { messages: partMessages(task, request, stored.plan, part, total), part: part.level === 0 ? part.index + 1 : 0, words: part.words };
}
