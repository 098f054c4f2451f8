import { browser } from 'wxt/browser';
import type { Sender } from '~/lib/messaging/sender';
import { PageClick } from '~/lib/shared/reader-jobs';
import type { SpeechPosition } from '~/lib/shared/speech';

/** A click on a sentence of a page that is read. */
export interface PageJump {
  tabId: number;
  /** `MarkedReading.id`, which only the script in that very document was told. */
  reading: string;
  position: SpeechPosition;
}

interface PageSender extends Sender {
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
}

/**
 * Calls `onJump` when the reader clicks a sentence in a page. Whoever listens must look whether that reading is the
 * present one of that tab, and may do nothing else than go on reading from there. Must run synchronously when the
 * background starts.
 */
export function servePageClicks(onJump: (jump: PageJump) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: PageSender) => {
    // The script runs in the outermost document only, wherever in it the click was.
    if (sender.id !== browser.runtime.id || sender.frameId !== 0 || sender.tab?.id === undefined) return;
    const click = PageClick.safeParse(message);
    if (!click.success) return;
    const { reading, blockId, offset } = click.data.jumpTo;
    onJump({ tabId: sender.tab.id, reading, position: { blockId, offset } });
  });
}
