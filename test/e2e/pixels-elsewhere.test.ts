import type { Page } from 'puppeteer';
import { describe, expect, test } from 'vitest';
import { CORNERS } from '../image/picture-files.ts';
import { nameColour } from '../server/pictures.ts';
import { type Described, describeAndDecode, readCorners } from './support/picture-runs.ts';
import { HERE, usePixelStage } from './support/pixel-stage.ts';

const stage = await usePixelStage();

describe('a picture of another site', () => {
  const elsewhere = (path: string) => stage.sites.url(path, 'pictures.test');

  /** Opens a page with pictures of another site, with no more permission than a press on Docent's button gives. */
  async function openStrange(body: string, host?: string): Promise<{ tabId: number; shown: Page }> {
    const shown = await stage.open('/blank', host);
    await shown.evaluate((html) => document.body.append(document.createRange().createContextualFragment(html)), body);
    await shown.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
    return { tabId: await stage.enter(shown), shown };
  }

  test('is fetched when its server lets anybody read it', async () => {
    const { tabId } = await openStrange(`<img src="${elsewhere('/open.png')}">`);
    const { run, sent } = await describeAndDecode(stage.own, stage.api, tabId, { kind: 'image', picture: { src: elsewhere('/open.png') } });
    expect(run).toMatchObject({ pictures: [{ width: 2400, height: 1200 }] });
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });

  test('is cut out of the screen otherwise, exactly, and the page then stands where it stood', async () => {
    const { tabId, shown } = await openStrange(
      `<div style="height: 3000px"></div><div style="margin-left: 137px; background: black"><img style="width: 401px; height: 203px; display: block" src="${elsewhere('/drawing.png')}"></div><div style="height: 3000px"></div>`,
    );
    await shown.evaluate(() => { scrollTo(0, 120); });
    const { run, sent } = await describeAndDecode(stage.own, stage.api, tabId, { kind: 'image', picture: { src: elsewhere('/drawing.png') } });
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
    await stage.own.bringToFront();
    const { run, sent } = await describeAndDecode(stage.own, stage.api, tabId, { kind: 'image', picture: { src: elsewhere('/drawing.png') } });
    expect(run).toMatchObject({ state: 'failed', error: { code: 'image-permission', origin: new URL(elsewhere('/')).origin } });
    expect(sent).toEqual([]);
  });

  test('that is broken is not replaced by what the browser shows in its place', async () => {
    const { tabId, shown } = await openStrange('');
    await shown.evaluate((src) => new Promise((resolve) => {
      document.body.append(Object.assign(new Image(300, 200), { alt: 'A lighthouse', src, onerror: resolve }));
    }), elsewhere('/sign-in.png'));
    const { run, sent } = await describeAndDecode(stage.own, stage.api, tabId, { kind: 'image', picture: { src: elsewhere('/sign-in.png') } });
    expect(run).toMatchObject({ state: 'failed', error: { code: 'image-permission' } });
    expect(sent).toEqual([]);
  });

  test('is fetched with permission for its host', async () => {
    const src = stage.sites.url('/drawing.png', HERE);
    const { tabId } = await openStrange(`<img src="${src}">`, 'localhost');
    const { run, sent } = await describeAndDecode(stage.own, stage.api, tabId, { kind: 'image', picture: { src } });
    expect(run).toMatchObject({ pictures: [{ way: 'fetch', width: 2400, height: 1200 }] });
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });

  test('that the context menu names, but the page no longer has, is fetched all the same', async () => {
    const src = stage.sites.url('/drawing.png', HERE);
    const { tabId } = await openStrange('', 'localhost');
    const { run, sent } = await describeAndDecode(stage.own, stage.api, tabId, { kind: 'image', picture: { src, frameId: 0 } });
    expect(run).toMatchObject({ pictures: [{ way: 'fetch' }] });
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });
});

describe('a page of the public web', () => {
  /** Opens it with a picture that it may show, but not read. */
  async function openPublic(src: string): Promise<Described> {
    const page = await stage.open('/blank', 'gallery.museum');
    await page.evaluate((src) => new Promise((resolve) => document.body.append(Object.assign(new Image(300, 150), { src, onload: resolve, onerror: resolve }))), src);
    return describeAndDecode(stage.own, stage.api, await stage.enter(page), { kind: 'image', picture: { src } });
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
