import { AppError, toAppError } from '~/lib/shared/app-error';
import type { AudioClip, AudioCommand, AudioEvent } from '~/lib/shared/audio-host';
import type { SpokenSentence } from '~/lib/shared/speech';
import { isSameVoice } from './choose-voice';
import type { FeederSetup, SentClip, Slot, UnnamedClip } from './feeder-setup';
import type { Walk } from './reading';

/** Sentences behind the one that sounds which are made ready. */
const AHEAD = 2;
/** Milliseconds in which the host must begin with what it was given after it told that it had nothing. */
const PATIENCE = 1_500;

/** Keeps the audio host supplied with the next sentences, never more than three ahead of the ear. */
export class Feeder {
  readonly #setup: FeederSetup;
  #walk: Walk | undefined;
  /** The sentence that sounds, or sounded last. */
  #current: (SentClip & { startedAt: number | undefined; ended: boolean }) | undefined;
  #ahead: Slot[] = [];
  /** The next clips take the place of all that the host has. */
  #replacing = true;
  #held = false;
  #turn = 0;
  #lost: ReturnType<typeof setTimeout> | undefined;

  constructor(setup: FeederSetup) {
    this.#setup = setup;
  }

  /** What the host has, the sounding one first. */
  get sent(): SentClip[] {
    const ahead = this.#ahead.filter(({ sent }) => sent);
    return [...(this.#current && !this.#replacing ? [this.#current] : []), ...ahead].map(({ id, sentence, voice }) => ({ id, sentence, voice }));
  }

  get turn(): number {
    return this.#turn;
  }

  /** The last sentence that is taken care of; what follows is to be walked next. */
  get last(): SpokenSentence | undefined {
    return (this.#ahead.at(-1) ?? this.#current)?.sentence;
  }

  /** The sentence that comes next. */
  get next(): SpokenSentence | undefined {
    return this.#ahead[0]?.sentence;
  }

  /** False after the walk was lost with an earlier background: `continue` or `begin` gives one. */
  get hasWalk(): boolean {
    return this.#walk !== undefined;
  }

  /** What an earlier background has given to the host. */
  restore(turn: number, sent: readonly SentClip[], held: boolean): void {
    this.#turn = turn;
    this.#held = held;
    const [first, ...rest] = sent;
    if (!first) return;
    this.#replacing = false;
    this.#current = { ...first, startedAt: undefined, ended: false };
    this.#ahead = rest.map((clip) => ({ ...clip, sent: true, controller: new AbortController() }));
  }

  /** Begins anew with a walk, in the place of whatever sounds. What is made already, or being made, is used again. */
  begin(walk: Walk): void {
    const earlier = this.#ahead;
    this.#clear();
    this.#turn++;
    this.#walk = walk;
    this.#fill(earlier);
    for (const { controller } of earlier.filter((slot) => !this.#ahead.some(({ controller: kept }) => kept === slot.controller))) controller.abort();
    // What is to be made first would leave the old sentence sounding meanwhile.
    if (!this.#ahead[0]?.sent) this.#send({ type: 'pause' });
  }

  /** Goes on behind `last` after the walk was lost with an earlier background. */
  continue(walk: Walk): void {
    this.#walk = walk;
    this.fill();
  }

  /** The text may have grown, or a place become free. */
  fill(): void {
    this.#fill([]);
    this.#checkEnd();
  }

  /** Silence; what is ready stays so. */
  hold(): void {
    this.#held = true;
    if (this.#current) this.#current.startedAt = undefined;
    this.#send({ type: 'pause' });
  }

  /** Goes on where `hold` ended. */
  release(): void {
    this.#held = false;
    if (this.#replacing) return this.#pump();
    this.#resumed = true;
    this.#send({ type: 'resume' });
    this.#pump();
  }
  #resumed = false;

  /** Silence, and everything is forgotten, until `begin`. */
  silence(): void {
    const isSounding = this.#current !== undefined || this.#ahead.some(({ sent }) => sent);
    for (const { controller } of this.#ahead) controller.abort();
    this.#clear();
    this.#walk = undefined;
    this.#held = false;
    if (isSounding) this.#send({ type: 'pause' });
  }

  /** The same, and the host may go. */
  stop(): void {
    this.silence();
    this.#send({ type: 'stop' });
  }

  handle(event: AudioEvent): void {
    switch (event.type) {
      case 'started':
        return this.#start(event.id);
      case 'ended':
        return this.#end(event.id);
      case 'dry':
        return this.#runDry();
      case 'failed': {
        const failed = this.#find(event.id);
        if (failed) this.#setup.onRefused(AppError.fromData(event.error), failed.sentence, failed.voice);
        return;
      }
      default:
    }
  }

  /** The sentence of a clip that the host plays. */
  #find(id: string): SentClip | undefined {
    return this.#current?.id === id ? this.#current : this.#ahead.find((slot) => slot.id === id);
  }

  #clear(): void {
    clearTimeout(this.#lost);
    this.#ahead = [];
    this.#current = undefined;
    this.#replacing = true;
  }

  #start(id: string): void {
    const index = this.#ahead.findIndex((slot) => slot.id === id);
    const slot = this.#ahead[index];
    clearTimeout(this.#lost);
    this.#resumed = false;
    if (!slot) {
      if (this.#current?.id === id) this.#current.startedAt = Date.now();
      return;
    }
    this.#ahead.splice(0, index + 1);
    this.#current = { id, sentence: slot.sentence, voice: slot.voice, startedAt: Date.now(), ended: false };
    this.#setup.onStarted(slot.sentence, slot.voice);
    this.fill();
  }

  #end(id: string): void {
    const current = this.#current;
    if (current?.id !== id || current.ended) return;
    current.ended = true;
    if (current.startedAt !== undefined) this.#setup.onSpoken(current.sentence, current.voice, (Date.now() - current.startedAt) / 1_000);
    this.fill();
  }

  #runDry(): void {
    if (this.#replacing) return;
    const resumed = this.#resumed;
    this.#resumed = false;
    if (this.#current && !this.#current.ended && resumed) return this.#giveAgain();
    if (this.#current) this.#current.ended = true;
    this.fill();
    if (!this.#ahead[0]?.sent) return;
    // Either this was told before the host had them, or it lost them.
    clearTimeout(this.#lost);
    this.#lost = setTimeout(() => this.#giveAgain(), PATIENCE);
  }

  /** A new host knows nothing of what an earlier one was given. */
  #giveAgain(): void {
    if (this.#held) return;
    const { sentence, voice } = this.#current ?? {};
    this.#turn++;
    this.#replacing = true;
    for (const slot of this.#ahead) slot.sent = false;
    if (sentence && voice && !this.#current?.ended) this.#ahead.unshift({ id: '', sentence, voice, sent: false, controller: new AbortController() });
    this.#current = undefined;
    for (const slot of this.#ahead) {
      slot.id = this.#name(slot.sentence);
      if (!slot.clip) this.#make(slot);
    }
    this.#pump();
  }

  #fill(earlier: readonly Slot[]): void {
    const sounding = this.#current && !this.#current.ended;
    while (this.#walk && this.#ahead.length < AHEAD + (sounding ? 0 : 1)) {
      const sentence = this.#walk.next();
      if (!sentence || sentence === 'wait') break;
      this.#add(sentence, earlier);
    }
    this.#pump();
  }

  #add(sentence: SpokenSentence, earlier: readonly Slot[]): void {
    const voice = this.#setup.chooseVoice(sentence);
    const made = earlier.find((slot) => slot.sentence.id === sentence.id && !slot.error && isSameVoice(slot.voice, voice));
    const slot: Slot = { ...made, id: this.#name(sentence), sentence, voice, sent: false, controller: made?.controller ?? new AbortController() };
    this.#ahead.push(slot);
    if (slot.making && !slot.clip) void this.#await(slot, slot.making);
    else if (!slot.clip) this.#make(slot);
  }

  #name({ id }: SpokenSentence): string {
    return `${this.#turn}/${id}`;
  }

  #make(slot: Slot): void {
    try {
      const made = this.#setup.makeClip(slot.sentence, slot.voice, slot.controller.signal);
      if (made instanceof Promise) void this.#await(slot, (slot.making = made));
      else slot.clip = made;
    } catch (thrown) {
      slot.error = toAppError(thrown);
    }
  }

  async #await(slot: Slot, making: Promise<UnnamedClip>): Promise<void> {
    try {
      slot.clip = await making;
    } catch (thrown) {
      slot.error = toAppError(thrown);
    }
    if (slot.controller.signal.aborted || !this.#ahead.includes(slot)) return;
    this.#pump();
    this.#checkEnd();
  }

  /** Hands the host what is ready, in order. Nothing begins while the reader pauses. */
  #pump(): void {
    if (this.#held && this.#replacing) return;
    const clips: AudioClip[] = [];
    for (const slot of this.#ahead) {
      if (slot.sent) continue;
      if (!slot.clip) break;
      slot.sent = true;
      clips.push({ ...slot.clip, id: slot.id });
    }
    if (clips.length > 0) {
      this.#send({ type: this.#replacing ? 'replace' : 'add', clips });
      this.#replacing = false;
      this.#setup.onGiven();
    } else if (this.#replacing) this.#checkEnd();
  }

  /** Once the ear has caught up: is all said, is the next not there yet, or can it not be had? */
  #checkEnd(): void {
    if (this.#held || (this.#current && !this.#current.ended)) return;
    const [next] = this.#ahead;
    if (next?.error) this.#setup.onStuck(next.error, next.sentence);
    else if (next && !next.sent) this.#setup.onWaiting();
    else if (!next && this.#walk) {
      const more = this.#walk.next();
      if (more === 'wait') this.#setup.onWaiting();
      else if (!more) this.#setup.onOver();
      else {
        this.#add(more, []);
        this.#pump();
      }
    }
  }

  #send(command: AudioCommand): void {
    this.#setup.send(command).catch((thrown: unknown) => {
      const next = this.#current ?? this.#ahead[0];
      if (next && command.type !== 'pause' && command.type !== 'stop') this.#setup.onStuck(toAppError(thrown), next.sentence);
    });
  }
}
