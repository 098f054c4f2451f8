/** What a model answers about a scanned page without any text. */
export const NO_TEXT = '[no text]';
