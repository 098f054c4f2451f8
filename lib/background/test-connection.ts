import type { ConnectionReport } from '~/lib/messaging/protocol';
import { AppError } from '~/lib/shared/app-error';
import { hostOf, isLoopback } from '~/lib/shared/base-url';
import { PRESETS } from '~/lib/shared/presets';
import { getSettings } from '~/lib/storage/settings';
import { loadModels } from './model-list';
import type { ApiClient } from './platform';
import { getServer, refineServerError } from './server';

/**
 * Asks the server for its balance, which a wrong key fails, and its models. Throws the `AppError` that says what is
 * wrong; a server without a model list is fine as long as it tells a balance.
 */
export async function testConnection(api: ApiClient): Promise<ConnectionReport> {
  const { settings } = await getSettings();
  const server = await getServer(settings);
  const host = hostOf(server.baseUrl);
  if (!server.key && PRESETS[settings.preset].needsKey && !isLoopback(server.baseUrl)) throw new AppError('no-key', { host });
  try {
    const balance = await api.getBalance(server);
    const list = await loadModels(api, server, settings, true);
    if (list.error && !balance) throw AppError.fromData(list.error);
    return { host, models: list.models.length, ...(balance ? { balance } : {}) };
  } catch (thrown) {
    throw await refineServerError(thrown, settings);
  }
}
