import type { AppError } from '~/lib/shared/app-error';
import type { AudioClip, AudioCommand } from '~/lib/shared/audio-host';
import type { VoiceRef } from '~/lib/shared/player';
import type { SpokenSentence } from '~/lib/shared/speech';

/** A clip before it has its name; names are given out one to each time that it is played. */
export type UnnamedClip = AudioClip extends infer C ? (C extends AudioClip ? Omit<C, 'id'> : never) : never;

/** A sentence on its way to the ear. */
export interface Slot {
  id: string;
  sentence: SpokenSentence;
  voice: VoiceRef;
  making?: Promise<UnnamedClip>;
  clip?: UnnamedClip;
  error?: AppError;
  sent: boolean;
  controller: AbortController;
}

/** A sentence that the host has, as it is kept for the next background. */
export interface SentClip {
  id: string;
  sentence: SpokenSentence;
  voice: VoiceRef;
}

export interface FeederSetup {
  send(command: AudioCommand): Promise<void>;
  chooseVoice(sentence: SpokenSentence): VoiceRef;
  /** The sound of a sentence: at once for the system's voices. Aborted when it is no longer wanted. */
  makeClip(sentence: SpokenSentence, voice: VoiceRef, signal: AbortSignal): UnnamedClip | Promise<UnnamedClip>;
  /** Another sentence begins to sound. */
  onStarted(sentence: SpokenSentence, voice: VoiceRef): void;
  /** A sentence was spoken to its end, without a break. */
  onSpoken(sentence: SpokenSentence, voice: VoiceRef, seconds: number): void;
  /** All has been read. */
  onOver(): void;
  /** Nothing sounds although there is more: the next is being made, or written. */
  onWaiting(): void;
  /** The next sentence cannot be had. */
  onStuck(error: AppError, sentence: SpokenSentence): void;
  /** The host was given more. */
  onGiven(): void;
  /** The host could not play a sentence that it was given. */
  onRefused(error: AppError, sentence: SpokenSentence, voice: VoiceRef): void;
}
