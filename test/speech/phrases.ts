import type { SpeechPhrases } from '~/lib/shared/speech';

/** Docent's own words, in English. */
export const PHRASES: SpeechPhrases = {
  lang: 'en',
  code: (lines) => `Code, ${lines} lines.`,
  link: (host) => `link to ${host}`,
  times: (what, count) => `${what} ${count} times`,
  about: (number) => `about ${number}`,
  picture: (description, turn, byAi) => `${turn % 2 === 0 ? 'A picture:' : 'Another picture shows:'} ${description}${byAi ? ' (by AI)' : ''}`,
  picturePending: 'A picture, not described yet.',
  picturesSkipped: 'Pictures without description are left out.',
};
