import type { GuardNote } from '~/lib/shared/guard';
import { getSettings } from '~/lib/storage/settings';
import type { StoredImage } from '~/lib/storage/images';
import { readData } from '~/lib/tasks/prompt/read-data';
import type { DescribeSetup } from '../pictures/prepare-describing';
import type { TabPictures } from '../pictures/tab-pictures';
import type { DescriptionRequest } from '../pictures/write-description';
import type { Platform } from '../platform';
import { openJudge } from './judge';
import { type Checks, isChecked, passCheckpoint } from './pass-checkpoint';

/** One description of many, on its way through the checkpoints. */
export interface CheckedDescription {
  /** What is to be told of it. */
  notes: GuardNote[];
  /** Throws `guard-blocked` for a description that is not to be shown. */
  passAnswer(text: string): Promise<void>;
}

/**
 * The checkpoints of a picture that is described among others: what the page says of it, then the picture, before the
 * request leaves; the description afterwards. What the guard uses is counted with the descriptions. The settings are those
 * of this moment: many pictures take long.
 * @throws AppError `guard-blocked` before anything is sent; `cancelled` when the signal aborts
 */
export async function checkDescription(platform: Platform, tab: TabPictures, setup: DescribeSetup, request: DescriptionRequest, files: readonly StoredImage[], signal: AbortSignal): Promise<CheckedDescription> {
  const { settings } = await getSettings();
  const { guard: options } = settings;
  const notes: GuardNote[] = [];
  if (!(['page', 'image', 'answer'] as const).some((checkpoint) => isChecked(options, checkpoint))) return { notes, passAnswer: async () => undefined };
  const checks: Checks = {
    options,
    guard: await openJudge(platform.api, settings, setup.server, signal),
    files,
    place: { url: setup.page.url, isPrivate: tab.isPrivate },
    signal,
    onNote: (note) => void notes.push(note),
    onUsage: (usage) => tab.count(usage),
  };
  const page = readData(request.messages);
  await passCheckpoint(checks, 'page', page ? [{ kind: 'text', checkpoint: 'page', text: page }] : []);
  const images = request.messages.flatMap((message) => message.images ?? []);
  await passCheckpoint(checks, 'image', images.length > 0 ? [{ kind: 'image', images }] : []);
  return { notes, passAnswer: (text) => passCheckpoint(checks, 'answer', [{ kind: 'text', checkpoint: 'answer', text }]) };
}
