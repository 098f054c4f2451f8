import { useEffect, useState } from 'preact/hooks';
import type { PlayerState } from '~/lib/shared/player';
import type { Player, PlayerProps } from './player';

let loaded: typeof Player | undefined;

/** The player, whose code is loaded when there is something to play, to save or to say. */
export function LazyPlayer(props: PlayerProps) {
  const [View, setView] = useState(() => loaded);
  const { state, error } = props.player;
  const wanted = error !== undefined || (state !== undefined && isBusy(state));
  useEffect(() => {
    if (!wanted || View) return;
    void import('./player').then((module) => {
      loaded = module.Player;
      setView(() => module.Player);
    });
  }, [wanted, View]);
  return wanted && View ? <View {...props} /> : null;
}

function isBusy({ queue, saving, error }: PlayerState): boolean {
  return queue.length > 0 || saving !== undefined || error !== undefined;
}
