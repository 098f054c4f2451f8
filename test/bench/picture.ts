import type { Page } from 'puppeteer';
import { serveSites } from '../e2e/support/sites.ts';
import { makeQuarters } from '../image/picture-files.ts';
import { type Rig, send } from './rig.ts';
import { median, type Row } from './table.ts';

const PHOTO = '/photo.jpg';
const SITE_HOST = '127.0.0.1';
const MAX_SIDE = 1536;

/** A photograph of 12 megapixels and 5 MB: from the reader's wish to the request at the server, and what the page feels of it. */
export async function* measurePicture(rig: Rig, rounds: number): AsyncGenerator<Row> {
  const body = await makeQuarters(4000, 3000, { noise: 30 }).jpeg({ quality: 90 }).toBuffer();
  await using site = await serveSites({
    [PHOTO]: { type: 'image/jpeg', body },
    '/': `<!doctype html><html lang="en"><title>A photograph</title><body><h1>A photograph</h1><img src="${PHOTO}" style="width: 100%">`,
  });
  const { docent } = rig;
  const page = await docent.browser.newPage();
  await page.goto(site.url('/', SITE_HOST), { waitUntil: 'load' });
  const own = await docent.browser.newPage();
  await own.goto(docent.pageUrl('blank.html'));
  const tabId = await own.evaluate(async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? 0, page.url());
  await page.bringToFront();

  const rows = { ours: [] as Watched[], bare: [] as number[], idle: [] as Watched[] };
  const address = site.url(PHOTO, SITE_HOST);
  // The first round finds nothing warm: neither worker nor script nor model list.
  for (let round = 0; round <= rounds; round++) {
    const bare = await sendBare(rig, page, address);
    const ours = await watchPage(page, () => describe(rig, own, tabId, address));
    const idle = await watchPage(page, () => rest(page, ours.sent));
    if (round === 0) continue;
    rows.bare.push(bare);
    rows.ours.push(ours);
    rows.idle.push(idle);
  }
  await own.close();
  await page.close();
  yield {
    what: 'picture, JPEG of 12 megapixels: to request body', ours: median(rows.ours.map(({ sent }) => sent)), floor: median(rows.bare), unit: 'ms', budget: { most: 400 },
  };
  yield {
    what: 'the same: longest the page stood still', ours: blocked(rows.ours), floor: blocked(rows.idle), unit: 'ms', budget: { most: 50 },
  };
}

interface Watched {
  /** Milliseconds until the request was at the server. */
  sent: number;
  /** Milliseconds for which the page's main thread was away, the longest of it. */
  blocked: number;
}

const blocked = (watched: readonly Watched[]) => median(watched.map((each) => each.blocked));

async function rest(page: Page, millis: number): Promise<number> {
  await page.evaluate((millis) => new Promise((resolve) => setTimeout(resolve, millis)), millis);
  return millis;
}

/** Milliseconds until the whole request has reached the server. */
async function describe({ server }: Rig, own: Page, tabId: number, src: string): Promise<number> {
  // An earlier picture of the conversation would go along.
  await send(own, 'newThread', { tabId });
  const arrived = nextChat(server);
  const begun = performance.now();
  await send(own, 'startRun', { tabId, request: { task: 'describe-image', source: { kind: 'image', picture: { src } } } });
  const sent = (await arrived) - begun;
  await server.chats().at(-1)?.closed;
  return sent;
}

/** The same by the page itself, with nothing around it: fetch, decode, shrink, write, send. */
async function sendBare({ server }: Rig, page: Page, src: string): Promise<number> {
  const arrived = nextChat(server);
  const begun = performance.now();
  await page.evaluate(async (src, to, maxSide) => {
    const small = await createImageBitmap(await (await fetch(src)).blob(), { resizeWidth: maxSide, resizeQuality: 'high' });
    const canvas = new OffscreenCanvas(small.width, small.height);
    canvas.getContext('2d')?.drawImage(small, 0, 0);
    const reader = new FileReader();
    const read = new Promise((resolve) => { reader.onload = resolve; });
    reader.readAsDataURL(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 }));
    await read;
    const content = [{ type: 'image_url', image_url: { url: reader.result } }];
    await fetch(to, { method: 'POST', body: JSON.stringify({ model: 'bench', messages: [{ role: 'user', content }] }) });
  }, src, `${server.baseUrl}/chat/completions`, MAX_SIDE);
  return (await arrived) - begun;
}

/** When the next chat request has arrived. */
async function nextChat(server: Rig['server']): Promise<number> {
  for (let index = server.requests.length; ; index++) {
    const request = await server.received(index);
    if (request.path.endsWith('/chat/completions')) return performance.now();
  }
}

/** Does something, and says how long the page's main thread was away at a stretch meanwhile, whoever held it. */
async function watchPage(page: Page, work: () => Promise<number>): Promise<Watched> {
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now(), ended: false };
    Object.assign(globalThis, { watch });
    // Timers are held back after a few rounds; messages never are.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      if (!watch.ended) setTimeout(() => { port2.postMessage(0); }, 1);
    };
    port2.postMessage(0);
  });
  const sent = await work();
  const blocked = await page.evaluate(() => {
    const { watch } = globalThis as unknown as { watch: { longest: number; ended: boolean } };
    watch.ended = true;
    return watch.longest;
  });
  return { sent, blocked };
}
