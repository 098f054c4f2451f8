/** What a word of a text may be a sign of. A rule is asked only where the cues that it needs stand: see `NEEDS`. */
export const CUES = [
  'tongue', // it is written in this language
  'reader', // an artificial reader, or a part of its name
  'forget', // ignore, forget
  'undo', // ignore, replace, cancel, no longer follow …
  'given', // instructions, rules, a task
  'your',
  'end', // of the page, as an order pretends
  'not', // not, never, without
  'conceal', // what is not to be told of
  'held', // what an assistant knows: a conversation, passwords
  'task', // what an assistant does: a summary, an answer
  'user',
  'hush', // mention, tell, reveal: what is to be kept quiet
  'mode', // a mode, restrictions: what a jailbreak lifts
  'persona', // be somebody, begin anew
  'review',
  // it is written in this one of several languages that share their letters
  'turkish',
  'indonesian',
  'vietnamese',
  'arabic',
  'persian',
  'hindi',
  'hebrew',
  'greek',
] as const;
export type Cue = (typeof CUES)[number];

/**
 * Words by cue, folded. `instruct-` stands for every word that begins so, any other for itself. In Arabic, Persian and
 * Hindi, where words take on letters at both ends, it stands for every word that holds it.
 */
export type CueWords = Partial<Record<Cue, string>>;

/** Several cues, one bit each. */
export function bitsOf(cues: readonly Cue[]): number {
  return cues.reduce((bits, cue) => bits | (1 << CUES.indexOf(cue)), 0);
}
