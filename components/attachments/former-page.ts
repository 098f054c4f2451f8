import type { TabInfo } from '~/lib/messaging/protocol';
import type { Run } from '~/lib/shared/run';
import { isPictureRequest } from '~/lib/shared/run-kinds';
import type { Tray } from '~/lib/shared/tray';
import type { Thread } from '../hooks/thread-store';

/** What a question may be about, as the panel knows it. */
export interface TrayPlace extends Pick<Thread, 'runs' | 'opened'> {
  tabId: number;
  threadId: string;
  tab: TabInfo | undefined;
}

/**
 * The page that the conversation is about, while the tab shows another one: the tab went elsewhere, or the conversation came out of the history.
 * Only a page whose text was sent is known once more.
 */
export function formerPage({ runs, opened, tab }: TrayPlace): Run['page'] | undefined {
  const about = runs.findLast(({ request, read, engine }) =>
    !isPictureRequest(request) && request.source.kind !== 'link' && request.source.kind !== 'none' && (opened || (engine === 'server' && read !== undefined)));
  if (!about?.page.url || !tab) return undefined;
  return withoutHash(about.page.url) === withoutHash(tab.url) ? undefined : about.page;
}

/** What of the page goes along with the next question. */
export function chooseSource(tray: Tray | undefined, place: TrayPlace): NonNullable<Tray['source']> {
  const url = withoutHash(place.tab?.url ?? '');
  const chosen = tray?.source;
  if (chosen?.kind === 'none') return chosen;
  if (chosen && 'url' in chosen && withoutHash(chosen.url) === url) return chosen;
  return formerPage(place) ? { kind: 'kept' } : { kind: 'page', url };
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? '';
}
