import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PictureRef } from '../../lib/shared/picture.ts';
import { CORNERS } from '../image/picture-files.ts';
import { type DecodedPicture, decodeSent } from '../server/pictures.ts';
import { createServer, type TestServer } from '../server/server.ts';
import { type Firefox, firefoxPath, launchFirefox } from './support/firefox.ts';
import { composePicturePages, ORIENTATIONS } from './support/picture-pages.ts';
import { readContrast, readCorners } from './support/picture-runs.ts';
import { callFromSidebar, inSidebarApi, openSidebar } from './support/sidebar.ts';
import { serveSites, type Sites } from './support/sites.ts';

const HERE = '127.0.0.1';

describe.skipIf(!firefoxPath)('in Firefox, what is sent of a picture', () => {
  let firefox: Firefox;
  let sites: Sites;
  let api: TestServer;

  beforeAll(async () => {
    sites = await serveSites(await composePicturePages());
    api = await createServer({ keys: [] });
    firefox = await launchFirefox();
    await firefox.marionette.send('WebDriver:Navigate', { url: sites.url('/photo.jpg.html', HERE) });
    await openSidebar(firefox);
    const { host, hostname, origin } = new URL(api.url);
    await callFromSidebar(firefox, 'updateSettings', {
      welcomed: true, engine: 'server', preset: 'other', baseUrl: api.baseUrl, chatModel: 'gpt-4o-mini', sendAcceptedHosts: [host, hostname, origin],
    });
  });

  afterAll(async () => {
    await firefox[Symbol.asyncDispose]();
    await api.close();
    await sites[Symbol.asyncDispose]();
  });

  async function describeIn(path: string): Promise<DecodedPicture[]> {
    const [tab] = await inSidebarApi<{ id: number }[]>(firefox, 'browser.tabs.query(clone({ active: true, currentWindow: true }))');
    const tabId = tab?.id;
    await callFromSidebar(firefox, 'newThread', { tabId });
    const index = api.requests.length;
    const picture: PictureRef = { src: sites.url(path, HERE) };
    await callFromSidebar(firefox, 'startRun', { tabId, request: { task: 'describe-image', source: { kind: 'image', picture } } });
    for (let at = index; ; at++) {
      const request = await api.received(at);
      if (request.path.endsWith('/chat/completions')) return decodeSent(request);
    }
  }

  test('is the same as elsewhere for a large photograph in the page', async () => {
    const sent = await describeIn('/photo.jpg');
    expect(sent).toMatchObject([{ format: 'jpeg', width: 1536, height: 1024, hasMetadata: false }]);
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });

  test.each(ORIENTATIONS)('stands upright: EXIF orientation %i', async (orientation) => {
    const sent = await describeIn(`/turned-${orientation}.jpg`);
    expect(sent).toMatchObject([{ width: 300, height: 200, hasMetadata: false }]);
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });

  test.each([
    ['/drawing.png', 'png', 1536, 768], ['/quarters.webp', 'jpeg', 240, 120], ['/quarters.avif', 'jpeg', 240, 120], ['/quarters.bmp', 'png', 240, 120],
    ['/quarters.ico', 'png', 96, 96], ['/quarters.svg', 'png', 800, 480], ['/moving.gif', 'png', 80, 60],
  ])('is something every server takes: %s', async (path, format, width, height) => {
    const sent = await describeIn(path);
    expect(sent).toMatchObject([{ format, width, height }]);
    expect(sent.map(readCorners)).toEqual([CORNERS]);
  });

  test('is shrunk by what every pixel adds, not by leaving some out', async () => {
    const [contrast] = (await describeIn('/checks.png')).map(readContrast);
    expect(contrast?.darkest).toBeGreaterThan(100);
    expect(contrast?.brightest).toBeLessThan(155);
  });

  test('keeps what is transparent', async () => {
    expect((await describeIn('/clear.png')).map(readCorners)).toEqual([['red', 'transparent', 'blue', 'transparent']]);
  });

  test('is several pieces for a very long picture', async () => {
    expect((await describeIn('/tall.jpg')).map(({ height }) => height)).toEqual([1536, 1536, 1536, 1536]);
  });
});
