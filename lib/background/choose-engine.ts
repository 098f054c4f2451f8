import { isLoopback } from '~/lib/shared/base-url';
import { PRESETS } from '~/lib/shared/presets';
import type { Run } from '~/lib/shared/run';
import type { Engine, Settings } from '~/lib/shared/settings';

export interface EngineChoice {
  engine: Engine;
  fallback?: Run['fallback'];
}

/** What answers now: this device, while the chosen server wants a key and none is stored. */
export function chooseEngine(settings: Settings, hasKey: boolean, wanted: Engine = settings.engine): EngineChoice {
  if (wanted === 'server' && !hasKey && needsKey(settings)) return { engine: 'device', fallback: 'no-key' };
  return { engine: wanted };
}

/** Whether calls without a key are refused. */
export function needsKey({ preset, baseUrl }: Settings): boolean {
  return PRESETS[preset].needsKey && !isLoopback(baseUrl);
}
