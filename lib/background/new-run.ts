import type { Run, RunRequest } from '~/lib/shared/run';
import { isLive } from '~/lib/shared/run-kinds';
import { getSettings } from '~/lib/storage/settings';
import { chooseEngine } from './choose-engine';
import { withoutHash } from './read-tab';
import { getServer } from './server';
import type { Thread } from './thread';

export function newRun(thread: Thread, request: RunRequest, page: Run['page'], engine: Run['engine'], id: string = crypto.randomUUID()): Run {
  return {
    id,
    threadId: thread.id,
    request,
    page,
    state: 'queued',
    createdAt: Date.now(),
    engine,
    text: '',
    reasoning: '',
  };
}

/** What would answer now, until the run itself finds out. */
export async function presentEngine(wanted?: Run['engine']): Promise<Run['engine']> {
  const { settings } = await getSettings();
  const key = await getServer(settings).catch(() => undefined);
  return chooseEngine(settings, key?.key !== undefined, wanted).engine;
}

/** The run goes on, or waits for the reader. */
export function isUnderWay(run: Readonly<Run>): boolean {
  return isLive(run) || run.state === 'confirm';
}

/** Whether both ask for the same in the same way. Both have been parsed, so their fields are in the same order. */
export function isEqualRequest(run: Readonly<Run>, request: RunRequest): boolean {
  return JSON.stringify(run.request) === JSON.stringify(request);
}

/** Whether both ask for the same task on the same thing: a page, a passage in it, or one link. */
export function isSameSubject(run: Readonly<Run>, request: RunRequest, page: Run['page']): boolean {
  const { task, source } = run.request;
  if (task !== request.task || JSON.stringify(source) !== JSON.stringify(request.source)) return false;
  return source.kind === 'link' || source.kind === 'kept' || source.kind === 'none' || withoutHash(run.page.url) === withoutHash(page.url);
}
