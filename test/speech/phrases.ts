import type { SpeechPhrases } from '~/lib/shared/speech';

/** Docent's own words, in English. */
export const PHRASES: SpeechPhrases = {
  lang: 'en',
  code: (lines) => `Code, ${lines} lines.`,
  link: (host) => `link to ${host}`,
  times: (what, count) => `${what} ${count} times`,
  about: (number) => `about ${number}`,
  picture: (description, turn) => (turn % 2 === 0 ? `A picture: ${description}` : `Another picture shows: ${description}`),
};
