import type { ImagePart } from '~/lib/shared/chat';
import type { RunPicture } from '~/lib/shared/picture';
import type { Engine } from '~/lib/shared/settings';
import type { ReadQuestion } from './attachments/read-question';
import type { BuiltRequest, Material } from './build-request';
import type { SharedWork } from './compare/shared-work';
import type { LiveRun } from './live-run';
import type { Platform } from './platform';
import type { Thread } from './thread';

/** What the reader chose for one run only, by Retry. */
export interface RunChoice {
  model?: string | undefined;
  engine?: Engine | undefined;
  /** It is sent although the limit of the day is reached. */
  beyondLimit?: boolean | undefined;
}

/** What the run in whose place this one stands was about: its pictures may no longer be had in any other way. */
export interface EarlierPictures {
  shown: RunPicture[];
  images: ImagePart[];
}

/** Everything one execution of a run needs. */
export interface RunContext {
  platform: Platform;
  thread: Thread;
  live: LiveRun;
  /** The tab that it was asked for in. */
  tabId: number;
  /** Aborted by Stop. */
  signal: AbortSignal;
  choice: RunChoice;
  earlier?: EarlierPictures | undefined;
  /** What is read for all answers that are compared. */
  reading?: SharedWork<ReadQuestion> | undefined;
}

/** A request that is ready to go, with what it was made from: a smaller one, or a device's answer, can be made of it. */
export interface Prepared {
  material: Material;
  pageTokens: BuiltRequest['pageTokens'];
}
