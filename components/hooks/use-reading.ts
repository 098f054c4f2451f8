import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReadAloudButtonProps } from '../speech/read-aloud-button';
import type { ReadOptionsProps } from '../speech/read-options';
import { usePlayer, type PlayerHandle } from './use-player';
import type { SettingsHandle } from './use-settings';

export interface Reading {
  player: PlayerHandle;
  button: Omit<ReadAloudButtonProps, 'look'>;
  /** The other ways to read, while they are open. */
  ways: ReadOptionsProps | undefined;
}

/** A voice can be heard: a screen reader should not talk over it. */
export function isSpeaking({ player }: Reading): boolean {
  return player.state?.status === 'playing';
}

/** Reading a tab's page aloud: its button, the other ways to begin, and the player. */
export function useReading(tabId: number | undefined, settings: SettingsHandle): Reading {
  const player = usePlayer();
  const [waysOpen, setWaysOpen] = useState(false);
  const [pressed, setPressed] = useState(false);
  const opener = useRef<HTMLElement>(undefined);
  const { read, prepare } = player.actions;
  const isReady = useRef(false);

  // A press before tab and settings are known (some milliseconds) is kept until they are.
  const pictures = settings.error ? false : settings.view?.settings.speech.pictures;
  useEffect(() => {
    if (!pressed || tabId === undefined || pictures === undefined) return;
    setPressed(false);
    read({ tabId, from: { kind: 'resume' }, pictures });
  }, [pressed, tabId, pictures, read]);

  const close = () => {
    setWaysOpen(false);
    opener.current?.focus();
  };
  return {
    player,
    button: {
      onPress: () => {
        // An effect runs after the next frame only: a listener would hear that.
        if (tabId === undefined || pictures === undefined) setPressed(true);
        else read({ tabId, from: { kind: 'resume' }, pictures });
      },
      onNear: () => {
        if (!isReady.current) prepare();
        isReady.current = true;
      },
      onDown: () => tabId !== undefined && prepare(tabId),
      onWays: (button) => {
        opener.current = button;
        setWaysOpen(!waysOpen);
      },
      waysOpen,
    },
    ways: waysOpen && tabId !== undefined ? { tabId, settings, actions: player.actions, onClose: close } : undefined,
  };
}
