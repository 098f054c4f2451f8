import { browser } from 'wxt/browser';
import { MAX_BYTES } from '~/lib/image/header';
import { AppError } from '~/lib/shared/app-error';
import { originPattern } from '~/lib/shared/base-url';
import { mayLeadTo } from '~/lib/shared/public-address';
import { webOrigin } from '~/lib/shared/url';

/** Milliseconds for a whole picture. */
const LIMIT = 30_000;

/**
 * The bytes behind a picture's address, whatever they are. With permission for its host it is fetched as the page's
 * reader, with cookies; without, as anybody, which servers with CORS allow. Throws `image-permission` with the origin to
 * ask for, `image-too-large`, and `image-unreachable`, with the status if the server answered.
 * @param page address of the page that shows the picture; empty for one that is not known. From the web nothing leads to
 *   this machine or into its network, by way of redirects neither.
 */
export async function fetchPicture(address: string, page: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const origin = webOrigin(address);
  if ((!origin && !/^data:/i.test(address)) || !mayLeadTo(address, page)) throw new AppError('image-unreachable');
  const allowed = !origin || (await browser.permissions.contains({ origins: [originPattern(address)] }).catch(() => false));
  const refused = (cause?: unknown) => new AppError('image-permission', origin ? { origin } : {}, cause);
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), LIMIT);
  try {
    const response = await fetch(address, {
      credentials: allowed ? 'include' : 'omit',
      // What the page has just loaded need not come over the network again.
      cache: 'force-cache',
      signal: AbortSignal.any([signal, ended.signal]),
    });
    if (!mayLeadTo(response.url, page)) throw new AppError('image-unreachable');
    if (!response.ok) throw !allowed && isClosed(response.status) ? refused() : new AppError('image-unreachable', { status: response.status });
    return await readBytes(response);
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof AppError) throw thrown;
    throw allowed || ended.signal.aborted || navigator.onLine === false ? new AppError('image-unreachable', {}, thrown) : refused(thrown);
  } finally {
    clearTimeout(timer);
    // Ends what is still coming in when more was sent than is read.
    ended.abort();
  }
}

/** The server wants to know who asks. */
function isClosed(status: number): boolean {
  return status === 401 || status === 403;
}

async function readBytes(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(response.headers.get('content-length')) > MAX_BYTES) throw new AppError('image-too-large');
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_BYTES) throw new AppError('image-too-large');
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
