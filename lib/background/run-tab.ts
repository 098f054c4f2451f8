import type { Run, RunRequest } from '~/lib/shared/run';
import { getSettings } from '~/lib/storage/settings';
import { getTab, withoutHash } from './read-tab';
import type { LiveRun } from './live-run';
import type { Thread } from './thread';

/** What the browser calls no tab. */
export const NO_TAB = -1;

/**
 * The page that a run will be about, as far as it is known beforehand. Throws `page-closed`.
 * @param before the runs before it, the last of which is about the page that was kept
 */
export async function describePage(tabId: number, { source }: RunRequest, before: () => Promise<readonly LiveRun[]>): Promise<Run['page']> {
  // What it is about instead is known once that was read.
  if (source.kind === 'none') return { url: '', title: '' };
  if (source.kind === 'link') return { url: source.url, title: '' };
  const kept = source.kind === 'kept' ? (await before()).at(-1)?.run.page : undefined;
  if (kept) return kept;
  const tab = await getTab(tabId);
  return { url: tab.url ?? '', title: tab.title ?? '' };
}

/** Whether what is asked for in a tab may not be written to disk: its window is private, it is gone, or history is off. */
export async function isUnkept(tabId: number): Promise<boolean> {
  const [incognito, { settings }] = await Promise.all([isIncognito(tabId), getSettings()]);
  return incognito || !settings.history.on;
}

/** Whether a tab is one of a private window; one that is gone counts as such. */
export async function isIncognito(tabId: number): Promise<boolean> {
  return (await getTab(tabId).catch(() => undefined))?.incognito ?? true;
}

/** Whether a tab still shows the page that a run is about. */
export async function staysWithTab(tabId: number, { page }: Pick<Run, 'page'>): Promise<boolean> {
  const tab = await getTab(tabId).catch(() => undefined);
  return withoutHash(tab?.url) === withoutHash(page.url);
}

/** Of the tabs that show a thread the one with the run's page, else the one that showed it first. */
export async function chooseTab({ tabs }: Thread, { run }: LiveRun): Promise<number> {
  for (const tabId of tabs.length > 1 ? tabs : []) {
    const tab = await getTab(tabId).catch(() => undefined);
    if (tab && withoutHash(tab.url) === withoutHash(run.page.url)) return tabId;
  }
  return tabs[0] ?? NO_TAB;
}
