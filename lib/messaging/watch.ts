import { loadProtocol } from './load-protocol';
import { THREAD_PORT } from './ports';
import type { ThreadEvent } from './protocol';
import { ThreadLengths } from './thread-lengths';
import { watchPort } from './watch-port';

/**
 * Watches the thread of a tab: `onEvent` gets a snapshot, then changes, and a snapshot again after every new
 * connection (`watchPort` says when).
 */
export function watchThread(tabId: number, onEvent: (event: ThreadEvent) => void, signal: AbortSignal): void {
  const follow = () => {
    let lengths: ThreadLengths | undefined;
    return {
      take(event: ThreadEvent) {
        if (event.type === 'snapshot') lengths = new ThreadLengths();
        if (!lengths?.follow(event)) return false;
        onEvent(event);
        return true;
      },
      get live() {
        return lengths?.someLive ?? false;
      },
    };
  };
  watchPort(THREAD_PORT, tabId, async () => (await loadProtocol()).ThreadEvent, follow, signal);
}
