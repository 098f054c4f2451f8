import { cutLong } from '~/lib/shared/cut-long';
import { detectOtherLanguage } from '~/lib/shared/detect-language';
import type { PageImage } from '~/lib/shared/page-content';
import { readSentences } from '~/lib/shared/read-sentences';
import type { PictureWords, SpeechPhrases, SpokenSentence } from '~/lib/shared/speech';
import { isSpeakable } from './ear-rules';
import { PAUSES } from './passages';

/** How pictures are spoken. */
interface PictureSpeech {
  phrases: SpeechPhrases;
  /** UTF-16 units that the voice takes at one go. */
  maxLength: number;
  /** There is silence after each. */
  pauses: boolean;
}

/** Where a picture stands: its block, and the length of that block's text. */
interface PicturePlace {
  blockId: string;
  offset: number;
}

/**
 * The description of a picture as sentences, introduced in words that vary from one picture to the next, the same
 * for one picture whenever it is read; or that there is none, where the listener is told.
 */
export function* speakPicture(image: PageImage, words: PictureWords, place: PicturePlace, { phrases, maxLength, pauses }: PictureSpeech): Generator<SpokenSentence> {
  if (words.kind === 'none') {
    if (words.tell) yield makeSentence(image, place, { id: 'none', kind: 'announcement', text: phrases.picturesSkipped, lang: phrases.lang, pause: pauses ? PAUSES.picture : 0 });
    return;
  }
  if (words.kind === 'pending' || !isSpeakable(words.text)) return;
  const { text: description, byAi } = words;
  const lang = detectOtherLanguage(description, phrases.lang) ?? phrases.lang;
  const turn = Math.max(0, Number(image.id.replace(/\D+/g, '')) - 1);
  const whole = phrases.picture(description.trim().replace(/\s+/g, ' '), turn, byAi);
  const texts = [...readSentences(whole, lang)].flatMap(({ text }) => cut(text, maxLength));
  for (const [index, text] of texts.entries())
    yield makeSentence(image, place, { id: String(index), kind: 'picture', text, lang, pause: pauses && index === texts.length - 1 ? PAUSES.picture : 0 });
}

/** Says that the description of a picture is being made. */
export function sayPending(image: PageImage, place: PicturePlace, { lang, picturePending }: SpeechPhrases): SpokenSentence {
  return makeSentence(image, place, { id: 'pending', kind: 'announcement', text: picturePending, lang, pause: 0 });
}

function makeSentence(image: PageImage, { blockId, offset }: PicturePlace, { id, ...about }: Pick<SpokenSentence, 'id' | 'kind' | 'text' | 'lang' | 'pause'>): SpokenSentence {
  return { id: `${blockId}:${image.id}.${id}`, blockId, imageId: image.id, ...about, start: offset, end: offset, spans: [] };
}

function cut(text: string, maxLength: number): string[] {
  let from = 0;
  return cutLong(text, maxLength).map((to) => text.slice(from, (from = to)).trim()).filter(isSpeakable);
}
