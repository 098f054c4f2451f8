import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { CORNERS, makeQuarters } from '../image/picture-files.ts';
import { openOwnPage, openPopup, openTab } from './support/docent.ts';
import { type Described, describeAndDecode, readCorners } from './support/picture-runs.ts';
import { useStage } from './support/stage.ts';
import { findTabId } from './support/tabs.ts';

/** Pictures without encryption in a page with: Chromium asks for them with encryption, finds nothing and shows none. */
const file = await makeQuarters(300, 200).png().toBuffer();
const stage = useStage({
  pages: {
    '/page': '<!doctype html><title>Page</title><body><p>A page.</p></body>',
    '/open.png': (response) => response.writeHead(200, { 'content-type': 'image/png', 'access-control-allow-origin': '*' }).end(file),
    '/closed.png': { type: 'image/png', body: file },
  },
  accept: '/page',
  args: ['--ignore-certificate-errors'],
});

let secure: Server;
let own: Page;
let page: Page;
beforeAll(async () => {
  // Key and certificate come one after the other.
  const pem = execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=gallery.test', '-keyout', '-', '-out', '-'], { stdio: ['ignore', 'pipe', 'ignore'] });
  secure = createServer({ key: pem, cert: pem }, (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Gallery</title><body><p>A gallery.</p></body>'));
  await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
  own = await openOwnPage(stage.docent, 'options.html');
});
afterAll(() => {
  secure.closeAllConnections();
  secure.close();
});
afterEach(() => page.close());

async function describe(src: string): Promise<Described> {
  page = await openTab(stage.docent, `https://gallery.test:${(secure.address() as AddressInfo).port}/`);
  const shown = await page.evaluate((src) => new Promise((resolve) => document.body.append(Object.assign(new Image(300, 200), { src, onload: () => resolve(true), onerror: () => resolve(false) }))), src);
  expect(shown).toBe(false);
  await (await openPopup(stage.docent, page)).close();
  await page.bringToFront();
  return describeAndDecode(own, stage.api, await findTabId(stage.docent, page), { kind: 'image', picture: { src } });
}

test('one that anybody may read is fetched all the same', async () => {
  const { run, sent } = await describe(stage.sites.url('/open.png', 'pictures.test'));
  expect(run).toMatchObject({ state: 'done', pictures: [{ way: 'fetch' }] });
  expect(sent.map(readCorners)).toEqual([CORNERS]);
});

test('for another one, its host can be allowed', async () => {
  const { run, sent } = await describe(stage.sites.url('/closed.png', 'pictures.test'));
  expect(run).toMatchObject({ state: 'failed', error: { code: 'image-permission', origin: new URL(stage.sites.url('/', 'pictures.test')).origin } });
  expect(sent).toEqual([]);
});
