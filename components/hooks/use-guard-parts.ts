import type { Run } from '~/lib/shared/run';
import { lazyModule } from './lazy-module';

const useParts = lazyModule(() => import('../guard/parts'));

/** What draws the guard's part of an answer, once it is loaded; it is loaded for a run that has one. */
export function useGuardParts({ report, guard, judged, read }: Pick<Run, 'report' | 'guard' | 'judged' | 'read'>): ReturnType<typeof useParts> {
  return useParts(report !== undefined || guard !== undefined || judged !== undefined || read?.findings !== undefined);
}
