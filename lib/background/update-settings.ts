import type { SettingsView } from '~/lib/messaging/settings-view';
import { hostOf, normalizeBaseUrl } from '~/lib/shared/base-url';
import { PRESETS } from '~/lib/shared/presets';
import type { PresetId, Settings, SettingsPatch } from '~/lib/shared/settings';
import { getKey, keyHint } from '~/lib/storage/secrets';
import { getSettings, updateSettings } from '~/lib/storage/settings';
import type { BrowserEngine } from './browser-engine';
import { chooseEngine } from './choose-engine';

/** The settings as pages see them: the key stays here. */
export async function viewSettings(browserEngine: BrowserEngine): Promise<SettingsView> {
  const { settings, repaired } = await getSettings();
  const key = await getKey(settings.baseUrl).catch(() => undefined);
  const hint = key && keyHint(key);
  return {
    settings,
    repaired,
    hasKey: key !== undefined,
    ...(hint ? { keyHint: hint } : {}),
    effectiveEngine: chooseEngine(settings, key !== undefined).engine,
    browserEngine: await browserEngine.isKnownAvailable(),
  };
}

/**
 * Applies a patch with all that follows from it: a preset brings its address, an address its preset, and a model
 * chosen for one server means nothing to another. Throws `bad-base-url` and storage errors.
 */
export async function applyPatch(patch: SettingsPatch): Promise<void> {
  const { settings } = await getSettings();
  await updateSettings({ ...patch, ...followServer(settings, patch) });
}

function followServer(settings: Settings, patch: SettingsPatch): SettingsPatch {
  if (patch.baseUrl === undefined && patch.preset === undefined) return {};
  const address = patch.baseUrl ?? (PRESETS[patch.preset ?? 'other'].baseUrl || settings.baseUrl);
  const baseUrl = normalizeBaseUrl(address);
  const preset = patch.preset ?? findPreset(baseUrl, settings.preset);
  const moved = hostOf(baseUrl) !== hostOf(settings.baseUrl);
  return { baseUrl, preset, ...(moved && patch.chatModel === undefined ? { chatModel: '' } : {}) };
}

/** The preset at home on this host. */
function findPreset(baseUrl: string, present: PresetId): PresetId {
  const host = hostOf(baseUrl);
  const isAt = (id: PresetId) => PRESETS[id].baseUrl !== '' && hostOf(PRESETS[id].baseUrl) === host;
  if (isAt(present)) return present;
  const ids = Object.keys(PRESETS) as PresetId[];
  return ids.find(isAt) ?? 'other';
}
