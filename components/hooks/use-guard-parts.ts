import { useEffect, useState } from 'preact/hooks';
import type { Run } from '~/lib/shared/run';
import type * as Guard from '../guard/parts';

type Parts = typeof Guard;

let loaded: Parts | undefined;

/** What draws the guard's part of an answer, once it is loaded; it is loaded for a run that has one. */
export function useGuardParts({ report, guard, judged, read }: Pick<Run, 'report' | 'guard' | 'judged' | 'read'>): Parts | undefined {
  const [parts, setParts] = useState(() => loaded);
  const wanted = report !== undefined || guard !== undefined || judged !== undefined || read?.findings !== undefined;
  useEffect(() => {
    if (!wanted || parts) return;
    void import('../guard/parts').then((module) => {
      loaded = module;
      setParts(module);
    });
  }, [wanted, parts]);
  return parts;
}
