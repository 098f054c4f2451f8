import type { Page } from 'puppeteer';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PictureRef } from '../../lib/shared/picture.ts';
import { CORNERS } from '../image/picture-files.ts';
import { ORIENTATIONS } from './support/picture-pages.ts';
import { type Described, describeAndDecode, readContrast, readCorners } from './support/picture-runs.ts';
import { HERE, usePixelStage } from './support/pixel-stage.ts';
import { openReader } from './support/reader.ts';
import { findTabId } from './support/tabs.ts';

const stage = await usePixelStage();

/** Opens a page and describes its picture: the one with an address, or the only one. */
async function describeOn(path: string, { host = HERE, ref }: { host?: string; ref?: PictureRef } = {}): Promise<Described> {
  const page = await stage.open(path, host);
  await page.waitForFunction(() => document.readyState === 'complete' && [...document.images].every((image) => image.complete && image.src !== '') && [...document.querySelectorAll('video')].every((video) => video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.currentTime > 0));
  const tabId = await findTabId(stage.docent, page);
  const picture = ref ?? (await listOne(page));
  return describeAndDecode(stage.own, stage.api, tabId, { kind: 'image', picture });
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
    if (path === '/revoked') expect(await stage.page?.evaluate(() => fetch(document.images[0]?.src ?? '').then(() => 'open', () => 'closed'))).toBe('closed');
    expect(sent).toMatchObject([{ format, width, height }]);
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });

  test('is gone when it was taken out of the page', async () => {
    const page = await stage.open('/canvas', HERE);
    const picture = await listOne(page);
    await page.evaluate(() => document.querySelector('canvas')?.remove());
    const { run, sent } = await describeAndDecode(stage.own, stage.api, await findTabId(stage.docent, page), { kind: 'image', picture });
    expect(run).toMatchObject({ state: 'failed', error: { code: 'image-gone' } });
    expect(sent).toEqual([]);
  });
});

describe('what the tab shows', () => {
  async function openView(): Promise<number> {
    return stage.enter(await stage.open('/whole'));
  }

  test('is sent as it is', async () => {
    const { run, sent } = await describeAndDecode(stage.own, stage.api, await openView(), { kind: 'view' });
    const size = await stage.page?.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect(run).toMatchObject({ state: 'done', pictures: [{ way: 'screen', ...size }] });
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });

  test('is sent in part', async () => {
    const region = { x: 0.5, y: 0.25, width: 0.5, height: 0.5 };
    const { sent } = await describeAndDecode(stage.own, stage.api, await openView(), { kind: 'region', region });
    const [, green, , yellow] = CORNERS;
    expect(sent.map(readCorners)).toEqual([[green, green, yellow, yellow]]);
    const width = (await stage.page?.evaluate(() => innerWidth)) ?? 0;
    expect(Math.abs((sent[0]?.width ?? 0) - width / 2)).toBeLessThanOrEqual(1);
  });

  test('is out of sight behind another tab', async () => {
    const tabId = await openView();
    await stage.own.bringToFront();
    const { run, sent } = await describeAndDecode(stage.own, stage.api, tabId, { kind: 'view' });
    expect(run).toMatchObject({ state: 'failed', error: { code: 'image-unreachable', reason: 'out-of-sight' } });
    expect(sent).toEqual([]);
  });
});
