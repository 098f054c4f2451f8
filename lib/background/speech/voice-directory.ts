import type { SystemVoice } from '~/lib/shared/audio-host';
import type { AudioOutput } from '../platform';

/** Milliseconds a list is taken for true: voices are installed and removed while the browser runs. */
const FRESH = 60_000;
/** Milliseconds to wait for the host, which itself waits 5 s for the system. */
const PATIENCE = 8_000;

/** The system's voices, of which there may be thousands. Must be made synchronously when the background starts. */
export class VoiceDirectory {
  readonly #audio: AudioOutput;
  #voices: readonly SystemVoice[] = [];
  #readAt = Number.NEGATIVE_INFINITY;
  #asking: Promise<void> | undefined;
  #arrived = (): void => undefined;

  constructor(audio: AudioOutput) {
    this.#audio = audio;
    audio.onEvent((event) => {
      if (event.type !== 'voices') return;
      this.#voices = event.voices;
      // None may mean that the speech service is still starting.
      if (event.voices.length > 0) this.#readAt = Date.now();
      this.#arrived();
    });
  }

  /** All of them; the same array until something has changed. Empty when there are none, or none in time. */
  async list(): Promise<readonly SystemVoice[]> {
    if (Date.now() - this.#readAt > FRESH) {
      this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
      await this.#asking;
    }
    return this.#voices;
  }

  async #ask(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const arrival = new Promise<void>((resolve) => {
      this.#arrived = resolve;
      timer = setTimeout(resolve, PATIENCE);
    });
    try {
      await this.#audio.send({ type: 'voices' });
      await arrival;
    } finally {
      clearTimeout(timer);
    }
  }
}
