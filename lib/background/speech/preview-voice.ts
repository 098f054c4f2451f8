import { AppError } from '~/lib/shared/app-error';
import type { AudioClip } from '~/lib/shared/audio-host';
import { primarySubtag } from '~/lib/shared/language-tag';
import type { VoiceRef } from '~/lib/shared/player';
import { type AudioCache, nameAudio } from '~/lib/storage/audio-cache';
import { getSettings } from '~/lib/storage/settings';
import { keepAliveDuring } from '../keepalive';
import type { Platform } from '../platform';
import { getServer, refineServerError } from '../server';
import { withLimit } from '../time-limit';
import { sampleSentence } from './sample-sentence';

/** Milliseconds in which a voice begins: a speech service may have to start, and a cure is tried. */
const PATIENCE = 30_000;

/** Lets a voice be heard. The host pauses what is being read, and ends an earlier preview. */
export class VoicePreview {
  readonly #platform: Platform;
  readonly #cache: AudioCache;
  /** What waits for the host to tell of a clip, by its id. */
  readonly #awaited = new Map<string, (failure?: AppError) => void>();
  #present = new AbortController();

  constructor(platform: Platform, cache: AudioCache) {
    this.#platform = platform;
    this.#cache = cache;
    platform.audio.onEvent((event) => {
      if (event.type === 'started') this.#awaited.get(event.id)?.();
      if (event.type === 'failed') this.#awaited.get(event.id)?.(AppError.fromData(event.error));
    });
  }

  /** Resolves when the voice is heard. Throws why it is not; `cancelled` when another preview takes its place. */
  async play(voice: VoiceRef, lang: string): Promise<void> {
    this.#present.abort(new AppError('cancelled'));
    this.#present = new AbortController();
    const { signal } = this.#present;
    await keepAliveDuring(this.#play(voice, lang, signal));
  }

  async #play(voice: VoiceRef, lang: string, signal: AbortSignal): Promise<void> {
    const id = `preview:${crypto.randomUUID()}`;
    const clip: AudioClip = voice.kind === 'api'
      ? { id, kind: 'audio', key: await this.#synthesize(voice, lang, signal), pause: 0 }
      : { id, kind: 'system', text: sampleSentence(lang), voice: voice.uri, ...(primarySubtag(lang) ? { lang } : {}), pause: 0 };
    signal.throwIfAborted();
    try {
      const heard = new Promise<void>((resolve, reject) => {
        this.#awaited.set(id, (failure) => (failure ? reject(failure) : resolve()));
      });
      await this.#platform.audio.send({ type: 'preview', clip });
      await withLimit(heard, PATIENCE, new AppError('no-voices', { detail: 'the voice did not begin' }), signal);
    } finally {
      this.#awaited.delete(id);
    }
  }

  /** Name of the file in the cache; made once a session. */
  async #synthesize({ model, voice }: Extract<VoiceRef, { kind: 'api' }>, lang: string, signal: AbortSignal): Promise<string> {
    const { settings } = await getSettings();
    const text = sampleSentence(lang);
    const key = { baseUrl: settings.baseUrl, model, voice, speed: 1, text };
    if (!(await this.#cache.get(key))) {
      const request = { model, text, ...(voice ? { voice } : {}) };
      const audio = await this.#platform.api.synthesizeSpeech(await getServer(settings), request, { signal }).catch(async (thrown: unknown) => {
        signal.throwIfAborted();
        throw await refineServerError(thrown, settings);
      });
      await this.#cache.put(key, { bytes: audio.bytes, mediaType: audio.mediaType });
    }
    return nameAudio(key);
  }
}
