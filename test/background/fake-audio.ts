import type { AudioOutput } from '~/lib/background/platform';
import type { AudioCommand, AudioEvent } from '~/lib/shared/audio-host';

/** An audio host that plays nothing: a test reads the commands, and tells what the host would. */
export class FakeAudio implements AudioOutput {
  readonly commands: AudioCommand[] = [];
  readonly #listeners: ((event: AudioEvent) => void)[] = [];

  send: AudioOutput['send'] = async (command) => void this.commands.push(command);
  onEvent: AudioOutput['onEvent'] = (listener) => void this.#listeners.push(listener);

  /** The background that listened was ended. */
  forgetListeners(): void {
    this.#listeners.length = 0;
  }

  tell(event: AudioEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
