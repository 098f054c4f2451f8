import type { AppError } from '~/lib/shared/app-error';

/** What a clip tells while it sounds. `started` comes once, whatever is begun anew in between. */
export interface SoundingEvents {
  started(): void;
  /** Offset in the text, UTF-16 units. */
  word(at: number, length?: number): void;
  ended(): void;
  failed(error: AppError): void;
  /** It stands still though nobody here asked for it. */
  interrupted(): void;
}

/** Speed and volume. */
export interface Tuning {
  rate: number;
  volume: number;
}

/** One clip, from its making ready to its end. Nothing is told after `stop`. */
export interface Sounding {
  /** Begins as soon as it is ready. */
  start(): void;
  pause(): void;
  /** Goes on where `pause` held it, or begins when it was never started. */
  resume(): void;
  tune(tuning: Tuning): void;
  stop(): void;
}
