import { PICTURES_PORT, PicturesEvent } from './protocol';
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
      take(message: unknown) {
        const event = PicturesEvent.safeParse(message);
        if (!event.success) return false;
        if (event.data.type === 'snapshot') begun = true;
        if (!begun) return false;
        live = event.data.type === 'snapshot' ? event.data.batch.live : event.data.live;
        onEvent(event.data);
        return true;
      },
      get live() {
        return live;
      },
    };
  };
  watchPort(PICTURES_PORT, tabId, follow, signal);
}
