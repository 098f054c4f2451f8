import { Engine, Settings } from '~/lib/shared/settings';
import { z } from '~/lib/shared/zod';

/** Settings as pages see them: the key itself never leaves the background. */
export const SettingsView = z.object({
  settings: Settings,
  hasKey: z.boolean(),
  /** Last characters of the stored key, to recognise it by. */
  keyHint: z.optional(z.string()),
  /** The stored settings could not be read; defaults took their place and the old ones are kept aside. */
  repaired: z.boolean(),
  /** What would answer now: `server` without a key where one is needed becomes `device`. */
  effectiveEngine: Engine,
  /** The built-in Summarizer reports itself usable. */
  browserEngine: z.boolean(),
});
export type SettingsView = z.infer<typeof SettingsView>;
