import type { Tape } from '../e2e/support/system-voices.ts';
import { RECORDED_RATE } from '../e2e/support/system-voices.ts';

/** Samples that are looked at together: 2 ms, less than half a period of the lowest tone of the stand-in. */
const WINDOW = (2 * RECORDED_RATE) / 1_000;
/** Below this nothing sounds; the stand-in's tones reach 6,000. */
const QUIET = 800;

/** Milliseconds of each silence within what was recorded, and when the first sound was heard. */
export function findSilences({ samples, startedAt }: Tape): { silences: number[]; firstSound: number } {
  const silences: number[] = [];
  let first: number | undefined;
  let quiet = 0;
  for (let at = 0; at + WINDOW <= samples.length; at += WINDOW) {
    const isQuiet = samples.subarray(at, at + WINDOW).every((sample) => Math.abs(sample) < QUIET);
    if (!isQuiet) {
      first ??= at;
      // One window may lie in the zero of a tone's beginning.
      if (quiet > 1) silences.push(toMillis(quiet * WINDOW));
      quiet = 0;
    } else if (first !== undefined) quiet++;
  }
  return { silences, firstSound: first === undefined ? Number.NaN : startedAt + toMillis(first) };
}

function toMillis(samples: number): number {
  return (samples / RECORDED_RATE) * 1_000;
}
