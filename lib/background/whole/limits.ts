/** Tokens of text in one part at most: in longer ones models overlook what stands in the middle. */
export const LARGEST_PART = 30_000;
/** A part is no smaller: a model that does not take as much takes none. */
export const SMALLEST_PART = 150;
/** Cap of the notes on one part; generous, since reasoning models spend it on thinking too. */
export const NOTE_TOKENS = 3_000;
/** Notes get this part of a small context at most. */
export const NOTE_SHARE = 1 / 5;
/** Words that notes on one part are asked to have, at least and at most. */
export const NOTE_WORDS = { least: 60, most: 500 };
/** Tokens of earlier conversation that go with every part. */
export const HISTORY_TOKENS = 800;
/**
 * From here on the reader is asked first, with an estimate: about 100,000 words, which take a minute or more, or what costs as much as some
 * thirty ordinary summaries.
 */
export const ASK_FROM = { tokens: 150_000, usd: 0.1 };
/** Parts in a row that the server fails to answer, after which the rest is given up: it is not about the parts. */
export const MOST_FAILURES = 4;
