import { effectiveHazards } from '~/lib/guard/policy';
import type { GuardSubject } from '~/lib/guard/subject';
import { AppError } from '~/lib/shared/app-error';
import type { Checkpoint, GuardNote } from '~/lib/shared/guard';
import type { Description } from '~/lib/storage/descriptions';
import type { StoredImage } from '~/lib/storage/images';
import { getSettings } from '~/lib/storage/settings';
import { readData } from '~/lib/tasks/prompt/read-data';
import type { Turns } from '../pictures/ask-patiently';
import type { DescribeSetup } from '../pictures/prepare-describing';
import type { TabPictures } from '../pictures/tab-pictures';
import type { DescriptionRequest } from '../pictures/write-description';
import type { Platform } from '../platform';
import { openJudge } from './judge';
import { judgePatiently } from './judge-patiently';
import { type Checks, isChecked, passCheckpoint } from './pass-checkpoint';

/** `guard-blocked` for one picture of many: its row says what was found. */
export class DescriptionBlocked extends AppError {
  readonly notes: readonly GuardNote[];

  constructor(notes: readonly GuardNote[]) {
    super('guard-blocked');
    this.notes = notes;
  }
}

/** One description of many, on its way through the checkpoints. */
export interface DescriptionChecks {
  /** Before the request leaves: what the page says of the picture, then the picture. Throws `DescriptionBlocked`. */
  passRequest(request: DescriptionRequest, files: readonly StoredImage[]): Promise<void>;
  /** The description itself; gives what is kept with it. Throws `DescriptionBlocked` for one that is not to be shown. */
  passAnswer(text: string): Promise<Pick<Description, 'checked' | 'notes'>>;
}

/**
 * The checkpoints of a picture that is described among others. What the guard uses is counted with the descriptions, and a
 * busy server is waited for as they wait. The settings are those of this moment: many pictures take long. What the checks
 * throw besides: `cancelled` when the signal aborts.
 */
export async function openChecks(platform: Platform, tab: TabPictures, setup: DescribeSetup, turns: Turns, signal: AbortSignal): Promise<DescriptionChecks> {
  const { settings } = await getSettings();
  const { guard: options } = settings;
  const notes: GuardNote[] = [];
  if (!(['page', 'image', 'answer'] as const).some((checkpoint) => isChecked(options, checkpoint))) return { passRequest: async () => undefined, passAnswer: async () => ({}) };
  const onUsage: Checks['onUsage'] = (usage) => tab.count(usage);
  const checks: Checks = {
    options,
    guard: judgePatiently(await openJudge(platform.api, settings, setup.server, signal), turns, onUsage),
    place: { url: setup.page.url, isPrivate: tab.isPrivate },
    signal,
    onNote: (note) => void notes.push(note),
    onUsage,
  };
  const pass = async (checkpoint: Checkpoint, subjects: readonly GuardSubject[], files?: readonly StoredImage[]) => {
    try {
      return await passCheckpoint({ ...checks, files }, checkpoint, subjects);
    } catch (thrown) {
      throw thrown instanceof AppError && thrown.code === 'guard-blocked' ? new DescriptionBlocked([...notes]) : thrown;
    }
  };
  return {
    async passRequest({ messages }, files) {
      const page = readData(messages);
      await pass('page', page ? [{ kind: 'text', checkpoint: 'page', text: page }] : []);
      const images = messages.flatMap((message) => message.images ?? []);
      await pass('image', images.length > 0 ? [{ kind: 'image', images }] : [], files);
    },
    async passAnswer(text) {
      const verdict = await pass('answer', [{ kind: 'text', checkpoint: 'answer', text }]);
      return { ...(verdict ? { checked: { verdict, hazards: [...effectiveHazards(options)] } } : {}), ...(notes.length > 0 ? { notes: [...notes] } : {}) };
    },
  };
}
