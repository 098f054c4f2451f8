import type { PlayerState } from '~/lib/shared/player';
import { PLAYER_PORT, PlayerEvent } from './protocol';
import { watchPort } from './watch-port';

/** Watches the player: `onState` is told how it stands, and whenever that changes (`watchPort` says when it connects anew). */
export function watchPlayer(onState: (state: PlayerState) => void, signal: AbortSignal): void {
  const follow = () => {
    let live = false;
    return {
      take(message: unknown) {
        const event = PlayerEvent.safeParse(message);
        if (!event.success) return false;
        const { state } = event.data;
        live = state.status === 'playing' || state.status === 'loading' || state.saving !== undefined;
        onState(state);
        return true;
      },
      get live() {
        return live;
      },
    };
  };
  watchPort(PLAYER_PORT, 'player', follow, signal);
}
