import type { AudioCommand, AudioEvent } from '~/lib/shared/audio-host';
import { keepAliveDuring } from './keepalive';
import type { AudioOutput } from './platform';

/**
 * The output of a background that is a page and plays by itself (Firefox). The host is made at the first command. Such a
 * page is ended 30 s after it was last told or asked anything, however it sounds: it is kept from the first clip until there
 * is nothing to play any more; also while paused, since the media keys would be gone with it.
 */
export function playHere(createHost: (emit: (event: AudioEvent) => void) => { perform(command: AudioCommand): void }): AudioOutput {
  const listeners: ((event: AudioEvent) => void)[] = [];
  let host: ReturnType<typeof createHost> | undefined;
  let letGo: (() => void) | undefined;
  const stay = () => {
    if (!letGo) void keepAliveDuring(new Promise<void>((resolve) => (letGo = resolve)));
  };
  const rest = () => {
    letGo?.();
    letGo = undefined;
  };
  const tell = (event: AudioEvent) => {
    if (event.type === 'dry' || event.type === 'failed') rest();
    for (const listener of listeners) listener(event);
  };
  return {
    async send(command) {
      // Later, as by message: whoever commands has come to an end before anything is told.
      host ??= createHost((event) => queueMicrotask(() => tell(event)));
      if (command.type === 'add' || command.type === 'replace' || command.type === 'resume') stay();
      else if (command.type === 'stop') rest();
      host.perform(command);
    },
    onEvent: (listener) => void listeners.push(listener),
  };
}
