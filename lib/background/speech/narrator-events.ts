import type { AppError } from '~/lib/shared/app-error';

/** What a narrator tells whoever keeps the queue. */
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
  /** What the reader is asked about the pictures is another. */
  onOffer(): void;
  /** The guard has said something of the text. */
  onNote(): void;
}
