/** Limits of pictures, of what is said of them and what goes along with a question, apart from the schemas so that buttons and menus load without these. */

/** Pictures a question may compare. */
export const MIN_COMPARED = 2;
export const MAX_COMPARED = 8;

/** Characters of a description that serves as alternative text. */
export const ALT_TEXT_LENGTH = 125;

/** What may go along with one question. */
export const MAX_ATTACHMENTS = 100;
