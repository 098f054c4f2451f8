import type { PlayerState } from '~/lib/shared/player';
import { lazyModule } from '../hooks/lazy-module';
import type { PlayerProps } from './player';

const usePlayerView = lazyModule(() => import('./player'));

/** The player, whose code is loaded when there is something to play, to save or to say. */
export function LazyPlayer(props: PlayerProps) {
  const { state, error } = props.player;
  const view = usePlayerView(error !== undefined || (state !== undefined && isBusy(state)));
  return view ? <view.Player {...props} /> : null;
}

function isBusy({ queue, saving, error }: PlayerState): boolean {
  return queue.length > 0 || saving !== undefined || error !== undefined;
}
