import { primarySubtag } from '~/lib/shared/language-tag';
import type { SystemVoice } from '~/lib/shared/audio-host';
import type { PlayerOptions, Voice, VoiceRef } from '~/lib/shared/player';
import type { AudioOutput } from '../platform';

/** Milliseconds a list is taken for true: voices are installed and removed while the browser runs. */
const FRESH = 60_000;
/** Milliseconds to wait for the host, which itself waits 5 s for the system. */
const PATIENCE = 8_000;
/** Milliseconds that reading waits for the name of a voice: voices come late in Chromium. */
const MOMENT = 300;
/** Milliseconds that a search waits before it says what there is so far. */
const SOON = 1_000;
/** Milliseconds after which nothing more is to be expected of a system that has told no voices: thousands take long to read in. */
const START_UP = 30_000;

/** The system's voices, of which there may be thousands. Must be made synchronously when the background starts. */
export class SystemVoices {
  readonly #audio: AudioOutput;
  #voices: readonly SystemVoice[] = [];
  #byUri: ReadonlyMap<string, SystemVoice> = new Map();
  #readAt = Number.NEGATIVE_INFINITY;
  #asking: Promise<void> | undefined;
  #firstAsked: number | undefined;
  #arrived = (): void => undefined;
  /** Reading has waited once for voices; what is missing since then is not there. */
  #waited = false;

  constructor(audio: AudioOutput) {
    this.#audio = audio;
    audio.onEvent((event) => {
      if (event.type !== 'voices') return;
      this.#voices = event.voices;
      this.#byUri = new Map(event.voices.map((voice) => [voice.uri, voice]));
      // None may mean that the speech service is still starting.
      if (event.voices.length > 0) this.#readAt = Date.now();
      this.#arrived();
    });
  }

  /** All of them; the same array until something has changed. Empty when there are none, or none in time. Throws what the host does. */
  async list(): Promise<readonly SystemVoice[]> {
    if (Date.now() - this.#readAt > FRESH) {
      this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
      await this.#asking;
    }
    return this.#voices;
  }

  /** Those that are known within a second, and whether others may come. Throws what the host does. */
  async listSoon(): Promise<{ voices: readonly SystemVoice[]; mayCome: boolean }> {
    this.#firstAsked ??= Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, SOON)));
    await Promise.race([this.list().then(({ length }) => (length > 0 ? undefined : late)), late]);
    clearTimeout(timer);
    return { voices: this.#voices, mayCome: this.#voices.length === 0 && Date.now() - this.#firstAsked < START_UP };
  }

  /** Ends when the voices that the reader has chosen are known, or after a moment. */
  async know({ voice, voices, pictureVoice }: PlayerOptions): Promise<void> {
    const chosen = [voice, ...Object.values(voices), ...(pictureVoice ? [pictureVoice] : [])];
    if (this.#waited || !chosen.some((each) => each.kind === 'system' && each.uri && !this.#byUri.has(each.uri))) return;
    this.#waited = true;
    const listed = this.list().catch(() => undefined);
    await Promise.race([listed, new Promise((resolve) => setTimeout(resolve, MOMENT))]);
  }

  /** Primary language subtag, as far as the host has told. */
  languageOf(uri: string): string | undefined {
    const lang = this.#byUri.get(uri)?.lang;
    return lang ? primarySubtag(lang) : undefined;
  }

  /** A voice with the name that the host has told, if it has. */
  describe(ref: VoiceRef): Voice {
    if (ref.kind === 'api') return { ref, name: ref.voice || ref.model, lang: '', offline: false };
    const { name = '', lang = '', offline = true } = this.#byUri.get(ref.uri) ?? {};
    return { ref, name, lang, offline };
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
