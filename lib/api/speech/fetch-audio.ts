import { AppError } from '~/lib/shared/app-error';
import { hostOf, isPrivate } from '~/lib/shared/base-url';
import { AUDIO_IDLE_TIMEOUT, AUDIO_TIMEOUT, LINK_RETRY_DELAY, MAX_AUDIO } from '../limits';
import type { CallOptions, Server } from '../types';
import { wait, watchTime } from '../watch-time';
import { readBytes } from './read-bytes';

/**
 * Fetches the file that a speech server linked to: at once, since links expire, and without key, cookies or referrer,
 * since it lies on another host. An `http:` link is tried as it is and, where that fails, as `https:`. Fetching from
 * another host needs its leave (CORS) or the extension's permission for it.
 *
 * @throws AppError `audio-failed` with `status` if the host answered, else with `origin`, whose permission may be what is
 *   missing; `bad-response` for a file beyond 50 MB or a public server's link into a private network; `timeout`,
 *   `offline`, `cancelled`.
 */
export async function fetchAudio(server: Server, link: string, options: CallOptions): Promise<Uint8Array<ArrayBuffer>> {
  refusePrivate(server, link);
  const links = link.startsWith('http:') ? [link, link.replace(/^http:/, 'https:')] : [link];
  let failure: AppError | undefined;
  for (const url of links) {
    try {
      return await fetchTwice(server, url, options);
    } catch (thrown) {
      if (!isOutOfReach(thrown)) throw thrown;
      // What the link itself met counts, not what its guessed twin did.
      failure ??= thrown;
    }
  }
  throw failure ?? new AppError('unexpected');
}

function isOutOfReach(thrown: unknown): thrown is AppError {
  return thrown instanceof AppError && thrown.data.origin !== undefined;
}

/** A file that was just made may be missing for a moment, and a connection may break; a second failure is final. */
async function fetchTwice(server: Server, url: string, options: CallOptions): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await fetchOnce(server, url, options);
  } catch (thrown) {
    if (!mayPass(thrown)) throw thrown;
    await wait(options.retryDelay ?? LINK_RETRY_DELAY, options.signal);
    return fetchOnce(server, url, options);
  }
}

function mayPass(thrown: unknown): boolean {
  if (!(thrown instanceof AppError) || thrown.code !== 'audio-failed') return false;
  const { status, origin } = thrown.data;
  return status === undefined ? origin === undefined : status === 404 || status === 429 || status >= 500;
}

async function fetchOnce(server: Server, url: string, options: CallOptions): Promise<Uint8Array<ArrayBuffer>> {
  const watch = watchTime(options.firstByteTimeout ?? AUDIO_TIMEOUT, options.signal);
  const host = hostOf(url);
  let isReached = false;
  try {
    const response = await (options.fetch ?? fetch)(url, {
      signal: watch.signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    isReached = true;
    if (response.url) refusePrivate(server, response.url);
    if (!response.ok) throw new AppError('audio-failed', { host, status: response.status });
    return await readBytes(response, MAX_AUDIO, watch, options.idleTimeout ?? AUDIO_IDLE_TIMEOUT);
  } catch (thrown) {
    const isOffline = navigator.onLine === false && !isPrivate(url);
    const otherwise = isOffline ? new AppError('offline', { host }) : new AppError('audio-failed', { host, ...(isReached ? {} : { origin: new URL(url).origin }) }, thrown);
    const failure = watch.explain(thrown, otherwise);
    throw failure.code === 'timeout' ? new AppError('timeout', { host }, thrown) : failure;
  } finally {
    watch.stop();
  }
}

/** A public server has no business sending Docent into the reader's own network. */
function refusePrivate(server: Server, url: string): void {
  if (isPrivate(url) && !isPrivate(server.baseUrl)) {
    throw new AppError('bad-response', { host: hostOf(server.baseUrl), detail: `The audio's link leads into a private network: ${hostOf(url)}` });
  }
}
