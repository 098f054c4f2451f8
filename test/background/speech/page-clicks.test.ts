import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type PageJump, servePageClicks } from '~/lib/background/speech/page-clicks';

const CLICK = { jumpTo: { reading: 'r1', blockId: 'b2', offset: 12 } };
const PAGE = { id: 'docent', tab: { id: 7 }, frameId: 0, url: 'https://example.org/' };

let jumps: PageJump[] = [];
beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.runtime, { id: 'docent' });
  jumps = [];
  servePageClicks((jump) => jumps.push(jump));
});

async function send(message: unknown, sender: object): Promise<void> {
  await Promise.all(await fakeBrowser.runtime.onMessage.trigger(message, sender as never, () => {}));
}

it('takes a click from the script in a page', async () => {
  await send(CLICK, PAGE);
  expect(jumps).toEqual([{ tabId: 7, reading: 'r1', position: { blockId: 'b2', offset: 12 } }]);
});

it.each([
  ['another extension', CLICK, { ...PAGE, id: 'other' }],
  ['a frame', CLICK, { ...PAGE, frameId: 3 }],
  ['no tab', CLICK, { id: 'docent', frameId: 0 }],
  ['a page that says more', { jumpTo: CLICK.jumpTo, name: 'startRun' }, PAGE],
  ['a page that says less', { jumpTo: { reading: 'r1', blockId: 'b2' } }, PAGE],
])('takes none from %s', async (_, message, sender) => {
  await send(message, sender);
  expect(jumps).toEqual([]);
});
