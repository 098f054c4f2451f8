import type { Page } from 'puppeteer';
import { serveSites } from '../e2e/support/sites.ts';
import { makeQuarters } from '../image/picture-files.ts';
import { type Rig, send } from './rig.ts';
import type { Row } from './table.ts';

const PICTURES = 30;
const AT_A_TIME = 3;
/** Milliseconds the server takes for each. */
const SERVER = 1_000;
const SITE_HOST = '127.0.0.1';

/** Photographs described from first to last, beside what a server that is asked three at a time takes at least. */
export async function* measurePictureBatch(rig: Rig): AsyncGenerator<Row> {
  const paths = Array.from({ length: PICTURES }, (_, index) => `/${index}.jpg`);
  const files = paths.map(async (path, index) => [path, { type: 'image/jpeg', body: await makeQuarters(1_000 + index, 750, { noise: 10 }).jpeg().toBuffer() }] as const);
  await using site = await serveSites({
    ...Object.fromEntries(await Promise.all(files)),
    '/': `<!doctype html><html lang="en"><title>Album</title><body><h1>Album</h1>${paths.map((path) => `<img src="${path}" style="width: 400px">`).join('')}`,
  });
  const page = await rig.docent.browser.newPage();
  await page.goto(site.url('/', SITE_HOST), { waitUntil: 'load' });
  const own = await rig.docent.browser.newPage();
  await own.goto(rig.docent.pageUrl('blank.html'));
  const tabId = await own.evaluate(async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? 0, page.url());
  await page.bringToFront();
  const { pictures } = (await send(own, 'listPictures', { tabId })) as { pictures: { id: string }[] };
  rig.server.script(...paths.map(() => ({ first: SERVER, text: 'A photograph.' })));
  const ours = await describe(own, tabId, pictures.map(({ id }) => id));
  await own.close();
  await page.close();
  yield {
    what: `${PICTURES} pictures, the server taking ${SERVER / 1_000} s for each`, ours, floor: (PICTURES / AT_A_TIME) * SERVER, unit: 'ms', budget: { timesFloor: 1.15 },
  };
}

/** Milliseconds from the wish to the last description. Throws when one is missing. */
async function describe(own: Page, tabId: number, ids: string[]): Promise<number> {
  const { millis, described } = await own.evaluate(
    async (tabId, ids) => {
      const port = chrome.runtime.connect({ name: 'pictures' });
      let described = 0;
      const ended = new Promise<void>((resolve) => {
        port.onMessage.addListener((event: { type: string; live: boolean; item: { state: string } }) => {
          if (event.type !== 'item') return;
          if (event.item.state === 'done') described++;
          if (!event.live) resolve();
        });
      });
      port.postMessage({ tabId });
      const begun = performance.now();
      await chrome.runtime.sendMessage({ name: 'describePictures', input: { tabId, ids, accept: true } });
      await ended;
      const millis = performance.now() - begun;
      port.disconnect();
      return { millis, described };
    },
    tabId,
    ids,
  );
  if (described !== PICTURES) throw new Error(`${described} of ${PICTURES} pictures were described.`);
  return millis;
}
