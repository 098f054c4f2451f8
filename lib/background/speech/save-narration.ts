import { AudioJoiner } from '~/lib/audio/join-audio';
import { speechLimits } from '~/lib/api/speech/families';
import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import { primarySubtag } from '~/lib/shared/language-tag';
import type { PlayerState, VoiceRef } from '~/lib/shared/player';
import type { Settings } from '~/lib/shared/settings';
import type { SpokenSentence } from '~/lib/shared/speech';
import type { AudioCache } from '~/lib/storage/audio-cache';
import type { QueuedItem } from '~/lib/storage/player-session';
import { forgetText } from '~/lib/storage/reading-texts';
import { getSettings } from '~/lib/storage/settings';
import { acceptHost } from '../accept-host';
import { keepAliveDuring } from '../keepalive';
import type { Platform } from '../platform';
import type { Threads } from '../threads';
import { chooseVoice } from './choose-voice';
import { ClipMaker } from './clip-maker';
import { makePageItem } from './make-item';
import { ReadingOpener } from './open-reading';
import type { Reading } from './reading';
import { Spending } from './spending';

export interface SaveRequest {
  tabId: number;
  as: 'text' | 'audio';
  pictures?: boolean | undefined;
  /** The reader has agreed that all of the text goes to the server. */
  accept: boolean;
}

/** Requests under way at a time. */
const AT_A_TIME = 3;
/** Bytes of the file that are in memory at most, before the browser has them. */
const IN_MEMORY = 4 * 1024 * 1024;

type ApiVoice = Extract<VoiceRef, { kind: 'api' }>;

/** Makes one file of a page's narration. One at a time: a newer one ends the one before. */
export class NarrationSaver {
  readonly #platform: Platform;
  readonly #cache: AudioCache;
  readonly #opener: ReadingOpener;
  readonly #show: (saving: PlayerState['saving']) => void;
  #controller = new AbortController();

  constructor(platform: Platform, threads: Threads, cache: AudioCache, show: (saving: PlayerState['saving']) => void) {
    this.#platform = platform;
    this.#cache = cache;
    this.#opener = new ReadingOpener(threads, platform);
    this.#show = show;
  }

  /**
   * @throws AppError a `page-…` error, `not-accepted` with what it comes to before anything is sent, `voice-not-saved` where a
   *   voice of the system would have to speak, `audio-mixed`, `audio-too-long`, what `synthesizeSpeech` throws, `cancelled`
   */
  async save(request: SaveRequest): Promise<{ url: string; name: string }> {
    this.stop();
    const { signal } = this.#controller;
    const queued = await makePageItem({ tabId: request.tabId, from: { kind: 'start' }, pictures: request.pictures }, async () => undefined, this.#platform, signal);
    try {
      const { settings } = await getSettings();
      const reading = await this.#opener.open(queued, settings, { onGrown: () => undefined, onOffer: () => undefined, onNote: () => undefined }, signal);
      return await keepAliveDuring(request.as === 'text' ? this.#saveText(queued, reading) : this.#saveAudio(queued, reading, settings, request.accept, signal));
    } catch (thrown) {
      throw signal.aborted ? new AppError('cancelled') : thrown;
    } finally {
      await forgetText(queued.item.id);
      if (!signal.aborted) this.#show(undefined);
    }
  }

  stop(): void {
    this.#controller.abort(new AppError('cancelled'));
    this.#controller = new AbortController();
    this.#show(undefined);
  }

  async #saveText({ item }: QueuedItem, reading: Reading): Promise<{ url: string; name: string }> {
    let text = '';
    for (const { text: sentence, pause } of sentencesOf(reading)) text += sentence + (pause > 0 ? '\n\n' : ' ');
    const file = new Blob([`${text.trim()}\n`], { type: 'text/plain;charset=utf-8' });
    return { url: await this.#platform.offerFile(file), name: `${fileName(item.title)}.txt` };
  }

  async #saveAudio(queued: QueuedItem, reading: Reading, settings: Settings, accept: boolean, signal: AbortSignal): Promise<{ url: string; name: string }> {
    const sentences = [...sentencesOf(reading)];
    const voices = sentences.map((sentence) => apiVoice(sentence, reading, settings));
    const host = hostOf(settings.baseUrl);
    const all = { host, ...estimate(sentences, voices) };
    if (!accept) throw new AppError('not-accepted', all);
    await acceptHost(host).catch((thrown: unknown) => console.warn('Not stored.', thrown));
    const context = { settings: (await getSettings()).settings, isPrivate: queued.isPrivate, charactersLeft: 0 };
    // What was agreed to is all of it, however much may be read without asking.
    const spending = new Spending();
    spending.grant(all, settings.player.limit);
    const maker = new ClipMaker(this.#platform, this.#cache, spending);
    const joiner = new AudioJoiner();
    const finished: Blob[] = [];
    const making: Promise<{ bytes: Uint8Array<ArrayBuffer> }>[] = [];
    for (const [index, { pause }] of sentences.entries()) {
      this.#show({ done: index, of: sentences.length });
      for (let next = making.length; next < Math.min(index + AT_A_TIME, sentences.length); next++) {
        const { text, blockId } = sentences[next] as SpokenSentence;
        const piece = maker.synthesize(text, voices[next] as ApiVoice, { ...context, check: (about) => reading.check.pass(blockId, about) }, signal);
        // Whoever comes to it hears of the error.
        piece.catch(() => undefined);
        making.push(piece);
      }
      const { bytes } = await (making[index] as (typeof making)[number]);
      signal.throwIfAborted();
      making[index] = Promise.resolve({ bytes: new Uint8Array() });
      joiner.add(bytes);
      joiner.addPause(pause / 1_000);
      // From here on it is the browser's, which puts on the disk what is too much for memory.
      if (joiner.waiting >= IN_MEMORY) finished.push(new Blob(joiner.take()));
    }
    const { parts: [head = new Uint8Array(), ...rest], mediaType } = joiner.finish();
    const file = new Blob([head, ...finished, ...rest], { type: mediaType });
    return { url: await this.#platform.offerFile(file), name: `${fileName(queued.item.title)}.${mediaType === 'audio/mpeg' ? 'mp3' : 'wav'}` };
  }
}

function* sentencesOf(reading: Reading): Generator<SpokenSentence> {
  const walk = reading.walk();
  for (let next = walk.next(); next && next !== 'wait'; next = walk.next()) yield next;
}

/** Throws `voice-not-saved`: what the system speaks, no program gets to hear. */
function apiVoice(sentence: SpokenSentence, { lang }: Reading, { player }: Settings): ApiVoice {
  const voice = chooseVoice(sentence, { options: player, lang: lang && primarySubtag(lang), systemOnly: false, languageOf: () => undefined });
  if (voice.kind === 'system') throw new AppError('voice-not-saved');
  return voice;
}

/** All that would be sent if nothing of it was made before, and its price where that is known of every voice. */
function estimate(sentences: readonly SpokenSentence[], voices: readonly ApiVoice[]): { characters: number; usd?: number } {
  let characters = 0;
  let usd: number | undefined = 0;
  for (const [index, { text }] of sentences.entries()) {
    const price = speechLimits(voices[index]?.model ?? '').usdPerMillion;
    characters += text.length;
    usd = usd === undefined || price === undefined ? undefined : usd + (text.length * price) / 1_000_000;
  }
  return { characters, ...(usd === undefined ? {} : { usd }) };
}

/** A title as systems take it for the name of a file. */
function fileName(title: string): string {
  return title.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 80) || 'Docent';
}
