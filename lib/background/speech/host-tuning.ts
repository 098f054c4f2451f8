import type { AudioCommand } from '~/lib/shared/audio-host';
import type { PlayerItem } from '~/lib/shared/player';
import type { Settings } from '~/lib/shared/settings';
import type { AudioOutput } from '../platform';

/** What the audio host is told besides its clips. A host that cannot be had shows with the first sound: nothing here throws. */
export class HostTuning {
  readonly #audio: AudioOutput;

  constructor(audio: AudioOutput) {
    this.#audio = audio;
  }

  /** Speed and volume, at once also of what sounds. Starts a host where there is none. */
  tune({ rate, volume }: Pick<Settings['player'], 'rate' | 'volume'>): void {
    this.#send({ type: 'set', rate, volume });
  }

  /** What the system's media panel shows. */
  describe({ title, url }: PlayerItem): void {
    this.#send({ type: 'info', info: { title, artist: URL.canParse(url) ? new URL(url).host : '' } });
  }

  #send(command: AudioCommand): void {
    this.#audio.send(command).catch((thrown: unknown) => console.warn('The audio host did not take it.', thrown));
  }
}
