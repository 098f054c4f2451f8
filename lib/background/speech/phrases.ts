import { uiLanguage } from '~/lib/i18n/language';
import { plural, t } from '~/lib/i18n/message';
import type { SpeechPhrases } from '~/lib/shared/speech';

/** Ways to introduce a picture, by what its page says of it and by what an AI does. */
const PICTURES = ['speechPicture1', 'speechPicture2', 'speechPicture3', 'speechPicture4', 'speechPicture5'] as const;
const AI_PICTURES = ['speechPictureAi1', 'speechPictureAi2', 'speechPictureAi3'] as const;

/** Docent's own words in a narration, in the reader's language. */
export function speechPhrases(): SpeechPhrases {
  return {
    lang: uiLanguage(),
    code: (lines) => plural('speechCode', lines),
    link: (host) => t('speechLink', host),
    times: (what, count) => t('speechTimes', what, count),
    about: (number) => t('speechAbout', number),
    picture: (description, turn, byAi) => {
      const ways = byAi ? AI_PICTURES : PICTURES;
      return t(ways[turn % ways.length] ?? ways[0], description);
    },
    picturePending: t('speechPicturePending'),
    picturesSkipped: t('speechPicturesSkipped'),
  };
}
