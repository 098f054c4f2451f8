import { tonePitch } from '../../server/speak-tone.ts';
import { RECORDED_RATE } from './system-voices.ts';

/** Samples that are listened to at once: 100 ms. */
const WINDOW = RECORDED_RATE / 10;
/** Samples below this are silence. */
const QUIET = 300;
/** Hertz by which a pitch may be missed. */
const NEAR = 10;

/** Which of these texts the stand-in's tones were heard for, in the order they sounded; one after another counts once. */
export function hearTones(samples: Int16Array, texts: readonly string[]): string[] {
  const heard: string[] = [];
  let before: string | undefined;
  for (let at = 0; at + WINDOW <= samples.length; at += WINDOW) {
    const pitch = measurePitch(samples.subarray(at, at + WINDOW));
    const text = texts.find((one) => pitch !== undefined && Math.abs(tonePitch(one) - pitch) < NEAR);
    // Where one passes into the next, a pitch between the two is measured: once.
    if (text !== undefined && text === before && text !== heard.at(-1)) heard.push(text);
    before = text;
  }
  return heard;
}

/** Hertz of a sine; undefined where there is silence in it. */
function measurePitch(samples: Int16Array): number | undefined {
  const tenth = samples.length / 10;
  for (let at = 0; at < samples.length; at += tenth) if (samples.subarray(at, at + tenth).every((sample) => Math.abs(sample) < QUIET)) return undefined;
  // It crosses zero twice in each wave.
  const crossings = samples.reduce((count, sample, i) => count + (i > 0 && sample < 0 !== (samples[i - 1] ?? 0) < 0 ? 1 : 0), 0);
  return (crossings / 2) * (RECORDED_RATE / samples.length);
}
