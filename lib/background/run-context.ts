import type { BuiltRequest, Material } from './build-request';
import type { LiveRun } from './live-run';
import type { Platform } from './platform';
import type { Thread } from './thread';
import type { Engine } from '~/lib/shared/settings';

/** What the reader chose for one run only, by Retry. */
export interface RunChoice {
  model?: string | undefined;
  engine?: Engine | undefined;
}

/** Everything one execution of a run needs. */
export interface RunContext {
  platform: Platform;
  thread: Thread;
  live: LiveRun;
  /** Aborted by Stop. */
  signal: AbortSignal;
  choice: RunChoice;
}

/** A request that is ready to go, with what it was made from: a smaller one, or a device's answer, can be made of it. */
export interface Prepared {
  material: Material;
  pageTokens: BuiltRequest['pageTokens'];
}
