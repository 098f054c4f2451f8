import { AppError } from '~/lib/shared/app-error';
import type { AudioCommand, AudioEvent } from '~/lib/shared/audio-host';
import type { VoiceRef } from '~/lib/shared/player';
import type { Settings } from '~/lib/shared/settings';
import type { SpeechPosition, SpokenSentence } from '~/lib/shared/speech';
import { positionOf } from '~/lib/speech/narration';
import type { AudioCache } from '~/lib/storage/audio-cache';
import type { PlayerSession, QueuedItem } from '~/lib/storage/player-session';
import { getSettings } from '~/lib/storage/settings';
import type { Platform } from '../platform';
import { withLimit } from '../time-limit';
import { nameVoice } from './choose-voice';
import { ClipMaker } from './clip-maker';
import { describePlace } from './describe-place';
import { Feeder } from './feeder';
import type { ReadingOpener } from './open-reading';
import type { NarratorEvents } from './narrator-events';
import { OpenedText } from './opened-text';
import { Pace } from './pace';
import { type Reading, type Walk, walkAt, walkBehind } from './reading';
import { type Ask, MustAsk, type Spent, Spending } from './spending';
import { type Step, walkAfter } from './step';
import type { SystemVoices } from './system-voices';

/** Milliseconds in which the pictures' estimate must be there to be part of the question. */
const PATIENCE = 3_000;

/** Reads one item aloud: where it is in the text, and where it goes. */
export class Narrator {
  readonly #spending = new Spending();
  readonly #platform: Platform;
  readonly #cache: AudioCache;
  readonly #voices: SystemVoices;
  readonly #events: NarratorEvents;
  readonly #text: OpenedText;
  readonly #feeder: Feeder;
  #pace = new Pace();
  #sentence: SpokenSentence | undefined;
  #voice: VoiceRef | undefined;

