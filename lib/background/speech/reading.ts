import type { SpeechPosition, SpokenSentence } from '~/lib/shared/speech';
import { positionOf } from '~/lib/speech/narration';
import type { ReadingCheck } from '../guard/check-reading';
import type { PicturesAhead } from './pictures-ahead';

/** Sentences one after the other. `wait`: the next is not there yet; `undefined`: there is none. */
export interface Walk {
  next(): SpokenSentence | 'wait' | undefined;
}

/** Something that is read aloud. No sentence is made before it is asked for. */
export interface Reading {
  /** BCP 47 tag of the whole, if known. */
  readonly lang: string | undefined;
  /** Those that are described where they stand. */
  readonly pictures?: PicturesAhead | undefined;
  /** Judges its text before a server speaks it. */
  readonly check: Pick<ReadingCheck, 'pass'>;
  /** The sentences from a position on; all without one. */
  walk(position?: SpeechPosition): Walk;
  /** The sentence before the one at a position; undefined at the beginning. */
  before(position: SpeechPosition): SpokenSentence | undefined;
  /** As `Narration.paragraph`. */
  paragraph(position: SpeechPosition, direction: 'next' | 'previous'): SpokenSentence | undefined;
  /** Characters of the whole; undefined while it grows. */
  readonly length: number | undefined;
  /** Characters before a position. */
  lengthBefore(position: SpeechPosition): number;
  /** The position at a share of the whole, 0 to 1. */
  positionAt(share: number): SpeechPosition | undefined;
}

/** Sentences that are dropped at most before a walk gives up to find the one it is to go on with. */
const MOST_DROPPED = 200;

/** The sentences behind one that was taken earlier, perhaps by another background. */
export function walkBehind(reading: Reading, sentence: SpokenSentence): Walk {
  const walk = reading.walk(positionOf(sentence));
  return skipTo(walk, sentence) ? walk : reading.walk(positionOf(sentence));
}

/** The sentences from this one on, also where it is only a part of what stands at its position. */
export function walkAt(reading: Reading, sentence: SpokenSentence): Walk {
  const walk = reading.walk(positionOf(sentence));
  let first = skipTo(walk, sentence);
  if (!first) return reading.walk(positionOf(sentence));
  return {
    next() {
      const next = first ?? walk.next();
      first = undefined;
      return next;
    },
  };
}

function skipTo(walk: Walk, { id }: SpokenSentence): SpokenSentence | undefined {
  for (let dropped = 0; dropped < MOST_DROPPED; dropped++) {
    const sentence = walk.next();
    if (sentence === undefined || sentence === 'wait') break;
    if (sentence.id === id) return sentence;
  }
  return undefined;
}
