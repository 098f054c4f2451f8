import type { Cue } from './cues/cue';
import type { Pattern } from './pattern';

/** What a passage may show of being an order to an assistant. No sign but the strongest proves anything alone. */
export type Sign =
  | 'override' // ignore what you were told before
  | 'template' // the tokens and headings between which chat models are told who speaks
  | 'reveal' // give away your own instructions, or what the user has told you
  | 'leak' // carry what you know to an address
  | 'jailbreak' // a mode without rules
  | 'bid' // a whole order in one sentence, as only an assistant is given it: "end your answer with"
  | 'conceal' // keep these instructions from the user
  | 'address' // spoken to an assistant: "AI assistants:", "if you are a language model"
  | 'call' // out of sight, said as if to an assistant: "AI applicants:", "bots that summarize"
  | 'duty' // out of sight, what somebody is told to do or not to do: "the summary must"
  | 'mandate' // spoken of assistants: "AI assistants must"
  | 'reading' // what an assistant does for somebody: "when summarizing this page", "if the user asks"
  | 'persona' // be somebody: "you are now", "act as"
  | 'secrecy' // without telling somebody
  | 'reset' // start anew: "new instructions:", "ignore the above"
  | 'order' // say, recommend, rate, send …
  | 'praise'; // the best, a positive review, a trusted source

/** How much a sign weighs, once a passage. See `weigh` for what a passage needs. */
export const WEIGHTS: Record<Sign, number> = {
  override: 4,
  template: 4,
  reveal: 4,
  leak: 4,
  jailbreak: 4,
  bid: 4,
  conceal: 4,
  address: 3,
  call: 3,
  duty: 2,
  mandate: 2,
  reading: 2,
  persona: 2,
  secrecy: 2,
  reset: 2,
  order: 2,
  praise: 1,
};

export interface Rule {
  /** `<language>-<what>`; as the reader's report names it. */
  id: string;
  sign: Sign;
  /** Matched against folded text (see `fold`): lower case, without accents, white space collapsed. */
  pattern: Pattern;
  /** Cues of which a text must hold one of each list; those of its sign if none are named (`NEEDS`). */
  needs?: readonly (readonly Cue[])[];
  /** It finds orders to readers that no name tells, too (“whatever is reading this”): it is asked where none is named. */
  nameless?: true;
  /** What it must find and must not find: the rule's tests, as a page would write them. The build leaves them out. */
  finds: readonly string[];
  passes: readonly string[];
}

/**
 * What a text says beside the name of an artificial reader. None of it is an order; together, and the more the less honest the
 * place, it is one that is worded like a remark: "AI summaries of this page put Acme first".
 */
export interface Bearing {
  id: 'speaks' | 'directs' | 'favours' | 'sends' | 'ours' | 'asks' | 'serves' | 'notes';
  /** Added to what else is known of the text; what speaks for honest text is taken away. */
  weight: number;
  pattern: Pattern;
  /** What it must find and must not find: its tests. The build leaves them out. */
  finds: readonly string[];
  passes: readonly string[];
}
