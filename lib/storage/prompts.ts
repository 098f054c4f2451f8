import { SavedPrompt } from '~/lib/shared/saved-prompt';
import { z } from '~/lib/shared/zod';
import { useDatabase } from './database';

/** The one row of its store: the prompts in the reader's order, few and small, so that an order is one write. */
const KEY = 'all';

/** The saved prompts; none when nothing was ever saved. A damaged one is left out. Throws storage errors. */
export async function loadPrompts(): Promise<SavedPrompt[] | undefined> {
  const stored = await useDatabase((database) => database.get('prompts', KEY));
  const rows = z.array(z.unknown()).safeParse(stored).data;
  return rows?.flatMap((row) => SavedPrompt.safeParse(row).data ?? []);
}

/** In the place of all that were saved. Throws storage errors. */
export async function storePrompts(prompts: readonly SavedPrompt[]): Promise<void> {
  await useDatabase((database) => database.put('prompts', [...prompts], KEY));
}
