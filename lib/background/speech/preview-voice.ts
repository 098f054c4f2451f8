import { AppError } from '~/lib/shared/app-error';
import type { AudioClip } from '~/lib/shared/audio-host';
import { hostOf } from '~/lib/shared/base-url';
import { primarySubtag } from '~/lib/shared/language-tag';
import type { VoiceRef } from '~/lib/shared/player';
import type { AudioCache } from '~/lib/storage/audio-cache';
import { getSettings } from '~/lib/storage/settings';
import { acceptHost } from '../accept-host';
import { keepAliveDuring } from '../keepalive';
import type { Platform } from '../platform';
import { withLimit } from '../time-limit';
import { ClipMaker } from './clip-maker';
import { sampleSentence } from './sample-sentence';
import { type Spent, Spending } from './spending';

/** Milliseconds in which a voice begins: a speech service may have to start, and a cure is tried. */
const PATIENCE = 30_000;

/** Lets a voice be heard. The host pauses what is being read, and ends an earlier preview. */
export class VoicePreview {
  readonly #platform: Platform;
  readonly #cache: AudioCache;
  readonly #onSpent: (spent: Spent) => void;
  /** What waits for the host to tell of a clip, by its id. */
  readonly #awaited = new Map<string, (failure?: AppError) => void>();
  #present = new AbortController();

  /** `onSpent`: what a server has spoken is to be counted. */
  constructor(platform: Platform, cache: AudioCache, onSpent: (spent: Spent) => void) {
    this.#onSpent = onSpent;
    this.#platform = platform;
    this.#cache = cache;
    platform.audio.onEvent((event) => {
      if (event.type === 'started') this.#awaited.get(event.id)?.();
      if (event.type === 'failed') this.#awaited.get(event.id)?.(AppError.fromData(event.error));
    });
  }

  /**
   * Resolves when the voice is heard.
   * @param accept the reader agrees that the sentence goes to the server
   * @throws AppError why it is not heard; `not-accepted` before anything is sent to a host for the first time; `cancelled`
   *   when another preview takes its place
   */
  async play(voice: VoiceRef, lang: string, accept: boolean): Promise<void> {
    if (accept) await acceptHost(hostOf((await getSettings()).settings.baseUrl));
    this.#present.abort(new AppError('cancelled'));
    this.#present = new AbortController();
    const { signal } = this.#present;
    await keepAliveDuring(this.#play(voice, lang, signal));
  }

  async #play(voice: VoiceRef, lang: string, signal: AbortSignal): Promise<void> {
    const id = `preview:${crypto.randomUUID()}`;
    const clip: AudioClip = voice.kind === 'api'
      ? { id, kind: 'audio', file: await this.#synthesize(voice, lang, signal), pause: 0 }
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

  /** Made once a session. */
  async #synthesize(voice: Extract<VoiceRef, { kind: 'api' }>, lang: string, signal: AbortSignal): Promise<Blob> {
    const { settings } = await getSettings();
    const text = sampleSentence(lang);
    const spending = new Spending();
    // The press is the question: no limit holds for a sentence.
    spending.grant({ characters: text.length, host: hostOf(settings.baseUrl) }, 0);
    const maker = new ClipMaker(this.#platform, this.#cache, spending);
    const { bytes, mediaType } = await maker.synthesize(text, voice, { settings, isPrivate: false, charactersLeft: text.length }, signal);
    if (spending.spent) this.#onSpent(spending.spent);
    return new Blob([bytes], { type: mediaType });
  }
}
