import type { Page } from 'puppeteer';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PictureRef } from '../../lib/shared/picture.ts';
import { CORNERS } from '../image/picture-files.ts';
import { nameColour } from '../server/pictures.ts';
import { openOwnPage, openPopup, openTab } from './support/docent.ts';
import { composePicturePages, ORIENTATIONS } from './support/picture-pages.ts';
import { type Described, describeAndDecode, readContrast, readCorners } from './support/picture-runs.ts';
import { openReader } from './support/reader.ts';
import { useStage } from './support/stage.ts';
import { findTabId } from './support/tabs.ts';

const stage = useStage({ pages: await composePicturePages(), accept: '/story' });

let own: Page;
let page: Page | undefined;
beforeAll(async () => {
  own = await openOwnPage(stage.docent, 'options.html');
});
afterAll(() => own.close());
afterEach(async () => {
  await page?.close();
  page = undefined;
});

/** A page whose site Docent may read, as after the reader has allowed it. */
const HERE = '127.0.0.1';

/** Opens a page and describes its picture: the one with an address, or the only one. */
async function describeOn(path: string, { host = HERE, ref }: { host?: string; ref?: PictureRef } = {}): Promise<Described> {
  page = await openTab(stage.docent, stage.sites.url(path, host));
  await page.waitForFunction(() => document.readyState === 'complete' && [...document.images].every((image) => image.complete && image.src !== '') && [...document.querySelectorAll('video')].every((video) => video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.currentTime > 0));
  const tabId = await findTabId(stage.docent, page);
  const picture = ref ?? (await listOne(page));
  return describeAndDecode(own, stage.api, tabId, { kind: 'image', picture });
}

async function listOne(shown: Page): Promise<PictureRef> {
  await using reader = await openReader(stage.docent, shown);
  const { pictures } = await reader.run('list', { maxSide: 1536 });
  expect(pictures).toHaveLength(1);
  return { id: pictures[0]?.id };
}

const describeFile = (path: string) => describeOn(`${path}.html`, { ref: { src: stage.sites.url(path, HERE) } });

describe('what is sent of a file', () => {
  test('is a JPEG of the size in the settings for a photograph, without its metadata', async () => {
    const { run, sent } = await describeFile('/photo.jpg');
    expect(run).toMatchObject({ state: 'done', pictures: [{ way: 'page', width: 3000, height: 2000, animated: false }] });
    expect(sent).toMatchObject([{ format: 'jpeg', width: 1536, height: 1024, hasMetadata: false }]);
    expect(sent.map(readCorners)).toEqual([CORNERS]);
    const { thumbnail = '' } = run.pictures?.[0] ?? {};
    expect(thumbnail.length).toBeLessThanOrEqual(20_000);
    const small = await sharp(Buffer.from(thumbnail.split(',')[1] ?? '', 'base64')).metadata();
    expect(small).toMatchObject({ format: 'jpeg', width: 160, height: 107 });
  });

  test.each(ORIENTATIONS)('stands upright, whichever way the camera was held: EXIF orientation %i', async (orientation) => {
    const { sent } = await describeFile(`/turned-${orientation}.jpg`);
    expect(sent).toMatchObject([{ width: 300, height: 200, hasMetadata: false }]);
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });

  test('keeps what is transparent', async () => {
    const { sent } = await describeFile('/clear.png');
    expect(sent).toMatchObject([{ format: 'png', width: 200, height: 120 }]);
    expect(sent.map(readCorners)).toEqual([['red', 'transparent', 'blue', 'transparent']]);
  });

  test('is a PNG for a drawing, so that its lines stay sharp', async () => {
    const { sent } = await describeFile('/drawing.png');
    expect(sent).toMatchObject([{ format: 'png', width: 1536, height: 768 }]);
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });

  test('is shrunk by what every pixel adds, not by leaving some out', async () => {
    const { sent } = await describeFile('/checks.png');
    expect(sent).toMatchObject([{ width: 1536, height: 768 }]);
    const [contrast] = sent.map(readContrast);
    expect(contrast?.darkest).toBeGreaterThan(100);
    expect(contrast?.brightest).toBeLessThan(155);
  });

  test.each([
    ['/quarters.webp', 'jpeg', 240, 120], ['/quarters.avif', 'jpeg', 240, 120], ['/quarters.bmp', 'png', 240, 120], ['/quarters.ico', 'png', 96, 96],
    // Lines of a drawing that has no pixels can be had finer.
    ['/quarters.svg', 'png', 800, 480], ['/called-text.png', 'png', 240, 120], ['/called-png.jpg', 'jpeg', 240, 120], ['/called-jpeg.svg', 'png', 800, 480],
  ])('is something every server takes, whatever the file is and is called: %s', async (path, format, width, height) => {
    const { sent, run } = await describeFile(path);
    expect(run.error).toBeUndefined();
    expect(sent).toMatchObject([{ format, width, height, mediaType: `image/${format}` }]);
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });

  test.each(['/moving.gif', '/moving.webp', '/moving.png'])('is the first frame of an animation, which is said: %s', async (path) => {
    const { run, sent } = await describeFile(path);
    expect(run.pictures).toMatchObject([{ animated: true }]);
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });

  test('is several pieces in order for a very long picture', async () => {
    const { run, sent } = await describeFile('/tall.jpg');
    expect(run.pictures).toMatchObject([{ width: 1000, height: 30_000 }]);
    expect(sent.map(({ height }) => height)).toEqual([1536, 1536, 1536, 1536]);
    const [red, green, blue, yellow] = CORNERS;
    const [upper, lower] = [[red, green, red, green], [blue, yellow, blue, yellow]];
    // The third begins a little before the middle.
    expect(sent.map(readCorners)).toEqual([upper, upper, lower, lower]);
  });
});

