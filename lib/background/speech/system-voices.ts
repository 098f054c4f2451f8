import { primarySubtag } from '~/lib/shared/language-tag';
import type { AudioEvent } from '~/lib/shared/audio-host';
import type { PlayerOptions, Voice, VoiceRef } from '~/lib/shared/player';
import type { Platform } from '../platform';

type Listed = Extract<AudioEvent, { type: 'voices' }>['voices'][number];

/** Milliseconds to wait for the list: voices come late in Chromium. Reading does not wait longer for a name. */
const PATIENCE = 300;

/** Names and languages of the system's voices, as far as the audio host has told. */
export class SystemVoices {
  readonly #platform: Platform;
  #known = new Map<string, Listed>();
  #asked = false;
  #told: (() => void) | undefined;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  learn(voices: readonly Listed[]): void {
    this.#known = new Map(voices.map((voice) => [voice.uri, voice]));
    this.#told?.();
  }

  /** Asks for the voices the reader has chosen, once in a background's life. */
  async know({ voice, voices, pictureVoice }: PlayerOptions): Promise<void> {
    const chosen = [voice, ...Object.values(voices), ...(pictureVoice ? [pictureVoice] : [])];
    if (this.#asked || !chosen.some((each) => each.kind === 'system' && each.uri && !this.#known.has(each.uri))) return;
    this.#asked = true;
    const told = new Promise<void>((resolve) => (this.#told = resolve));
    await this.#platform.audio.send({ type: 'voices' }).catch(() => undefined);
    await Promise.race([told, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  }

  /** Primary language subtag. */
  languageOf(uri: string): string | undefined {
    const lang = this.#known.get(uri)?.lang;
    return lang ? primarySubtag(lang) : undefined;
  }

  describe(ref: VoiceRef): Voice {
    if (ref.kind === 'api') return { ref, name: ref.voice || ref.model, lang: '', offline: false };
    const { name = '', lang = '', offline = true } = this.#known.get(ref.uri) ?? {};
    return { ref, name, lang, offline };
  }
}
