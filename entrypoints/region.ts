import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Chooser, openChooser } from '~/lib/page/region/open-chooser';
import { REGION_PORT, type RegionCommand } from '~/lib/shared/region-chooser';
import type { RegionEvent } from '~/lib/shared/region-event';

/** Where a later copy of this script finds the chooser of an earlier one, in this script's own (isolated) world. */
const PRESENT = 'docentChooser';

/**
 * Injected on demand. Opens a Port to the background, which says what to do; the end of the Port tells each side at once
 * that the other is gone: the page was left, or the browser ended the background.
 */
export default defineUnlistedScript({
  main() {
    const port = browser.runtime.connect({ name: REGION_PORT });
    let opening: Promise<Chooser | undefined> = Promise.resolve(undefined);
    let connected = true;
    const tell = (event: RegionEvent) => {
      if (connected) port.postMessage(event);
    };
    const open = async ({ texts }: Extract<RegionCommand, { type: 'open' }>) => {
      leavePresent();
      const chooser = await openChooser(document, texts, {
        onStatus: (status) => tell({ type: 'status', status }),
        onEnd: (region) => tell({ type: 'end', region }),
      });
      if (chooser) Object.assign(globalThis, { [PRESENT]: chooser });
      else tell({ type: 'unable' });
      return chooser;
    };
    port.onMessage.addListener((message) => {
      const command = message as RegionCommand;
      if (command.type === 'open') opening = open(command);
      else void opening.then((chooser) => (command.type === 'key' ? chooser?.steer(command.key) : chooser?.close()));
    });
    port.onDisconnect.addListener(() => {
      connected = false;
      void opening.then((chooser) => chooser?.lose());
    });
  },
});

/** One that has lost its background may still stand there. An element of the page with this id would be no property of its own. */
function leavePresent(): void {
  if (Object.hasOwn(globalThis, PRESENT)) (globalThis as unknown as Record<typeof PRESENT, Chooser>)[PRESENT].close();
}