describe('a file that is refused', () => {
  test.each([
    ['/broken.jpg', 'image-broken'], ['/half.png', 'image-broken'], ['/empty.png', 'image-broken'], ['/sign-in.png', 'image-broken'], ['/dot.png', 'image-too-small'],
    ['/huge.png', 'image-too-large'], ['/endless.png', 'image-too-large'],
  ])('%s: %s', async (path, code) => {
    const { run, sent } = await describeFile(path);
    expect(run).toMatchObject({ state: 'failed', error: { code } });
    expect(sent).toEqual([]);
  });
});

describe('what a page shows', () => {
  test.each([
    ['/canvas', 300, 200, 'png'], ['/inline-svg', 800, 480, 'png'], ['/background', 1536, 768, 'png'], ['/data', 1536, 768, 'png'], ['/blob', 1536, 768, 'png'],
    ['/revoked', 1536, 768, 'jpeg'], ['/video', 300, 200, 'jpeg'],
  ])('is sent as its pixels, however it came there: %s', async (path, width, height, format) => {
    const { run, sent } = await describeOn(path);
    expect(run).toMatchObject({ state: 'done', pictures: [{ way: 'page' }] });
    if (path === '/revoked') expect(await page?.evaluate(() => fetch(document.images[0]?.src ?? '').then(() => 'open', () => 'closed'))).toBe('closed');
    expect(sent).toMatchObject([{ format, width, height }]);
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });

  test('is gone when it was taken out of the page', async () => {
    page = await openTab(stage.docent, stage.sites.url('/canvas', HERE));
    const picture = await listOne(page);
    await page.evaluate(() => document.querySelector('canvas')?.remove());
    const { run, sent } = await describeAndDecode(own, stage.api, await findTabId(stage.docent, page), { kind: 'image', picture });
    expect(run).toMatchObject({ state: 'failed', error: { code: 'image-gone' } });
    expect(sent).toEqual([]);
  });
});

describe('a picture of another site', () => {
  const elsewhere = (path: string) => stage.sites.url(path, 'pictures.test');

  /** Opens a page with pictures of another site, with no more permission than a press on Docent's button gives. */
  async function openStrange(body: string, host?: string): Promise<{ tabId: number; shown: Page }> {
    const shown = await openTab(stage.docent, stage.sites.url('/blank', host));
    page = shown;
    await shown.evaluate((html) => document.body.append(document.createRange().createContextualFragment(html)), body);
    await shown.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
    const popup = await openPopup(stage.docent, shown);
    await popup.close();
    await shown.bringToFront();
    return { tabId: await findTabId(stage.docent, shown), shown };
  }

  test('is fetched when its server lets anybody read it', async () => {
    const { tabId } = await openStrange(`<img src="${elsewhere('/open.png')}">`);
    const { run, sent } = await describeAndDecode(own, stage.api, tabId, { kind: 'image', picture: { src: elsewhere('/open.png') } });
    expect(run).toMatchObject({ pictures: [{ width: 2400, height: 1200 }] });
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });

  test('is cut out of the screen otherwise, exactly, and the page then stands where it stood', async () => {
    const { tabId, shown } = await openStrange(
      `<div style="height: 3000px"></div><div style="margin-left: 137px; background: black"><img style="width: 401px; height: 203px; display: block" src="${elsewhere('/drawing.png')}"></div><div style="height: 3000px"></div>`,
    );
    await shown.evaluate(() => { scrollTo(0, 120); });
    const { run, sent } = await describeAndDecode(own, stage.api, tabId, { kind: 'image', picture: { src: elsewhere('/drawing.png') } });
    expect(run).toMatchObject({ state: 'done', pictures: [{ way: 'screen', width: 401, height: 203 }] });
    expect(sent).toMatchObject([{ width: 401, height: 203 }]);
    expect(sent.map(readCorners)).toEqual([CORNERS]);
    // To the very edge: a cut that is a pixel off shows the black around it.
    const [only] = sent;
    const edges = [[0, 0], [0.999, 0], [0, 0.999], [0.999, 0.999]].map(([x = 0, y = 0]) => nameColour(only?.colourAt(x, y) ?? [0, 0, 0, 0]));
    expect(edges).toEqual(CORNERS);
    expect(await shown.evaluate(() => scrollY)).toBe(120);
  });

  test('cannot be had while its tab is behind another one', async () => {
    const { tabId } = await openStrange(`<img src="${elsewhere('/drawing.png')}">`);
    await own.bringToFront();
    const { run, sent } = await describeAndDecode(own, stage.api, tabId, { kind: 'image', picture: { src: elsewhere('/drawing.png') } });
    expect(run).toMatchObject({ state: 'failed', error: { code: 'image-permission', origin: new URL(elsewhere('/')).origin } });
    expect(sent).toEqual([]);
  });

  test('that is broken is not replaced by what the browser shows in its place', async () => {
    const { tabId, shown } = await openStrange('');
    await shown.evaluate((src) => new Promise((resolve) => {
      document.body.append(Object.assign(new Image(300, 200), { alt: 'A lighthouse', src, onerror: resolve }));
    }), elsewhere('/sign-in.png'));
    const { run, sent } = await describeAndDecode(own, stage.api, tabId, { kind: 'image', picture: { src: elsewhere('/sign-in.png') } });
    expect(run).toMatchObject({ state: 'failed', error: { code: 'image-permission' } });
    expect(sent).toEqual([]);
  });

  test('is fetched with permission for its host', async () => {
    const src = stage.sites.url('/drawing.png', HERE);
    const { tabId } = await openStrange(`<img src="${src}">`, 'localhost');
    const { run, sent } = await describeAndDecode(own, stage.api, tabId, { kind: 'image', picture: { src } });
    expect(run).toMatchObject({ pictures: [{ way: 'fetch', width: 2400, height: 1200 }] });
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });

  test('that the context menu names, but the page no longer has, is fetched all the same', async () => {
    const src = stage.sites.url('/drawing.png', HERE);
    const { tabId } = await openStrange('', 'localhost');
    const { run, sent } = await describeAndDecode(own, stage.api, tabId, { kind: 'image', picture: { src, frameId: 0 } });
    expect(run).toMatchObject({ pictures: [{ way: 'fetch' }] });
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });
});

