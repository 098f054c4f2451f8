import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { noticePictures } from '~/lib/page/pictures/notice-pictures';

/** As much of the browser as is used here; its polyfill would be ten times the rest of the script. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/**
 * Runs by itself, in pages of the origins for which the reader has asked that known descriptions are put back, and in no
 * other. Says that there are pictures; all else is done by the background, which checks where that comes from.
 */
export default defineUnlistedScript(() => {
  ping();
  noticePictures(document, ping);
});

/** False once this Docent is gone (updated, removed): its successor comes with a script of its own. */
function ping(): boolean {
  try {
    chrome.runtime.sendMessage({ restore: true }).catch(() => undefined);
    return true;
  } catch {
    return false;
  }
}
