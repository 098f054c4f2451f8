import type { Concept } from './concept';

/** Besides the concepts: an artificial reader by name. */
export type Feature = Concept | 'named';

/**
 * How much it weighs when two or three sentences speak of all of these. Fitted to orders and honest texts out of sight in
 * twenty languages (logistic regression over all pairs), the few that matter kept, and rounded.
 */
export const TOGETHER: readonly (readonly [features: readonly Feature[], weight: number])[] = [
  [['named'], 2],
  [['machine'], 1],
  [['output'], 1],
  [['bids'], 1],
  [['own', 'change'], 2],
  [['own', 'change', 'you'], 1], // your rules are others from now on
  [['own', 'you'], 1],
  [['tells', 'hush'], 2], // leave it out and say
  [['person', 'bids'], 1],
  [['person', 'tells'], 1],
  [['acts', 'data'], 1], // pay with the card on file
  [['output', 'data'], 1],
  [['output', 'hush'], 1],
  [['person', 'not'], 0.5],
  [['person', 'data'], 0.5],
  [['person', 'acts'], 0.5],
  [['tells', 'not'], 0.5],
  [['person', 'hush', 'acts'], 1.5], // buy it without asking
  [['machine', 'person', 'acts'], 1],
  [['named', 'favours'], 0.5],
  [['named', 'hush'], 0.5],
  [['named', 'acts'], 0.5],
];

/** One of each list is in every order: whom it is meant for, without which people are told what to do, and what is to come of it. */
export const NEEDED_FEATURES: readonly (readonly Feature[])[] = [
  ['named', 'machine', 'output', 'own'],
  ['hush', 'favours', 'acts', 'change', 'data'],
];