describe('a page of the public web', () => {
  /** Opens it with a picture that it may show, but not read. */
  async function openPublic(src: string): Promise<Described> {
    page = await openTab(stage.docent, stage.sites.url('/blank', 'gallery.museum'));
    await page.evaluate((src) => new Promise((resolve) => document.body.append(Object.assign(new Image(300, 150), { src, onload: resolve, onerror: resolve }))), src);
    await (await openPopup(stage.docent, page)).close();
    await page.bringToFront();
    return describeAndDecode(own, stage.api, await findTabId(stage.docent, page), { kind: 'image', picture: { src } });
  }

  test.each(['127.0.0.1', 'localhost', 'intranet.test'])('leads to no more of a server on %s than is seen in the page', async (host) => {
    const { run, sent } = await openPublic(stage.sites.url('/drawing.png', host));
    expect(run).toMatchObject({ state: 'done', pictures: [{ way: 'screen' }] });
    expect(sent).toMatchObject([{ width: 300, height: 150 }]);
  });

  test('neither by way of a redirect that anybody may follow', async () => {
    const { run, sent } = await openPublic(stage.sites.url('/hop', 'cdn.museum'));
    expect(run).toMatchObject({ state: 'done', pictures: [{ way: 'screen' }] });
    expect(sent).toMatchObject([{ width: 300, height: 150 }]);
  });
});

describe('what the tab shows', () => {
  async function openView(): Promise<number> {
    page = await openTab(stage.docent, stage.sites.url('/whole'));
    const popup = await openPopup(stage.docent, page);
    await popup.close();
    await page.bringToFront();
    return findTabId(stage.docent, page);
  }

  test('is sent as it is', async () => {
    const { run, sent } = await describeAndDecode(own, stage.api, await openView(), { kind: 'view' });
    const size = await page?.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect(run).toMatchObject({ state: 'done', pictures: [{ way: 'screen', ...size }] });
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });

  test('is sent in part', async () => {
    const region = { x: 0.5, y: 0.25, width: 0.5, height: 0.5 };
    const { sent } = await describeAndDecode(own, stage.api, await openView(), { kind: 'region', region });
    const [, green, , yellow] = CORNERS;
    expect(sent.map(readCorners)).toEqual([[green, green, yellow, yellow]]);
    const width = (await page?.evaluate(() => innerWidth)) ?? 0;
    expect(Math.abs((sent[0]?.width ?? 0) - width / 2)).toBeLessThanOrEqual(1);
  });

  test('is out of sight behind another tab', async () => {
    const tabId = await openView();
    await own.bringToFront();
    const { run, sent } = await describeAndDecode(own, stage.api, tabId, { kind: 'view' });
    expect(run).toMatchObject({ state: 'failed', error: { code: 'image-unreachable', reason: 'out-of-sight' } });
    expect(sent).toEqual([]);
  });
});
