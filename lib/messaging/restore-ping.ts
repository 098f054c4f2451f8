import { browser } from 'wxt/browser';
import { webOrigin } from '~/lib/shared/url';
import { z } from '~/lib/shared/zod';
import type { Sender } from './sender';

/**
 * "Look for pictures here": all that a page's script ever says, in pages of origins that the reader has named. It carries
 * nothing, so nothing in it can be forged but its coming; where it comes from is what the browser tells.
 */
const Ping = z.strictObject({ restore: z.literal(true) });

interface PageSender extends Sender {
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
}

/** Calls `onPing` with the tab and the web origin of its page. Must run synchronously when the background starts. */
export function serveRestorePings(onPing: (tabId: number, origin: string) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: PageSender) => {
    if (!Ping.safeParse(message).success || sender.id !== browser.runtime.id || sender.frameId !== 0) return;
    const origin = webOrigin(sender.url ?? '');
    if (origin && sender.tab?.id !== undefined) onPing(sender.tab.id, origin);
  });
}
