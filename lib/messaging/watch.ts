import { THREAD_PORT, ThreadEvent } from './protocol';
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
      take(message: unknown) {
        const event = ThreadEvent.safeParse(message);
        if (!event.success) return false;
        if (event.data.type === 'snapshot') lengths = new ThreadLengths();
        if (!lengths?.follow(event.data)) return false;
        onEvent(event.data);
        return true;
      },
      get live() {
        return lengths?.someLive ?? false;
      },
    };
  };
  watchPort(THREAD_PORT, tabId, follow, signal);
}
