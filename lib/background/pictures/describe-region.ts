import type { RunControl } from '../run-control';
import type { RegionChoosers } from './choose-region';

/** Lets the reader choose a part of what the tab shows, then describes it in the tab's thread. Throws `page-…` errors. */
export async function describeRegion(choosers: RegionChoosers, control: RunControl, tabId: number): Promise<void> {
  const region = await choosers.choose(tabId);
  if (region) await control.start(tabId, { task: 'describe-image', source: { kind: 'region', region } });
}
