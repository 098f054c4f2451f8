import { CHOOSER_PORT } from './ports';
import type { ChooserState } from './picture-calls';
import { watchPort } from './watch-port';

/** Watches the choice of a region in a tab: `onState` is told how it stands, and whenever that changes. */
export function watchChooser(tabId: number, onState: (state: ChooserState) => void, signal: AbortSignal): void {
  const follow = () => {
    let live = false;
    return {
      take(state: ChooserState) {
        live = state.open;
        onState(state);
        return true;
      },
      get live() {
        return live;
      },
    };
  };
  watchPort(CHOOSER_PORT, tabId, async () => (await import('./picture-calls')).ChooserState, follow, signal);
}
