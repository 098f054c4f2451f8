import type { PlayerState } from '~/lib/shared/player';
import { PLAYER_PORT } from './ports';
import type { PlayerEvent } from './speech-calls';
import { watchPort } from './watch-port';

/** Watches the player: `onState` is told how it stands, and whenever that changes (`watchPort` says when it connects anew). */
export function watchPlayer(onState: (state: PlayerState) => void, signal: AbortSignal): void {
  const follow = () => {
    let live = false;
    return {
      take({ state }: PlayerEvent) {
        live = state.status === 'playing' || state.status === 'loading' || state.saving !== undefined;
        onState(state);
        return true;
      },
      get live() {
        return live;
      },
    };
  };
  watchPort(PLAYER_PORT, 'player', async () => (await import('./speech-calls')).PlayerEvent, follow, signal);
}
