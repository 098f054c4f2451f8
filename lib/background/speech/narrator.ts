import type { AppError } from '~/lib/shared/app-error';
import type { AudioEvent } from '~/lib/shared/audio-host';
import { primarySubtag } from '~/lib/shared/language-tag';
import type { PlayerState, VoiceRef } from '~/lib/shared/player';
import type { Settings } from '~/lib/shared/settings';
import type { SpeechPosition, SpokenSentence } from '~/lib/shared/speech';
import { positionOf } from '~/lib/speech/narration';
import type { AudioCache } from '~/lib/storage/audio-cache';
import type { PlayerSession, QueuedItem } from '~/lib/storage/player-session';
import { getSettings } from '~/lib/storage/settings';
import type { Platform } from '../platform';
import { chooseVoice, nameVoice } from './choose-voice';
import { ClipMaker } from './clip-maker';
import { Feeder } from './feeder';
import type { ReadingOpener } from './open-reading';
import { Pace } from './pace';
import { type Reading, type Walk, walkAt, walkBehind } from './reading';
import { type Ask, Spending } from './spending';
import type { SystemVoices } from './system-voices';

/** Where the reader wants to go. */
export type Step = 'next-sentence' | 'previous-sentence' | 'next-paragraph' | 'previous-paragraph';

export interface NarratorEvents {
  /** Another sentence sounds. */
  onSentence(): void;
  /** Silence although there is more to come. */
  onWaiting(): void;
  /** Read to the end. */
  onOver(): void;
  /** Cannot go on; `MustAsk` where the reader has to agree first. */
  onStuck(error: AppError): void;
  /** The host has more of the text than before. */
  onGiven(): void;
}

/** Reads one item aloud: its text, its voices, its place. */
export class Narrator {
  readonly #spending = new Spending();
  readonly #platform: Platform;
  readonly #opener: ReadingOpener;
  readonly #voices: SystemVoices;
  readonly #events: NarratorEvents;
  readonly #maker: ClipMaker;
  readonly #feeder: Feeder;
  #pace = new Pace();
  #queued: QueuedItem | undefined;
  #settings: Settings | undefined;
  #reading: Reading | undefined;
  #sentence: SpokenSentence | undefined;
  #voice: VoiceRef | undefined;
  #controller = new AbortController();
  /** System voices that were removed, and sentences whose sound the host once refused. */
  readonly #refused = new Set<string>();

