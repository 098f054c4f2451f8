import { CHOOSER_PORT, ChooserState } from './protocol';
import { watchPort } from './watch-port';

/** Watches the choice of a region in a tab: `onState` is told how it stands, and whenever that changes. */
export function watchChooser(tabId: number, onState: (state: ChooserState) => void, signal: AbortSignal): void {
  const follow = () => {
    let live = false;
    return {
      take(message: unknown) {
        const state = ChooserState.safeParse(message);
        if (!state.success) return false;
        live = state.data.open;
        onState(state.data);
        return true;
      },
      get live() {
        return live;
      },
    };
  };
  watchPort(CHOOSER_PORT, tabId, follow, signal);
}
