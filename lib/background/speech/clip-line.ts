import { toAppError } from '~/lib/shared/app-error';
import type { AudioClip } from '~/lib/shared/audio-host';
import type { SpokenSentence } from '~/lib/shared/speech';
import { isSameVoice } from './choose-voice';
import type { FeederSetup, SentClip, Slot, UnnamedClip } from './feeder-setup';

/** The sentences ahead of the ear, in order, and the making of their sound. */
export class ClipLine {
  readonly #setup: Pick<FeederSetup, 'chooseVoice' | 'makeClip'>;
  readonly #onMade: () => void;
  #slots: Slot[] = [];
  #turn = 0;

  /** `onMade`: the sound of a sentence in the line is there, or cannot be had. */
  constructor(setup: Pick<FeederSetup, 'chooseVoice' | 'makeClip'>, onMade: () => void) {
    this.#setup = setup;
    this.#onMade = onMade;
  }

  /** Another number after each step of the reader; clips are named by it. */
  get turn(): number {
    return this.#turn;
  }

  get length(): number {
    return this.#slots.length;
  }

  get first(): Readonly<Slot> | undefined {
    return this.#slots[0];
  }

  get last(): Readonly<Slot> | undefined {
    return this.#slots.at(-1);
  }

  /** Those that the host has. */
  get sent(): SentClip[] {
    return this.#slots.filter(({ sent }) => sent);
  }

  find(id: string): Readonly<Slot> | undefined {
    return this.#slots.find((slot) => slot.id === id);
  }

  /** What an earlier background has given to the host. */
  restore(turn: number, sent: readonly SentClip[]): void {
    this.#turn = turn;
    this.#slots = sent.map((clip) => ({ ...clip, sent: true, controller: new AbortController() }));
  }

  /**
   * Begins another turn with an empty line, which `refill` fills. What is made already, or being made, is used again; the
   * making of what is then not in the line ends.
   */
  renew(refill: (reuse: readonly Slot[]) => void): void {
    const earlier = this.#slots;
    this.#slots = [];
    this.#turn++;
    refill(earlier);
    for (const { controller } of earlier) if (!this.#slots.some((slot) => slot.controller === controller)) controller.abort();
  }

  /** Ends the making of all. */
  clear(): void {
    for (const { controller } of this.#slots) controller.abort();
    this.#slots = [];
  }

  add(sentence: SpokenSentence, reuse: readonly Slot[] = []): void {
    const voice = this.#setup.chooseVoice(sentence);
    const made = reuse.find((slot) => slot.sentence.id === sentence.id && !slot.error && isSameVoice(slot.voice, voice));
    const slot: Slot = { ...made, id: this.#name(sentence), sentence, voice, sent: false, controller: made?.controller ?? new AbortController() };
    this.#slots.push(slot);
    if (slot.making && !slot.clip) void this.#await(slot, slot.making, true);
    else if (!slot.clip) this.#make(slot);
  }

  /** Takes out the sentence with this clip and all before it; undefined when none has it. */
  takeTo(id: string): Readonly<Slot> | undefined {
    const index = this.#slots.findIndex((slot) => slot.id === id);
    return index < 0 ? undefined : this.#slots.splice(0, index + 1).at(-1);
  }

  /** A host that knows nothing is to be given all of it again, this clip of its first. */
  resend(sounding: SentClip | undefined): void {
    this.#turn++;
    if (sounding) this.#slots.unshift({ ...sounding, sent: false, controller: new AbortController() });
    for (const slot of this.#slots) {
      slot.sent = false;
      slot.id = this.#name(slot.sentence);
      if (!slot.clip) this.#make(slot);
    }
  }

  /** What is ready and not with the host yet, up to the first that is not made; from now on it counts as sent. */
  takeReady(): AudioClip[] {
    const clips: AudioClip[] = [];
    for (const slot of this.#slots) {
      if (slot.sent) continue;
      if (!slot.clip) break;
      slot.sent = true;
      clips.push({ ...slot.clip, id: slot.id });
    }
    return clips;
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

  async #await(slot: Slot, making: Promise<UnnamedClip>, isOfEarlierTurn = false): Promise<void> {
    const isWanted = () => !slot.controller.signal.aborted && this.#slots.includes(slot);
    try {
      slot.clip = await making;
    } catch (thrown) {
      // Begun before the reader asked to try once more: what could not be had then may be had now.
      if (isOfEarlierTurn && isWanted()) return this.#make(slot);
      slot.error = toAppError(thrown);
    }
    if (isWanted()) this.#onMade();
  }
}
