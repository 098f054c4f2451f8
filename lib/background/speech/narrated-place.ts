import type { VoiceRef } from '~/lib/shared/player';
import type { SpeechPosition, SpokenSentence } from '~/lib/shared/speech';
import { positionOf } from '~/lib/speech/narration';
import type { PlayerSession } from '~/lib/storage/player-session';
import { nameVoice } from './choose-voice';
import { describePlace } from './describe-place';
import type { OpenedText } from './opened-text';
import { Pace } from './pace';
import type { Spending } from './spending';
import type { SystemVoices } from './system-voices';

/** Where reading aloud is in the opened text, who speaks there, and how fast. */
export class NarratedPlace {
  readonly #text: OpenedText;
  readonly #spending: Spending;
  readonly #voices: SystemVoices;
  #pace = new Pace();
  #voice: VoiceRef | undefined;
  /** The sentence that sounds, or will when reading goes on. */
  sentence: SpokenSentence | undefined;

  constructor(text: OpenedText, spending: Spending, voices: SystemVoices) {
    this.#text = text;
    this.#spending = spending;
    this.#voices = voices;
  }

  /** Where reading goes on; undefined at the start. */
  get position(): SpeechPosition | undefined {
    return this.sentence ? positionOf(this.sentence) : this.#text.queued?.position;
  }

  get rate(): number {
    return this.#text.settings?.player.rate ?? 1;
  }

  /** How fast voices are, for storage. */
  get pace(): PlayerSession['pace'] {
    return this.#pace.record;
  }

  sounds(sentence: SpokenSentence, voice: VoiceRef): void {
    this.sentence = sentence;
    this.#voice = voice;
  }

  /** A sentence was spoken to its end, in so many seconds at the present speed. */
  learn(text: string, voice: VoiceRef, seconds: number): void {
    this.#pace.learn(nameVoice(voice), text.length, seconds * this.rate);
  }

  leave(): void {
    this.sentence = undefined;
    this.#voice = undefined;
  }

  restore({ sentence, sent, pace }: PlayerSession): void {
    this.sentence = sentence;
    this.#voice = sent[0]?.voice;
    this.#pace = new Pace(pace);
  }

  /** What windows are shown of it. */
  describe(): ReturnType<typeof describePlace> {
    const { reading } = this.#text;
    return describePlace({ reading, position: this.position, sentence: this.sentence, voice: this.#voice, rate: this.rate, pace: this.#pace, spent: this.#spending.spent }, this.#voices);
  }
}
