import { DEFAULT_SETTINGS, Settings } from '~/lib/shared/settings';

/** Brings settings of version n to version n + 1. */
export type Migration = (older: Record<string, unknown>) => Record<string, unknown>;

/** By the version they start from. */
const MIGRATIONS: Record<number, Migration> = {};

export interface ReadSettings {
  settings: Settings;
  /** Something stored was not what it should be; the settings hold what could be kept. */
  repaired: boolean;
}

/**
 * Settings from whatever is stored. Valid fields are kept, invalid ones take their default and count as repaired;
 * fields that are missing (a newer Docent reads older settings) or unknown (the other way round) do not.
 */
export function readSettings(stored: unknown, migrations = MIGRATIONS): ReadSettings {
  if (stored === null || stored === undefined) return { settings: DEFAULT_SETTINGS, repaired: false };
  if (!isRecord(stored)) return { settings: DEFAULT_SETTINGS, repaired: true };
  const current = migrate(stored, migrations);
  const { value, repaired } = repair(Settings, DEFAULT_SETTINGS, { ...current, version: DEFAULT_SETTINGS.version });
  return { settings: value as Settings, repaired: repaired || typeof stored.version !== 'number' };
}

function migrate(stored: Record<string, unknown>, migrations: Record<number, Migration>): Record<string, unknown> {
  let current = stored;
  for (let version = Number(stored.version); ; version++) {
    const step = migrations[version];
    if (!step) return current;
    current = step(current);
  }
}

interface FieldSchema {
  safeParse(value: unknown): { success: boolean; data?: unknown };
}

/** `shape` is that of a zod object; objects among its fields are repaired field by field as well. */
function repair(
  schema: { shape: Record<string, unknown> },
  defaults: Record<string, unknown>,
  stored: Record<string, unknown>,
): { value: Record<string, unknown>; repaired: boolean } {
  let repaired = false;
  const fields = Object.entries(schema.shape).map(([name, field]): [string, unknown] => {
    const value = stored[name];
    const fallback = defaults[name];
    if (value === undefined) return [name, fallback];
    const parsed = (field as FieldSchema).safeParse(value);
    if (parsed.success) return [name, parsed.data];
    if (isObjectSchema(field) && isRecord(value) && isRecord(fallback)) {
      const inner = repair(field, fallback, value);
      // An object that only lacked fields is no damage.
      repaired ||= inner.repaired;
      return [name, inner.value];
    }
    repaired = true;
    return [name, fallback];
  });
  return { value: Object.fromEntries(fields), repaired };
}

function isObjectSchema(field: unknown): field is { shape: Record<string, unknown> } {
  return isRecord(field) && isRecord(field.shape);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
