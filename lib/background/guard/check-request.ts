import type { Server } from '~/lib/api/types';
import type { ChatMessage } from '~/lib/shared/chat';
import type { Checkpoint } from '~/lib/shared/guard';
import type { Block } from '~/lib/shared/page-content';
import type { Settings } from '~/lib/shared/settings';
import type { StoredImage } from '~/lib/storage/images';
import { readData } from '~/lib/tasks/prompt/read-data';
import type { RunContext } from '../run-context';
import { openJudge } from './judge';
import { ownVerdicts, rememberSafe, scopeOf } from './page-verdicts';
import { isChecked, passCheckpoint } from './pass-checkpoint';
import { keepBlocking } from './past-runs';
import { checksOfRun } from './run-checks';
import { writtenByReader } from './written-by-reader';

const BEFORE: readonly Checkpoint[] = ['message', 'page', 'image'];

/** A request that is ready to go. */
interface Outgoing {
  messages: ChatMessage[];
}

/** What a request was made from, as far as it is at hand. */
interface Origin {
  /** Of the page, in the order in which they stand in the request, if they do. */
  blocks?: readonly Block[] | undefined;
  /** Of its pictures. */
  files?: readonly StoredImage[] | undefined;
}

/**
 * The checkpoints that a run's request passes before it leaves: what the reader wrote, then what of the page is in it, then
 * its pictures. Where nothing is checked, nothing is done.
 * @throws AppError `guard-blocked`, `image-gone`; `cancelled` when the run is stopped
 */
export async function checkRequest(context: RunContext, settings: Settings, server: Server, { messages }: Outgoing, { blocks = [], files }: Origin = {}): Promise<void> {
  const { live } = context;
  // Of a text that is read on, what was found in the parts that have been read stays.
  const goesOn = (live.run.parts?.done ?? 0) > 0;
  const notes = live.run.guard?.filter(({ checkpoint, outcome }) => (checkpoint === 'answer' || (goesOn && checkpoint === 'page')) && outcome !== 'blocked') ?? [];
  if ((live.run.guard?.length ?? 0) > notes.length) live.change({ guard: notes.length > 0 ? notes : undefined });
  keepBlocking(live, settings.guard);
  if (!BEFORE.some((checkpoint) => isChecked(settings.guard, checkpoint))) return;
  live.change({ state: 'checking' });
  const guard = await openJudge(context.platform.api, settings, server, context.signal);
  const checks = checksOfRun(context, settings, guard, files);
  const message = writtenByReader(live.run.request);
  await passCheckpoint(checks, 'message', message ? [{ kind: 'text', checkpoint: 'message', text: message }] : []);
  const page = readData(messages);
  const verdict = await passCheckpoint(checks, 'page', page ? [{ kind: 'text', checkpoint: 'page', text: page }] : [], ownVerdicts(page, live.run.read?.findings));
  if (verdict?.kind === 'safe') void rememberSafe(scopeOf(guard, settings.guard), page, blocks);
  const images = messages.flatMap((turn) => turn.images ?? []);
  await passCheckpoint(checks, 'image', images.map((image) => ({ kind: 'image', images: [image] })));
}