  constructor(platform: Platform, cache: AudioCache, opener: ReadingOpener, voices: SystemVoices, events: NarratorEvents) {
    this.#platform = platform;
    this.#opener = opener;
    this.#voices = voices;
    this.#events = events;
    this.#maker = new ClipMaker(platform, cache, this.#spending);
    this.#feeder = new Feeder({
      send: (command) => platform.audio.send(command),
      chooseVoice: (sentence) => this.#chooseVoice(sentence),
      makeClip: (sentence, voice, signal) => this.#maker.make(sentence, voice, this.#context(sentence), signal),
      onStarted: (sentence, voice) => {
        this.#sentence = sentence;
        this.#voice = voice;
        events.onSentence();
      },
      onSpoken: ({ text }, voice, seconds) => this.#pace.learn(nameVoice(voice), text.length, seconds * (this.#settings?.player.rate ?? 1)),
      onOver: () => events.onOver(),
      onWaiting: () => events.onWaiting(),
      onStuck: (error, sentence) => this.#stick(error, sentence),
      onGiven: () => events.onGiven(),
      onRefused: (error, sentence, voice) => this.#replaceRefused(error, sentence, voice),
    });
  }

  /** The sentence that sounds, or will when reading goes on. */
  get sentence(): SpokenSentence | undefined {
    return this.#sentence;
  }

  get reading(): Reading | undefined {
    return this.#reading;
  }

  get settings(): Settings | undefined {
    return this.#settings;
  }

  /** Another number after each step of the reader. */
  get turn(): number {
    return this.#feeder.turn;
  }

  /** Where reading goes on; undefined at the start. */
  get position(): SpeechPosition | undefined {
    return this.#sentence ? positionOf(this.#sentence) : this.#queued?.position;
  }

  /** What windows are shown of the place. */
  describe(): Pick<PlayerState, 'sentence' | 'share' | 'secondsLeft' | 'voice' | 'spent'> {
    const { id, text, lang } = this.#sentence ?? {};
    const length = this.#reading?.length;
    const read = this.position && this.#reading ? this.#reading.lengthBefore(this.position) : 0;
    const voice = this.#voice;
    const rate = this.#settings?.player.rate ?? 1;
    const { spent } = this.#spending;
    return {
      ...(id !== undefined && text !== undefined ? { sentence: { id, text, ...(lang === undefined ? {} : { lang }) } } : {}),
      ...(length ? { share: Math.min(1, read / length), secondsLeft: this.#pace.seconds(voice ? nameVoice(voice) : '', Math.max(0, length - read), rate) } : {}),
      ...(voice ? { voice: this.#voices.describe(voice) } : {}),
      ...(spent ? { spent } : {}),
    };
  }

  /** For storage. */
  get record(): Pick<PlayerSession, 'sent' | 'turn' | 'spending' | 'pace'> {
    return { sent: this.#feeder.sent, turn: this.#feeder.turn, spending: this.#spending.record, pace: this.#pace.record };
  }

  /** What an earlier background was doing; the text is opened when it is needed. */
  restore(session: PlayerSession): void {
    this.#queued = session.items[0];
    this.#sentence = session.sentence;
    this.#voice = session.sent[0]?.voice;
    this.#pace = new Pace(session.pace);
    this.#spending.restore(session.spending);
    this.#feeder.restore(session.turn, session.sent, session.status !== 'playing' && session.status !== 'loading');
  }

  /**
   * Opens an item instead of the one before; silence until `begin`. Throws what kept it from being opened, and the
   * reason of the abort when another was opened meanwhile.
   */
  async open(queued: QueuedItem): Promise<void> {
    this.#forget();
    this.#queued = queued;
    await this.#load(queued);
    const { title, url } = queued.item;
    const artist = URL.canParse(url) ? new URL(url).host : '';
    this.#sendQuietly({ type: 'info', info: { title, artist } });
    this.#sendRate();
  }

  async #load(queued: QueuedItem): Promise<void> {
    const { signal } = this.#controller;
    this.#settings = (await getSettings()).settings;
    const reading = await this.#opener.open(queued, this.#settings, () => this.#feeder.fill(), signal);
    await this.#voices.know(this.#settings.player);
    signal.throwIfAborted();
    this.#reading = reading;
  }

  /** Opens the text again after the background was ended. Nothing to do otherwise. */
  async reopen(): Promise<void> {
    const queued = this.#queued;
    if (!queued || this.#reading) return;
    await this.#load(queued);
  }

  /** Goes on supplying the host, which plays what an earlier background has given it. */
  continue(): void {
    const { last } = this.#feeder;
    if (this.#feeder.hasWalk || !this.#reading) return;
    if (last) this.#feeder.continue(walkBehind(this.#reading, last));
    else this.#begin(this.#sentence ? walkAt(this.#reading, this.#sentence) : this.#reading.walk(this.#queued?.position));
  }

  /** Reads from a position on; where it is without one. */
  begin(position?: SpeechPosition): void {
    const reading = this.#reading;
    if (!reading) return;
    if (position || !this.#sentence) this.#begin(reading.walk(position ?? this.#queued?.position));
    else this.#begin(walkAt(reading, this.#sentence));
  }

  /** From the start again. */
  rewind(): void {
    if (this.#reading) this.#begin(this.#reading.walk());
  }

  step(step: Step): void {
    const [reading, sentence] = [this.#reading, this.#sentence];
    if (!reading || !sentence) return this.begin();
    if (step === 'next-sentence') return this.#begin(walkBehind(reading, sentence));
    const here = positionOf(sentence);
    const wanted = step === 'previous-sentence' ? reading.before(here) : reading.paragraph(here, step === 'next-paragraph' ? 'next' : 'previous');
    if (wanted) return this.#begin(walkAt(reading, wanted));
    // At the last paragraph of a text that grows there is nothing to go to yet.
    if (step !== 'next-paragraph') this.#begin(reading.walk());
    else if (reading.length !== undefined) this.#begin({ next: () => undefined });
  }

  /** The reader agrees to what `MustAsk` asked. */
  async grant(ask: Ask): Promise<void> {
    this.#settings = (await getSettings()).settings;
    this.#spending.grant(ask, this.#settings.player.limit);
  }

  seek(share: number): void {
    const position = this.#reading?.positionAt(share);
    if (position) this.begin(position);
  }

  #begin(walk: Walk): void {
    this.#spending.reset();
    this.#feeder.begin(walk);
    this.#sentence = this.#feeder.next ?? this.#sentence;
  }

  pause(): void {
    this.#feeder.hold();
  }

  resume(): void {
    this.#feeder.release();
  }

  stop(): void {
    this.#forget();
    this.#feeder.stop();
    this.#queued = undefined;
    this.#voice = undefined;
  }

  #forget(): void {
    this.#controller.abort();
    this.#controller = new AbortController();
    this.#reading = undefined;
    this.#sentence = undefined;
    this.#refused.clear();
    this.#feeder.silence();
  }

  handle(event: AudioEvent): void {
    this.#feeder.handle(event);
  }

  /** Brings what is read to the present settings: at once, and at the same place. */
  async applySettings(): Promise<void> {
    const [queued, before] = [this.#queued, this.#settings];
    if (!queued || !before) return;
    const { settings } = await getSettings();
    const soundsElse = JSON.stringify(about(before)) !== JSON.stringify(about(settings));
    this.#settings = settings;
    this.#sendRate();
    if (!soundsElse) return;
    const { position } = this;
    this.#controller.abort();
    this.#controller = new AbortController();
    await this.#load(queued);
    this.begin(position);
  }

  #sendRate(): void {
    const { rate, volume } = this.#settings?.player ?? { rate: 1, volume: 1 };
    this.#sendQuietly({ type: 'set', rate, volume });
  }

  #sendQuietly(command: Parameters<Platform['audio']['send']>[0]): void {
    // A host that cannot be had shows with the first sound.
    this.#platform.audio.send(command).catch((thrown: unknown) => console.warn('The audio host did not take it.', thrown));
  }

  #chooseVoice(sentence: SpokenSentence): VoiceRef {
    const settings = this.#settings;
    if (!settings || !this.#queued) return { kind: 'system', uri: '' };
    const lang = this.#reading?.lang;
    const voice = chooseVoice(sentence, {
      options: settings.player,
      lang: lang && primarySubtag(lang),
      systemOnly: this.#queued.systemOnly,
      languageOf: (uri) => this.#voices.languageOf(uri),
    });
    return this.#refused.has(nameVoice(voice)) ? { kind: 'system', uri: '' } : voice;
  }

  #context(sentence: SpokenSentence) {
    const reading = this.#reading;
    const settings = this.#settings;
    if (!settings || !this.#queued) throw new Error('nothing is open');
    const left = reading?.length === undefined ? sentence.text.length : reading.length - reading.lengthBefore(positionOf(sentence));
    return { settings, isPrivate: this.#queued.isPrivate, charactersLeft: Math.max(sentence.text.length, left) };
  }

  /** What cannot be had is where reading goes on once it can. */
  #stick(error: AppError, sentence: SpokenSentence): void {
    this.#sentence = sentence;
    this.#events.onStuck(error);
  }

  /** A removed voice gives its place to the browser's choice; a file that was let go of is made once more. */
  #replaceRefused(error: AppError, sentence: SpokenSentence, voice: VoiceRef): void {
    const what = voice.kind === 'system' ? nameVoice(voice) : sentence.id;
    const isLast = voice.kind === 'system' ? voice.uri === '' : this.#refused.has(what);
    if (isLast || !this.#reading) return this.#stick(error, sentence);
    this.#refused.add(what);
    this.#begin(walkAt(this.#reading, sentence));
  }
}

/** The settings that decide how a text sounds, all but speed and volume. */
function about({ player, speech, baseUrl }: Settings): unknown {
  return [player.voice, player.voices, player.pictureVoice ?? null, speech, baseUrl];
}
