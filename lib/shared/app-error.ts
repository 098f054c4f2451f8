import type { AppErrorData } from './app-error-data';

export type { AppErrorData };

/** Everything that can go wrong, as one closed list; `components/ui/error-notice.tsx` has a sentence for each. */
export const ERROR_CODES = [
  // The page
  'page-forbidden', // the browser lets no extension read it (settings, web store, other extensions)
  'page-permission', // Docent lacks access to the site; `origin` says which to ask for
  'page-closed', // the tab was closed while it was read
  'page-navigated', // the tab went elsewhere while it was read
  'page-discarded', // the browser has unloaded the tab
  'page-empty', // nothing readable in it
  'no-selection', // a request about what is selected, and nothing is
  'page-too-slow', // reading took longer than 20 s
  'page-not-text', // a picture, a film, a PDF, some other binary document
  'pdf-password', // the PDF is encrypted, and no password or a wrong one (`wrong-password`) was given
  'pdf-broken', // it is no PDF, or damaged beyond mending; `detail` holds the reader's words
  'pdf-unreachable', // its file cannot be fetched again: made by a form, a link that works once; `status` if the server answered
  'pdf-too-large', // more bytes than are read
  'link-failed', // a linked page could not be fetched; `status` if the server answered
  // Pictures
  'image-gone', // no longer in the page
  'image-broken', // the file is empty, damaged, or no picture
  'image-too-small', // nothing to be seen in it
  'image-too-large', // more bytes or pixels than are read
  'image-permission', // its host is closed to Docent; `origin` says which to ask for
  'image-unreachable', // no way to its pixels worked; `status` if a server answered
  // Files that the reader attaches
  'file-failed', // `reason` says why
  // Reading aloud
  'no-voices', // the system has none that Docent could use
  'voice-not-saved', // what a voice of the system speaks cannot be had as a file
  // The guard
  'guard-blocked', // a checkpoint kept something from being sent or shown; the run's `guard` says which and why
  // The server
  'not-accepted', // the reader has not yet agreed that anything is sent to this server
  'needs-model', // a question, while an engine is chosen that can only summarize
  'no-key', // the server needs a key and none is stored
  'bad-key', // 401, or 403 about the key
  'no-credits', // 402, or 403/429 about credits or quota
  'daily-limit', // the reader's own limit of a day leaves no room for the request; `limit` says which. Nothing was sent
  'rate-limited', // 429
  'model-unknown', // 404, or a 400 that names the model
  'no-vision', // the model takes no pictures
  'model-unavailable', // "under maintenance", deprecated, or refused for this key
  'origin-refused', // a local server takes no calls from extensions (Ollama without `OLLAMA_ORIGINS`)
  'request-refused', // any other 4xx; `detail` holds the server's words
  'context-too-long', // the text is larger than the model takes
  'content-filtered', // the provider blocked the answer
  'server-error', // 5xx
  'server-unreachable', // no connection: down, wrong address, blocked
  'offline', // the browser itself is offline
  'timeout', // no first byte, or the stream fell silent
  'bad-response', // HTML, broken JSON, something that is no chat completion
  'empty-answer', // a well-formed answer without any text
  'stream-broken', // the connection ended in the middle, text so far is kept
  'speech-unsupported', // the server has no route that makes speech
  'voice-unknown', // the model has no such voice, or no longer
  'audio-failed', // the server made speech, but its link could not be fetched; `origin` says whose permission may be missing
  'audio-mixed', // sound files that cannot become one: other kind, sample rate or channels
  'audio-too-long', // one sound file of all would be longer than such a file can be
  'bad-base-url', // the configured address is none, is not safe to send to, or nothing there speaks the API (404, 405)
  // Docent itself
  'interrupted', // the browser ended the background while a run was live
  'storage-full',
  'storage-failed',
  'conversation-gone', // it is no longer in the history
  'bad-file', // a file that is to be imported holds no conversations of Docent
  'storage-newer', // the database was written by a newer version of Docent: it is read, and not written
  'device-unavailable', // the browser's built-in model is not there
  'bad-message', // a message that the protocol does not know
  'cancelled',
  'unexpected',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Which case of its code an error is, where the case has a sentence of its own. */
export const ERROR_REASONS = [
  'not-kept', // image-gone: its bytes are no longer in the image store
  'out-of-sight', // image-unreachable: its tab is not in front, so it cannot be cut out of the screen
  'only-reasoning', // empty-answer: the model thought, and said nothing
  'other-page', // page-navigated: the answer that was to be made again is about a page the tab no longer shows
  'text-not-kept', // page-navigated: a question about the page of an earlier conversation, of which no text was ever sent
  'wrong-password', // pdf-password
  'local-closed', // page-permission: a file of this computer, which this browser opens to no extension
  'slow-pdf', // pdf-broken: no page of it came to its end in time
  'other-file', // pdf-unreachable: the address gives another file than before
  'scanned', // page-empty: a PDF whose pages are pictures without text
  'local-file', // page-permission: a file on this computer; the browser has a switch for it
  'untold-page', // page-permission: the browser does not tell what the tab shows, as with a file on this computer while that switch is off
  'too-large', // link-failed: more than is read of one page
  'newer-file', // bad-file: a later version of Docent saved it
  'empty-file', // file-failed: nothing in it
  'unsupported-file', // file-failed: a kind that is not read
  'no-text-file', // file-failed: it says that it is a text or a picture, and is none
  'large-file', // file-failed: more than is read of one
  'file-gone', // file-failed: what was read of it is no longer kept
  'too-many', // file-failed: more pictures, or more of all, than go along with one question
  'no-audio', // bad-response: something that is no sound
  'silent-audio', // empty-answer: a sound file of no length
  'not-spoken', // guard-blocked: a text that was to be read aloud by a voice of the server
  'no-encryption', // bad-base-url: key and page would travel readable
  'credentials', // bad-base-url: a name or password inside the address
  'redirect', // bad-base-url: the server sends elsewhere, which is not followed
] as const;
export type ErrorReason = (typeof ERROR_REASONS)[number];

const MAX_DETAIL = 300;

/** The only error class of the extension. `message` is for logs; what the reader sees is made from `data`. */
export class AppError extends Error {
  readonly data: AppErrorData;

  constructor(code: ErrorCode, about: Omit<AppErrorData, 'code'> = {}, cause?: unknown) {
    super(about.detail ? `${code}: ${about.detail}` : code, { cause });
    this.name = 'AppError';
    this.data = { code, ...about };
    if (about.detail && about.detail.length > MAX_DETAIL) {
      this.data.detail = `${about.detail.slice(0, MAX_DETAIL - 1)}…`;
    }
  }

  get code(): ErrorCode {
    return this.data.code;
  }

  static fromData(data: AppErrorData): AppError {
    const { code, ...about } = data;
    return new AppError(code, about);
  }
}

/**
 * Any thrown value as an `AppError`. Aborts become `cancelled` and full storage `storage-full`;
 * the rest is `unexpected`, with the original as `cause`.
 */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const name = thrown instanceof Error ? thrown.name : '';
  if (name === 'AbortError') return new AppError('cancelled', {}, thrown);
  if (name === 'QuotaExceededError') return new AppError('storage-full', {}, thrown);
  return new AppError('unexpected', { detail: thrown instanceof Error ? thrown.message : String(thrown) }, thrown);
}
