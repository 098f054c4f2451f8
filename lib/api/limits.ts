/** Times in milliseconds and sizes of the client, in one place. */

/** Until the first words. Reasoning models think that long; a longer wait is a dead connection. */
export const FIRST_BYTE_TIMEOUT = 120_000;

/** The same on this machine, where a model may first be loaded and a page be read by a plain processor. */
export const LOCAL_FIRST_BYTE_TIMEOUT = 600_000;

/** Longest silence within an answer; keep-alive comments count as life. */
export const IDLE_TIMEOUT = 60_000;

/** For usage and cost to follow a finish reason, on servers that neither send `[DONE]` nor close. */
export const END_GRACE = 10_000;

/** For short questions: model list, balance. */
export const QUERY_TIMEOUT = 20_000;

/** For vectors of some texts. */
export const EMBEDDING_TIMEOUT = 60_000;

/** Retries after the first attempt (contract section 18, point 11). */
export const MAX_RETRIES = 2;

/** Wait before the first retry; doubles for the second. */
export const RETRY_DELAY = 1_000;

/** Longest `Retry-After` that is waited for; beyond it the reader is told instead. */
export const MAX_RETRY_AFTER = 20_000;

/** An error body is read no further, in bytes. */
export const MAX_ERROR_BODY = 64 * 1024;

/** A body that is JSON in place of a stream, and any model list, is read no further, in characters. */
export const MAX_JSON_BODY = 32 * 1024 * 1024;

/** Text and reasoning of one answer together, in characters: a server that sends more does not end. */
export const MAX_ANSWER = 8 * 1024 * 1024;

/** Times the patience for the first words that a stream may be kept open without any. */
export const MAX_WORDLESS = 8;

/** Characters of a gateway's HTML that are looked at for its words. */
export const MAX_ERROR_HTML = 8 * 1024;

/** One piece of speech, in bytes: an hour of MP3. */
export const MAX_AUDIO = 50 * 1024 * 1024;

/** The same inside JSON, where base64 adds a third. */
export const MAX_AUDIO_JSON = 70 * 1024 * 1024;

/** Until the first byte of a file that is already made. */
export const AUDIO_TIMEOUT = 20_000;

/** Longest silence while a file is fetched. */
export const AUDIO_IDLE_TIMEOUT = 15_000;

/** Wait before a link is tried again: a file that was just made may not be everywhere yet. */
export const LINK_RETRY_DELAY = 500;

/** For the text in one picture. */
export const OCR_TIMEOUT = 120_000;
