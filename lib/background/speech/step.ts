import type { SpokenSentence } from '~/lib/shared/speech';
import { positionOf } from '~/lib/speech/narration';
import { type Reading, type Walk, walkAt, walkBehind } from './reading';

/** Where the reader wants to go. */
export type Step = 'next-sentence' | 'previous-sentence' | 'next-paragraph' | 'previous-paragraph';

/** The walk that begins where a step from `sentence` leads; undefined where there is nothing to go to yet. */
export function walkAfter(step: Step, reading: Reading, sentence: SpokenSentence): Walk | undefined {
  if (step === 'next-sentence') return walkBehind(reading, sentence);
  const here = positionOf(sentence);
  const wanted = step === 'previous-sentence' ? reading.before(here) : reading.paragraph(here, step === 'next-paragraph' ? 'next' : 'previous');
  if (wanted) return walkAt(reading, wanted);
  if (step !== 'next-paragraph') return reading.walk();
  // Behind the last paragraph is the end; of a text that grows, nothing yet.
  return reading.length === undefined ? undefined : { next: () => undefined };
}
