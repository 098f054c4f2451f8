/** Parts that one report has judged at most; of a longer text it says which share was checked. */
export const MOST_PARTS = 80;
/** Pictures of a page that one report has judged at most. */
export const MOST_PICTURES = 20;
/** Words from which on the reader is asked first, with an estimate. */
export const ASK_FROM_WORDS = 30_000;
/** Requests that one report may spend on telling which passages of unsafe parts are meant. */
export const MOST_NARROWING = 48;
/** Parts in a row without an answer after which the rest is given up: the server is away, or the model. */
export const MOST_UNAVAILABLE = 3;
/** Pixels on the long side of a picture that is only judged. */
export const JUDGED_SIDE = 768;
