import { AppError, toAppError } from '~/lib/shared/app-error';
import type { AudioCommand, AudioEvent } from '~/lib/shared/audio-host';
import type { SpokenSentence } from '~/lib/shared/speech';
import { ClipLine } from './clip-line';
import type { FeederSetup, SentClip, Slot } from './feeder-setup';
import type { Walk } from './reading';

/** Sentences behind the one that sounds which are made ready. */
const AHEAD = 2;
/** Milliseconds in which the host must begin with what it was given after it told that it had nothing. */
const PATIENCE = 1_500;

/** Keeps the audio host supplied with the next sentences, never more than three ahead of the ear. */
export class Feeder {
  readonly #setup: FeederSetup;
  readonly #line: ClipLine;
  #walk: Walk | undefined;
  /** The sentence that sounds, or sounded last. */
  #current: (SentClip & { startedAt: number | undefined; ended: boolean }) | undefined;
  /** The next clips take the place of all that the host has. */
  #replacing = true;
  #held = false;
  /** The host was told to go on, and has not begun with anything yet. */
  #resumed = false;
  #lost: ReturnType<typeof setTimeout> | undefined;

  constructor(setup: FeederSetup) {
    this.#setup = setup;
    this.#line = new ClipLine(setup, () => {
      this.#pump();
      this.#checkEnd();
    });
  }

  /** What the host has, the sounding one first. */
  get sent(): SentClip[] {
    const clips = [...(this.#current && !this.#replacing ? [this.#current] : []), ...this.#line.sent];
    return clips.map(({ id, sentence, voice }) => ({ id, sentence, voice }));
  }

  get turn(): number {
    return this.#line.turn;
  }

  /** The last sentence that is taken care of; what follows is to be walked next. */
  get last(): SpokenSentence | undefined {
    return (this.#line.last ?? this.#current)?.sentence;
  }

  /** The sentence that comes next. */
  get next(): SpokenSentence | undefined {
    return this.#line.first?.sentence;
  }

  /** False after the walk was lost with an earlier background: `continue` or `begin` gives one. */
  get hasWalk(): boolean {
    return this.#walk !== undefined;
  }

  /** What an earlier background has given to the host. */
  restore(turn: number, sent: readonly SentClip[], held: boolean): void {
    const [first, ...rest] = sent;
    this.#held = held;
    this.#line.restore(turn, rest);
    if (!first) return;
    this.#replacing = false;
    this.#current = { ...first, startedAt: undefined, ended: false };
  }

  /** Begins anew with a walk, in the place of whatever sounds. What is made already, or being made, is used again. */
  begin(walk: Walk): void {
    this.#leave();
    this.#walk = walk;
    this.#line.renew((reuse) => this.#fill(reuse));
    // What is to be made first would leave the old sentence sounding meanwhile.
    if (!this.#line.first?.sent) this.#send({ type: 'pause' });
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
    if (!this.#replacing) {
      this.#resumed = true;
      this.#send({ type: 'resume' });
    }
    this.#pump();
  }

  /** Silence, and everything is forgotten, until `begin`. */
  silence(): void {
    const isSounding = this.#current !== undefined || this.#line.sent.length > 0;
    this.#leave();
    this.#line.clear();
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
        const failed = this.#current?.id === event.id ? this.#current : this.#line.find(event.id);
        if (failed) this.#setup.onRefused(AppError.fromData(event.error), failed.sentence, failed.voice);
        return;
      }
      default:
    }
  }

  #leave(): void {
    clearTimeout(this.#lost);
    this.#current = undefined;
    this.#replacing = true;
  }

  #start(id: string): void {
    clearTimeout(this.#lost);
    this.#resumed = false;
    const slot = this.#line.takeTo(id);
    if (!slot) {
      if (this.#current?.id === id) this.#current.startedAt = Date.now();
      return;
    }
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
    if (!this.#line.first?.sent) return;
    // Either this was told before the host had them, or it lost them.
    clearTimeout(this.#lost);
    this.#lost = setTimeout(() => this.#giveAgain(), PATIENCE);
  }

  /** A new host knows nothing of what an earlier one was given. */
  #giveAgain(): void {
    if (this.#held) return;
    const current = this.#current;
    this.#replacing = true;
    this.#current = undefined;
    this.#line.resend(current && !current.ended ? { id: current.id, sentence: current.sentence, voice: current.voice } : undefined);
    this.#pump();
  }

  #fill(reuse: readonly Slot[]): void {
    const sounding = this.#current && !this.#current.ended;
    while (this.#walk && this.#line.length < AHEAD + (sounding ? 0 : 1)) {
      const sentence = this.#walk.next();
      if (!sentence || sentence === 'wait') break;
      this.#line.add(sentence, reuse);
    }
    this.#pump();
  }

  /** Hands the host what is ready, in order. Nothing begins while the reader pauses. */
  #pump(): void {
    if (this.#held && this.#replacing) return;
    const clips = this.#line.takeReady();
    if (clips.length > 0) {
      this.#send({ type: this.#replacing ? 'replace' : 'add', clips });
      this.#replacing = false;
      this.#setup.onGiven();
    } else if (this.#replacing) this.#checkEnd();
  }

  /** Once the ear has caught up: is all said, is the next not there yet, or can it not be had? */
  #checkEnd(): void {
    if (this.#held || (this.#current && !this.#current.ended)) return;
    const next = this.#line.first;
    if (next?.error) this.#setup.onStuck(next.error, next.sentence);
    else if (next && !next.sent) this.#setup.onWaiting();
    else if (!next && this.#walk) {
      const more = this.#walk.next();
      if (more === 'wait') this.#setup.onWaiting();
      else if (!more) this.#setup.onOver();
      else {
        this.#line.add(more);
        this.#pump();
      }
    }
  }

  #send(command: AudioCommand): void {
    this.#setup.send(command).catch((thrown: unknown) => {
      const next = this.#current ?? this.#line.first;
      if (next && command.type !== 'pause' && command.type !== 'stop') this.#setup.onStuck(toAppError(thrown), next.sentence);
    });
  }
}
