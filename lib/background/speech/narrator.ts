import type { AppError } from '~/lib/shared/app-error';
import type { AudioEvent } from '~/lib/shared/audio-host';
import type { VoiceRef } from '~/lib/shared/player';
import type { Settings } from '~/lib/shared/settings';
import type { SpeechPosition, SpokenSentence } from '~/lib/shared/speech';
import type { AudioCache } from '~/lib/storage/audio-cache';
import type { PlayerSession, QueuedItem } from '~/lib/storage/player-session';
import { getSettings } from '~/lib/storage/settings';
import type { Platform } from '../platform';
import { countPictures } from './ask-spending';
import { ClipMaker } from './clip-maker';
import { Feeder } from './feeder';
import { HostTuning } from './host-tuning';
import type { ReadingOpener } from './open-reading';
import { NarratedPlace } from './narrated-place';
import type { NarratorEvents } from './narrator-events';
import { OpenedText } from './opened-text';
import { type Reading, type Walk, walkAt, walkBehind } from './reading';
import { type Ask, MustAsk, type Spent, Spending } from './spending';
import { type Step, walkAfter } from './step';
import type { SystemVoices } from './system-voices';

/** Reads one item aloud: where it is in the text, and where it goes. */
export class Narrator {
  readonly #spending = new Spending();
  readonly #cache: AudioCache;
  readonly #events: NarratorEvents;
  readonly #text: OpenedText;
  readonly #host: HostTuning;
  readonly #feeder: Feeder;
  readonly #place: NarratedPlace;

  constructor(platform: Platform, cache: AudioCache, opener: ReadingOpener, voices: SystemVoices, events: NarratorEvents) {
    this.#host = new HostTuning(platform.audio);
    this.#cache = cache;
    this.#events = events;
    this.#text = new OpenedText(opener, voices, { onGrown: () => this.#feeder.fill(), onOffer: () => events.onOffer(), onNote: () => events.onNote() });
    this.#place = new NarratedPlace(this.#text, this.#spending, voices);
    const maker = new ClipMaker(platform, cache, this.#spending);
    this.#feeder = new Feeder({
      send: (command) => platform.audio.send(command),
      chooseVoice: (sentence) => this.#text.chooseVoice(sentence),
      makeClip: (sentence, voice, signal) => maker.make(sentence, voice, this.#text.contextOf(sentence), signal),
      onStarted: (sentence, voice) => {
        this.#place.sounds(sentence, voice);
        this.reading?.pictures?.follow(sentence);
        events.onSentence();
      },
      onSpoken: ({ text }, voice, seconds) => this.#place.learn(text, voice, seconds),
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
    return this.#place.sentence;
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
    return this.#place.position;
  }

  /** What windows are shown of the place. */
  describe(): ReturnType<NarratedPlace['describe']> {
    return this.#place.describe();
  }

  /** For storage. */
  get record(): Pick<PlayerSession, 'sent' | 'turn' | 'spending' | 'pace'> {
    return { sent: this.#feeder.sent, turn: this.#feeder.turn, spending: this.#spending.record, pace: this.#place.pace };
  }

  /** What an earlier background was doing; the text is opened when it is needed. */
  restore(session: PlayerSession): void {
    this.#text.restore(session.items[0]);
    this.#place.restore(session);
    this.#spending.restore(session.spending);
    this.#feeder.restore(session.turn, session.sent, session.status !== 'playing' && session.status !== 'loading');
  }

  /**
   * Opens an item instead of the one before; silence until `begin`. Throws what kept it from being opened, and the
   * reason of the abort when another was opened meanwhile.
   */
  async open(queued: QueuedItem): Promise<void> {
    if (queued.item.id !== this.#text.queued?.item.id) this.#spending.leaveText();
    this.#place.sentence = undefined;
    this.#feeder.silence();
    await this.#text.open(queued);
    this.#host.describe(queued.item);
    this.#tune();
  }

  /** Something may be opened soon: audio host and cache start. */
  wake(): void {
    void this.#cache.open();
    void getSettings().then(({ settings }) => this.#host.tune(settings.player));
  }

  /** Something is about to be opened: likewise, and what any text needs is fetched meanwhile. */
  prepare(): void {
    void this.#cache.open();
    void this.#text.prepare().then(({ player }) => this.#host.tune(player));
  }

  /** What was prepared is no longer so. */
  unprepare(): void {
    this.#text.unprepare();
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
    if (position || !this.sentence) this.#begin(reading.walk(position ?? this.position));
    else this.#begin(walkAt(reading, this.sentence));
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
    this.#place.sentence = this.#feeder.next ?? this.sentence;
  }

  pause(): void {
    this.#feeder.hold();
  }

  resume(): void {
    this.#feeder.release();
  }

  stop(): void {
    this.#text.close();
    this.#place.leave();
    this.#feeder.stop();
  }

  handle(event: AudioEvent): void {
    this.#feeder.handle(event);
  }

  /** Brings what is read to the present settings: at once, and at the same place. */
  async applySettings(): Promise<void> {
    const soundsElse = await this.#text.applySettings();
    this.#tune();
    if (soundsElse) this.begin(this.position);
  }

  #tune(): void {
    this.#host.tune({ rate: this.#place.rate, volume: this.settings?.player.volume ?? 1 });
  }

  /** What cannot be had is where reading goes on once it can. */
  #stick(error: AppError, sentence: SpokenSentence): void {
    this.#place.sentence = sentence;
    if (error instanceof MustAsk) void this.#ask(error);
    else this.#events.onStuck(error);
  }

  async #ask(question: MustAsk): Promise<void> {
    const { turn } = this;
    const whole = await countPictures(question, this.reading?.pictures);
    if (this.turn === turn) this.#events.onStuck(whole);
  }

  #replaceRefused(error: AppError, sentence: SpokenSentence, voice: VoiceRef): void {
    const { reading } = this;
    if (!reading || !this.#text.refuse(sentence, voice)) return this.#stick(error, sentence);
    this.#begin(walkAt(reading, sentence));
  }
}
