import type { AudioCommand, AudioEvent } from '~/lib/shared/audio-host';
import type { AudioOutput } from './platform';

/** The output of a background that is a page and plays by itself (Firefox). The host is made at the first command. */
export function playHere(createHost: (emit: (event: AudioEvent) => void) => { perform(command: AudioCommand): void }): AudioOutput {
  const listeners: ((event: AudioEvent) => void)[] = [];
  let host: ReturnType<typeof createHost> | undefined;
  return {
    async send(command) {
      // Later, as by message: whoever commands has come to an end before anything is told.
      host ??= createHost((event) => queueMicrotask(() => listeners.forEach((listener) => listener(event))));
      host.perform(command);
    },
    onEvent: (listener) => void listeners.push(listener),
  };
}
