import { cutLong } from '~/lib/shared/cut-long';
import { detectOtherLanguage } from '~/lib/shared/detect-language';
import type { PageImage } from '~/lib/shared/page-content';
import { readSentences } from '~/lib/shared/read-sentences';
import type { SpeechPhrases, SpokenSentence } from '~/lib/shared/speech';
import { isSpeakable } from './ear-rules';
import { PAUSES } from './passages';

/**
 * The description of a picture as sentences, introduced in words that vary from one picture to the next, the same
 * for one picture whenever it is read. Nothing where there is no description.
 * @param place where the picture stands: its block, and the length of that block's text.
 * @param pause milliseconds after the last of them.
 */
export function* speakPicture(image: PageImage, description: string | undefined, place: { blockId: string; offset: number }, phrases: SpeechPhrases, maxLength: number, pauses: boolean): Generator<SpokenSentence> {
  if (!description || !isSpeakable(description)) return;
  const lang = detectOtherLanguage(description, phrases.lang);
  const turn = Math.max(0, Number(image.id.replace(/\D+/g, '')) - 1);
  const whole = phrases.picture(description.trim().replace(/\s+/g, ' '), turn);
  const texts = [...readSentences(whole, lang ?? phrases.lang)].flatMap(({ text }) => cut(text, maxLength));
  for (const [index, text] of texts.entries())
    yield {
      id: `${place.blockId}:${image.id}.${index}`,
      blockId: place.blockId,
      imageId: image.id,
      kind: 'picture',
      text,
      lang: lang ?? phrases.lang,
      pause: pauses && index === texts.length - 1 ? PAUSES.picture : 0,
      start: place.offset,
      end: place.offset,
      spans: [],
    };
}

function cut(text: string, maxLength: number): string[] {
  let from = 0;
  return cutLong(text, maxLength).map((to) => text.slice(from, (from = to)).trim()).filter(isSpeakable);
}
