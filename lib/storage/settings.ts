import { storage } from 'wxt/utils/storage';
import { Settings, type SettingsPatch } from '~/lib/shared/settings';
import { toStorageError } from './database';
import { type ReadSettings, readSettings } from './repair-settings';

const SETTINGS = 'local:settings';
/** What was stored when it had to be repaired, for whoever wants to look at it. */
const KEPT_ASIDE = 'local:settingsKeptAside';
/** True from a repair until the reader next changes a setting. */
const REPAIRED = 'local:settingsRepaired';

let queue: Promise<unknown> = Promise.resolve();

/** One after the other: every change reads what the one before it wrote. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = queue.then(work);
  queue = result.catch(() => undefined);
  return result;
}

/**
 * The settings. Damaged ones are repaired and written back, the damaged ones kept aside, and `repaired` stays true
 * until the next change. Never throws: storage that cannot be read gives the defaults.
 */
export function getSettings(): Promise<ReadSettings> {
  return inTurn(load);
}

/** The settings, for what they hold back: better nothing is sent than what the reader has forbidden. Throws `storage-failed` where they cannot be read. */
export async function requireSettings(): Promise<Settings> {
  const { settings, failure } = await inTurn(load);
  if (failure) throw toStorageError(failure);
  return settings;
}

/** `failure`: storage could not be read. */
async function load(): Promise<ReadSettings & { failure?: unknown }> {
  let stored: unknown;
  let noticed: unknown;
  try {
    [stored, noticed] = await Promise.all([storage.getItem(SETTINGS), storage.getItem(REPAIRED)]);
  } catch (failure) {
    return { ...readSettings(undefined), repaired: true, failure };
  }
  const read = readSettings(stored);
  if (read.repaired) {
    await storage
      .setItems([
        { key: KEPT_ASIDE, value: stored },
        { key: SETTINGS, value: read.settings },
        { key: REPAIRED, value: true },
      ])
      .catch(() => undefined);
  }
  return { settings: read.settings, repaired: read.repaired || noticed === true };
}

/** Changes some settings and returns all of them. Throws `storage-full` or `storage-failed`. */
export function updateSettings(patch: SettingsPatch): Promise<Settings> {
  return inTurn(async () => {
    const settings = Settings.parse({ ...(await load()).settings, ...patch });
    try {
      await storage.setItems([
        { key: SETTINGS, value: settings },
        { key: REPAIRED, value: false },
      ]);
    } catch (thrown) {
      throw toStorageError(thrown);
    }
    return settings;
  });
}
