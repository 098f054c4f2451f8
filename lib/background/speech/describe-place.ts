import type { PlayerState, VoiceRef } from '~/lib/shared/player';
import type { SpeechPosition, SpokenSentence } from '~/lib/shared/speech';
import { nameVoice } from './choose-voice';
import type { Pace } from './pace';
import type { Reading } from './reading';
import type { Spent } from './spending';
import type { SystemVoices } from './system-voices';

/** Where the reading of an item is, and with what. */
export interface Place {
  reading: Reading | undefined;
  sentence: SpokenSentence | undefined;
  position: SpeechPosition | undefined;
  voice: VoiceRef | undefined;
  /** Speed, 1 as recorded. */
  rate: number;
  pace: Pace;
  spent: Spent | undefined;
}

type ShownPlace = Pick<PlayerState, 'sentence' | 'share' | 'secondsLeft' | 'voice' | 'spent' | 'pictures'>;

/** What windows are shown of a place; what is not known is left out. */
export function describePlace({ reading, sentence, position, voice, rate, pace, spent }: Place, voices: SystemVoices): ShownPlace {
  const length = reading?.length;
  const read = position && reading ? reading.lengthBefore(position) : 0;
  const pictures = reading?.pictures?.offer;
  return {
    ...(sentence ? { sentence: { id: sentence.id, text: sentence.text, ...(sentence.lang === undefined ? {} : { lang: sentence.lang }) } } : {}),
    ...(length ? { share: Math.min(1, read / length), secondsLeft: pace.seconds(voice ? nameVoice(voice) : '', Math.max(0, length - read), rate) } : {}),
    ...(voice ? { voice: voices.describe(voice) } : {}),
    ...(spent ? { spent } : {}),
    ...(pictures ? { pictures } : {}),
  };
}
