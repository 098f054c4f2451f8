import { t } from '~/lib/i18n/message';
import { PRESETS } from '~/lib/shared/presets';
import { PRESET_IDS, type PresetId } from '~/lib/shared/settings';

/** The services a reader can choose by name. */
export function presetOptions(ids: readonly PresetId[] = PRESET_IDS): { value: PresetId; label: string }[] {
  return ids.map((value) => ({ value, label: PRESETS[value].name || t('optionsServerOther') }));
}

/** What to store when a service is chosen: its address, and no model of another service. */
export function choosePreset(preset: PresetId, baseUrl: string) {
  return { preset, baseUrl: PRESETS[preset].baseUrl || baseUrl, chatModel: '' };
}

/** Services that need a key, and servers that run on the reader's own computer. */
export const KEY_PRESETS: readonly PresetId[] = ['aimlapi', 'openai', 'openrouter'];
export const LOCAL_PRESETS: readonly PresetId[] = ['ollama', 'lmstudio', 'llamacpp'];
