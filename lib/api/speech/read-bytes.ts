import { AppError } from '~/lib/shared/app-error';
import type { TimeWatch } from '../watch-time';

/**
 * The whole body of a response. Silence may last `idle` milliseconds.
 * @throws AppError `bad-response` for more than `limit` bytes; whatever the connection throws when it breaks.
 */
export async function readBytes(response: Response, limit: number, watch: TimeWatch, idle: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = (): AppError => new AppError('bad-response', { detail: `The audio is larger than ${Math.floor(limit / 1_048_576)} MB.` });
  if (Number(response.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  watch.allow(idle);
  for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
    watch.allow(idle);
    length += chunk.value.length;
    if (length > limit) throw tooLarge();
    parts.push(chunk.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
