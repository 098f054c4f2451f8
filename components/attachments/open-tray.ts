import type { RunRequest } from '~/lib/shared/run';
import { chooseSource, type TrayPlace } from './former-page';
import { TrayStore } from './tray-store';

/** The tray that is shown last: a window shows one at a time. */
let present: { threadId: string; store: TrayStore } | undefined;

/** The tray of a conversation; the same for whoever asks while it is shown. */
export function openTray({ tabId, threadId }: Pick<TrayPlace, 'tabId' | 'threadId'>): TrayStore {
  if (present?.threadId !== threadId || present.store.tabId !== tabId) present = { threadId, store: new TrayStore(tabId, threadId) };
  return present.store;
}

/** What goes along with a question that is being sent: what the tray shows, with the files that were on their way, and nothing before it is known what that is. */
export async function takeTray(place: TrayPlace): Promise<Pick<Extract<RunRequest, { task: 'ask' }>, 'source' | 'attachments'>> {
  const store = openTray(place);
  await store.ready();
  const { tray } = store.state;
  const source = chooseSource(tray, place);
  return {
    source: source.kind === 'selection' ? { kind: 'selection', text: source.text } : { kind: source.kind },
    ...(tray?.attachments.length ? { attachments: tray.attachments } : {}),
  };
}
