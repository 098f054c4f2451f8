import { speechLimits } from '~/lib/api/speech/families';
import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import type { VoiceRef } from '~/lib/shared/player';
import type { Settings } from '~/lib/shared/settings';
import type { SpokenSentence } from '~/lib/shared/speech';
import type { AudioCache } from '~/lib/storage/audio-cache';
import type { StoredAudio } from '~/lib/storage/audio-database';
import { chooseEngine } from '../choose-engine';
import type { SpeechServer } from '../guard/check-reading';
import { isChecked } from '../guard/pass-checkpoint';
import { keepAliveDuring } from '../keepalive';
import { maskForEar } from '../masking/mask-for-ear';
import type { Platform } from '../platform';
import { getServer, refineServerError } from '../server';
import type { UnnamedClip } from './feeder-setup';
import type { Spending } from './spending';

type ApiVoice = Extract<VoiceRef, { kind: 'api' }>;

/** What a clip is made for. */
export interface ClipContext {
  settings: Settings;
  isPrivate: boolean;
  /** Characters that the present text will come to from here on, by estimate. */
  charactersLeft: number;
  /** Resolves when the text may leave, where what a page says is checked first. Throws `guard-blocked`. Absent for text that is no page's. */
  check?(about: SpeechServer): Promise<void>;
}

/** Makes the sound of sentences: what the system speaks itself, and files of API voices. */
export class ClipMaker {
  readonly #platform: Platform;
  readonly #cache: AudioCache;
  readonly #spending: Spending;

  constructor(platform: Platform, cache: AudioCache, spending: Spending) {
    this.#platform = platform;
    this.#cache = cache;
    this.#spending = spending;
  }

  /** The promise of a file is rejected with `MustAsk` where the reader has to agree first, and with what `synthesizeSpeech` throws. */
  make(sentence: SpokenSentence, voice: VoiceRef, context: ClipContext, signal: AbortSignal): UnnamedClip | Promise<UnnamedClip> {
    const { text, lang, pause } = sentence;
    if (voice.kind === 'api') return this.#makeAudio(sentence, voice, context, signal);
    return { kind: 'system', text, voice: voice.uri, pause, ...(lang === undefined ? {} : { lang }) };
  }

  async #makeAudio(sentence: SpokenSentence, voice: ApiVoice, context: ClipContext, signal: AbortSignal): Promise<UnnamedClip> {
    const { bytes, mediaType } = await this.synthesize(sentence.text, voice, context, signal);
    return { kind: 'audio', file: new Blob([bytes], { type: mediaType }), pause: sentence.pause };
  }

  /** A file from the cache, else from the server. Throws as `make`. */
  async synthesize(spoken: string, voice: ApiVoice, { settings, isPrivate, charactersLeft, check }: ClipContext, signal: AbortSignal): Promise<StoredAudio> {
    const text = settings.masking.on ? maskForEar(spoken) : spoken;
    const key = { baseUrl: settings.baseUrl, model: voice.model, voice: voice.voice, speed: 1, text };
    const asked = getServer(settings);
    asked.catch(() => undefined);
    const known = await this.#cache.get(key, isPrivate);
    if (known) return known;
    const server = await asked;
    const host = hostOf(server.baseUrl);
    if (chooseEngine({ ...settings, engine: 'server' }, server.key !== undefined).fallback === 'no-key') throw new AppError('no-key', { host });
    const accepted = settings.sendAcceptedHosts.includes(host);
    this.#spending.check({ left: charactersLeft, next: text.length }, { host, accepted, limit: settings.player.limit, usdPerMillion: speechLimits(voice.model).usdPerMillion });
    if (check && isChecked(settings.guard, 'page')) await keepAliveDuring(check({ api: this.#platform.api, settings, server }));
    signal.throwIfAborted();
    try {
      const request = { model: voice.model, text, ...(voice.voice ? { voice: voice.voice } : {}) };
      const { bytes, mediaType, seconds, usage } = await keepAliveDuring(this.#platform.api.synthesizeSpeech(server, request, { signal }));
      this.#spending.add(usage.characters ?? text.length, usage.usd);
      const audio = { bytes, mediaType, ...(seconds === undefined ? {} : { seconds }) };
      // The ear does not wait for the disk.
      void this.#cache.put(key, audio, isPrivate);
      return audio;
    } catch (thrown) {
      signal.throwIfAborted();
      throw await refineServerError(thrown, settings);
    }
  }
}