  constructor(platform: Platform, cache: AudioCache, opener: ReadingOpener, voices: SystemVoices, events: NarratorEvents) {
    this.#platform = platform;
    this.#cache = cache;
    this.#voices = voices;
    this.#events = events;
    this.#text = new OpenedText(opener, voices, { onGrown: () => this.#feeder.fill(), onOffer: () => events.onOffer(), onNote: () => events.onNote() });
    const maker = new ClipMaker(platform, cache, this.#spending);
    this.#feeder = new Feeder({
      send: (command) => platform.audio.send(command),
      chooseVoice: (sentence) => this.#text.chooseVoice(sentence),
      makeClip: (sentence, voice, signal) => maker.make(sentence, voice, this.#text.contextOf(sentence), signal),
      onStarted: (sentence, voice) => {
        this.#sentence = sentence;
        this.#voice = voice;
        this.reading?.pictures?.follow(sentence);
        events.onSentence();
      },
      onSpoken: ({ text }, voice, seconds) => this.#pace.learn(nameVoice(voice), text.length, seconds * this.#rate),
      onOver: () => events.onOver(),
      onWaiting: () => {
        // A sentence that is being made is not what the text waits for.
        if (!this.#feeder.next) this.reading?.pictures?.arrive();
        events.onWaiting();
      },
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
    return this.#text.reading;
  }

  get settings(): Settings | undefined {
    return this.#text.settings;
  }

  /** Another number after each step of the reader. */
  get turn(): number {
    return this.#feeder.turn;
  }

  /** Where reading goes on; undefined at the start. */
  get position(): SpeechPosition | undefined {
    return this.#sentence ? positionOf(this.#sentence) : this.#text.queued?.position;
  }

  /** What windows are shown of the place. */
  describe(): ReturnType<typeof describePlace> {
    const { reading, position } = this;
    const place = { reading, position, sentence: this.#sentence, voice: this.#voice, rate: this.#rate, pace: this.#pace, spent: this.#spending.spent };
    return describePlace(place, this.#voices);
  }

  /** For storage. */
  get record(): Pick<PlayerSession, 'sent' | 'turn' | 'spending' | 'pace'> {
    return { sent: this.#feeder.sent, turn: this.#feeder.turn, spending: this.#spending.record, pace: this.#pace.record };
  }

  /** What an earlier background was doing; the text is opened when it is needed. */
  restore(session: PlayerSession): void {
    this.#text.restore(session.items[0]);
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
    this.#sentence = undefined;
    this.#feeder.silence();
    await this.#text.open(queued);
    const { title, url } = queued.item;
    const artist = URL.canParse(url) ? new URL(url).host : '';
    this.#sendQuietly({ type: 'info', info: { title, artist } });
    this.#sendRate();
  }

  /** Something will be opened soon: audio host and cache start meanwhile. */
  prepare(): void {
    void this.#cache.open();
    void getSettings().then(({ settings: { player } }) => this.#sendQuietly({ type: 'set', rate: player.rate, volume: player.volume }));
  }

  /** Opens the text again after the background was ended. Nothing to do otherwise. */
  async reopen(): Promise<void> {
    await this.#text.reopen();
  }

  /** Goes on supplying the host, which plays what an earlier background has given it. */
  continue(): void {
    const { reading } = this;
    const { last } = this.#feeder;
    if (this.#feeder.hasWalk || !reading) return;
    if (last) this.#feeder.continue(walkBehind(reading, last));
    else this.begin();
  }

  /** Reads from a position on; where it is without one. */
  begin(position?: SpeechPosition): void {
    const { reading } = this;
    if (!reading) return;
    if (position || !this.#sentence) this.#begin(reading.walk(position ?? this.position));
    else this.#begin(walkAt(reading, this.#sentence));
  }

  /** From the start again. */
  rewind(): void {
    if (this.reading) this.#begin(this.reading.walk());
  }

  step(step: Step): void {
    const { reading, sentence } = this;
    if (!reading || !sentence) return this.begin();
    if (step === 'next-sentence' && !this.#feeder.next) reading.pictures?.skipAwaited();
    const walk = walkAfter(step, reading, sentence);
    if (walk) this.#begin(walk);
  }

  /** The reader agrees to what `MustAsk` asked. */
  async grant(ask: Ask): Promise<void> {
    const { player } = await this.#text.readSettings();
    this.#spending.grant(ask, player.limit);
    if (ask.pictures) await this.reading?.pictures?.decide('describe');
  }

  countSpent({ characters, usd }: Spent): void {
    this.#spending.add(characters, usd);
  }

  /** See `PicturesAhead.decide`. */
  async decidePictures(choice: 'estimate' | 'describe' | 'skip'): Promise<void> {
    await this.#text.reopen();
    await this.reading?.pictures?.decide(choice);
  }

  seek(share: number): void {
    const position = this.reading?.positionAt(share);
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
    this.#text.close();
    this.#sentence = undefined;
    this.#voice = undefined;
    this.#feeder.stop();
  }

  handle(event: AudioEvent): void {
    this.#feeder.handle(event);
  }

  /** Brings what is read to the present settings: at once, and at the same place. */
  async applySettings(): Promise<void> {
    const { position } = this;
    const soundsElse = await this.#text.applySettings();
    this.#sendRate();
    if (soundsElse) this.begin(position);
  }

  get #rate(): number {
    return this.settings?.player.rate ?? 1;
  }

  #sendRate(): void {
    this.#sendQuietly({ type: 'set', rate: this.#rate, volume: this.settings?.player.volume ?? 1 });
  }

  #sendQuietly(command: AudioCommand): void {
    // A host that cannot be had shows with the first sound.
    this.#platform.audio.send(command).catch((thrown: unknown) => console.warn('The audio host did not take it.', thrown));
  }

  /** What cannot be had is where reading goes on once it can. */
  #stick(error: AppError, sentence: SpokenSentence): void {
    this.#sentence = sentence;
    if (error instanceof MustAsk) void this.#ask(error);
    else this.#events.onStuck(error);
  }

  /** What the reader is asked counts the pictures, too, if what they come to is known in time. */
  async #ask({ ask }: MustAsk): Promise<void> {
    const { turn } = this;
    const late = AbortSignal.timeout(PATIENCE);
    const estimate = this.reading?.pictures?.estimate() ?? Promise.resolve(undefined);
    const pictures = await withLimit(estimate, PATIENCE, new AppError('timeout'), late).catch(() => undefined);
    if (this.turn !== turn) return;
    const { pictures: count, usd } = pictures ?? { pictures: 0 };
    this.#events.onStuck(new MustAsk(count > 0 ? { ...ask, pictures: { count, ...(usd === undefined ? {} : { usd }) } } : ask));
  }

  #replaceRefused(error: AppError, sentence: SpokenSentence, voice: VoiceRef): void {
    const { reading } = this;
    if (!reading || !this.#text.refuse(sentence, voice)) return this.#stick(error, sentence);
    this.#begin(walkAt(reading, sentence));
  }
}
