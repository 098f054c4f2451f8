import { browser } from 'wxt/browser';
import type { AudioCache } from '~/lib/storage/audio-cache';
import { forgetPrivatePositions } from '~/lib/storage/reading-positions';
import { forgetSessionScans } from '~/lib/storage/scanned-pages';
import { getSettings } from '~/lib/storage/settings';

/**
 * Once no private window is left, forgets what memory holds of them beside their conversations, which go with their tabs: speech,
 * places in texts, and what was read of scanned pages.
 * @param closed the tab that was closed just now
 */
export async function forgetPrivate(audio: Pick<AudioCache, 'clearPrivate'>, closed?: number): Promise<void> {
  try {
    const tabs = await browser.tabs.query({});
    if (tabs.some(({ id, incognito }) => incognito && id !== closed)) return;
    audio.clearPrivate();
    await forgetPrivatePositions();
    // With history off, memory has the scanned pages of all windows: they are paid for once a session.
    if ((await getSettings()).settings.history.on) await forgetSessionScans();
  } catch (thrown) {
    console.warn('Docent: something of private windows stays until the browser ends.', thrown);
  }
}
