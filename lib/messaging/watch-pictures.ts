import { PICTURES_PORT } from './ports';
import type { PicturesEvent } from './picture-calls';
import { watchPort } from './watch-port';

/**
 * Watches the description of a tab's pictures: `onEvent` gets a snapshot, then changes, and a snapshot again after
 * every new connection (`watchPort` says when).
 */
export function watchPictures(tabId: number, onEvent: (event: PicturesEvent) => void, signal: AbortSignal): void {
  const follow = () => {
    let begun = false;
    let live = false;
    return {
      take(event: PicturesEvent) {
        if (event.type === 'snapshot') begun = true;
        if (!begun) return false;
        live = event.type === 'snapshot' ? event.batch.live : event.live;
        onEvent(event);
        return true;
      },
      get live() {
        return live;
      },
    };
  };
  watchPort(PICTURES_PORT, tabId, async () => (await import('./picture-calls')).PicturesEvent, follow, signal);
}
