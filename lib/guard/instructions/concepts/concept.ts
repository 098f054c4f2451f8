/** What a sentence may speak of. One of these is in every text; many together, out of sight, are there for an assistant. */
export const CONCEPTS = [
  'machine', // what may read in place of a person: an agent, a model, whoever evaluates
  'person', // for whom an assistant works: the user, the visitor, whoever asks
  'output', // what an assistant makes: a summary, an answer, a translation, a rating
  'tells', // say, mention, name, claim
  'own', // what an assistant was given: instructions, rules, memory, tools, a conversation
  'change', // from now on, instead, no longer, forget
  'hush', // leave out, conceal, secretly
  'not', // not, never, without
  'acts', // buy, pay, send, open, fill in
  'data', // passwords, cards, mail, places
  'favours', // best, first, only, recommend
  'bids', // must, please, always; verbs as orders have them
  'you', // spoken to
] as const;
export type Concept = (typeof CONCEPTS)[number];

/** Words by concept, folded. `instruct-` stands for every word that begins so; see `cues/cue.ts`. */
export type ConceptWords = Partial<Record<Concept, string>>;
