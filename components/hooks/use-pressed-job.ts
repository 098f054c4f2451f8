import { useEffect, useState } from 'preact/hooks';
import type { RunRequest } from '~/lib/shared/run';
import type { SummaryOptions } from '~/lib/shared/settings';
import type { TaskMeta } from '~/lib/tasks/task';

interface PressedJob {
  /** As the reader last set it; undefined for the moment before it is known. */
  summary: SummaryOptions | undefined;
  tabId: number | undefined;
  start: (request: RunRequest) => void;
}

/** Starts the job of a button. A press before tab and settings are known (some milliseconds) is kept until they are. */
export function usePressedJob({ summary, tabId, start }: PressedJob): (task: TaskMeta) => void {
  const [pressed, setPressed] = useState<TaskMeta>();
  useEffect(() => {
    const request = summary && pressed?.makeRequest?.({ kind: 'page' }, { summary });
    if (!request || tabId === undefined) return;
    setPressed(undefined);
    start(request);
  });
  return setPressed;
}
