import { findSent } from '~/lib/guard/find-sent';
import type { Server } from '~/lib/api/types';
import type { ChatMessage } from '~/lib/shared/chat';
import type { Checkpoint, Finding, Verdict } from '~/lib/shared/guard';
import type { Settings } from '~/lib/shared/settings';
import type { StoredImage } from '~/lib/storage/images';
import { readData } from '~/lib/tasks/prompt/read-data';
import type { RunContext } from '../run-context';
import { openJudge } from './judge';
import { isChecked, passCheckpoint } from './pass-checkpoint';
import { keepBlocking } from './past-runs';
import { checksOfRun } from './run-checks';
import { writtenByReader } from './written-by-reader';

const BEFORE: readonly Checkpoint[] = ['message', 'page', 'image'];

/** A request that is ready to go. */
interface Outgoing {
  messages: ChatMessage[];
}

/**
 * The checkpoints that a run's request passes before it leaves: what the reader wrote, then what of the page is in it, then
 * its pictures. Where nothing is checked, nothing is done.
 * @param files the request's pictures, as far as they are at hand
 * @throws AppError `guard-blocked`, `image-gone`; `cancelled` when the run is stopped
 */
export async function checkRequest(context: RunContext, settings: Settings, server: Server, { messages }: Outgoing, files?: readonly StoredImage[]): Promise<void> {
  const { live } = context;
  const notes = live.run.guard?.filter(({ checkpoint, outcome }) => checkpoint === 'answer' && outcome !== 'blocked') ?? [];
  if ((live.run.guard?.length ?? 0) > notes.length) live.change({ guard: notes.length > 0 ? notes : undefined });
  keepBlocking(live, settings.guard);
  if (!BEFORE.some((checkpoint) => isChecked(settings.guard, checkpoint))) return;
  live.change({ state: 'checking' });
  const guard = await openJudge(context.platform.api, settings, server, context.signal);
  const checks = checksOfRun(context, settings, guard, files);
  const message = writtenByReader(live.run.request);
  await passCheckpoint(checks, 'message', message ? [{ kind: 'text', checkpoint: 'message', text: message }] : []);
  const page = readData(messages);
  await passCheckpoint(checks, 'page', page ? [{ kind: 'text', checkpoint: 'page', text: page }] : [], ownVerdicts(page, live.run.read?.findings));
  const images = messages.flatMap((turn) => turn.images ?? []);
  await passCheckpoint(checks, 'image', images.map((image) => ({ kind: 'image', images: [image] })));
}

/** Orders to an assistant that stand in plain sight, disguised or not, are sent with the rest of the page: for these no guard need be asked. */
function ownVerdicts(page: string, findings: readonly Finding[] = []): Verdict[] {
  return findSent(findings, page).length > 0 ? [{ kind: 'unsafe', hazards: ['prompt-injection'] }] : [];
}
