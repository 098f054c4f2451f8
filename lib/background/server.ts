import { browser } from 'wxt/browser';
import type { Server } from '~/lib/api/types';
import { AppError, toAppError } from '~/lib/shared/app-error';
import { hostOf, isLoopback, originPattern } from '~/lib/shared/base-url';
import type { Settings } from '~/lib/shared/settings';
import { webOrigin } from '~/lib/shared/url';
import { getKey } from '~/lib/storage/secrets';

/** The configured server with the key that belongs to it. Throws storage errors. */
export async function getServer({ baseUrl }: Settings): Promise<Server> {
  const key = await getKey(baseUrl);
  return key ? { baseUrl, key } : { baseUrl };
}

/**
 * A failed call, told more precisely than the network does: `offline` when the browser itself is, and with `origin`
 * when the server was out of reach because Docent lacks the permission for it.
 */
export async function refineServerError(thrown: unknown, { baseUrl }: Settings): Promise<AppError> {
  const error = toAppError(thrown);
  if (error.code !== 'server-unreachable') return error;
  const about = { host: hostOf(baseUrl), ...(error.data.model ? { model: error.data.model } : {}) };
  if (navigator.onLine === false && !isLoopback(baseUrl)) return new AppError('offline', about, thrown);
  const origin = webOrigin(baseUrl);
  const allowed = await browser.permissions.contains({ origins: [originPattern(baseUrl)] }).catch(() => true);
  return origin && !allowed ? new AppError('server-unreachable', { ...about, origin }, thrown) : error;
}

/** Whether this device may stand in for the server: the network is away, not merely a permission the reader can give. */
export function isOutOfReach({ code, data }: AppError): boolean {
  return code === 'offline' || (code === 'server-unreachable' && data.origin === undefined);
}
