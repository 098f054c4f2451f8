import type { ServerResponse } from 'node:http';
import type { Page } from 'puppeteer';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { makePicture } from '../server/picture-files.ts';
import { killWorker, openOwnPage, openTab } from './support/docent.ts';
import { readBatch, waitForBatch } from './support/picture-batch.ts';
import { callDocent } from './support/pictures.ts';
import { useStage } from './support/stage.ts';
import { findTabId } from './support/tabs.ts';

/** The background ends while a picture is still being had: its file does not come. */
const held: ServerResponse[] = [];
let file: Buffer;
let holds = true;
const album = '<!doctype html><html lang="en"><title>Album</title><body><h1>Album</h1>';
const stage = useStage({
  pages: {
    '/page': '<!doctype html><title>Page</title><body><p>A page.</p></body>',
    '/album': `${album}<img src="/ready.png" width="320" height="240"><div role="img" aria-label="" style="width: 320px; height: 240px; background: url(/late.png)"></div></body></html>`,
    '/ready.png': (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(file),
    '/late.png': (response) => {
      if (holds) held.push(response);
      else response.writeHead(200, { 'content-type': 'image/png' }).end(file);
    },
  },
  accept: '/page',
});

let own: Page;
beforeAll(async () => {
  file = await makePicture('red', { width: 640, height: 480 });
  own = await openOwnPage(stage.docent, 'options.html');
  await callDocent(own, 'updateSettings', { visionModel: 'gpt-4o-mini' });
});
beforeEach(() => {
  holds = true;
  held.length = 0;
});

async function open(): Promise<{ page: Page; tabId: number }> {
  const page = await openTab(stage.docent, stage.sites.url('/album', 'localhost'));
  return { page, tabId: await findTabId(stage.docent, page) };
}

/** A picture that the context menu names and the page has no more: its file is all there is. */
const late = (name: string) => ({ src: stage.sites.url(`/late.png?${name}`, 'localhost') });
const isAsked = (src: string) => held.some(({ req }) => src.endsWith(req.url ?? '-'));

/** State of the tab's last run, as a window that opens now is told. */
function readState(tabId: number): Promise<string | undefined> {
  return own.evaluate((tabId) => new Promise<string | undefined>((resolve) => {
    const port = chrome.runtime.connect({ name: 'thread' });
    port.onMessage.addListener((event: { runs?: { state: string }[] }) => {
      if (!event.runs) return;
      port.disconnect();
      resolve(event.runs.at(-1)?.state);
    });
    port.postMessage({ tabId });
  }), tabId);
}

test('a run is interrupted, and Retry gets the picture', async () => {
  const { page, tabId } = await open();
  const picture = late('killed');
  const { runId } = await callDocent(own, 'startRun', { tabId, request: { task: 'describe-image', source: { kind: 'image', picture } } });
  await expect.poll(() => isAsked(picture.src)).toBe(true);
  await killWorker(stage.docent);
  await expect.poll(() => readState(tabId)).toBe('interrupted');
  holds = false;
  for (const response of held) response.destroy();
  const before = stage.api.chats().length;
  await callDocent(own, 'retryRun', { runId });
  await expect.poll(() => readState(tabId)).toBe('done');
  expect(stage.api.chats().length).toBe(before + 1);
  await page.close();
});

test('of several pictures, what is described is kept, the rest is stopped and can be asked for again', async () => {
  const { page, tabId } = await open();
  const ids = (await callDocent(own, 'listPictures', { tabId })).pictures.map(({ id }) => id);
  expect(ids).toHaveLength(2);
  await callDocent(own, 'describePictures', { tabId, ids, accept: true });
  await expect.poll(async () => (await readBatch(own, tabId)).map(({ state }) => state).sort()).toEqual(['done', 'working']);
  await killWorker(stage.docent);
  expect((await waitForBatch(own, tabId)).map(({ state }) => state).sort()).toEqual(['done', 'stopped']);
  holds = false;
  for (const response of held) response.destroy();
  await callDocent(own, 'describePictures', { tabId, ids, accept: true });
  await expect.poll(async () => (await readBatch(own, tabId)).map(({ text }) => Boolean(text))).toEqual([true, true]);
  await page.close();
});

test('a tab that is closed meanwhile ends its run and leaves the next one alone', async () => {
  const { page, tabId } = await open();
  const picture = late('closed');
  await callDocent(own, 'startRun', { tabId, request: { task: 'describe-image', source: { kind: 'image', picture } } });
  await expect.poll(() => isAsked(picture.src)).toBe(true);
  const before = stage.api.chats().length;
  await page.close();
  holds = false;
  for (const response of held) response.destroy();
  const next = await open();
  await callDocent(own, 'startRun', { tabId: next.tabId, request: { task: 'describe-image', source: { kind: 'image', picture } } });
  await expect.poll(() => readState(next.tabId)).toBe('done');
  expect(stage.api.chats().length).toBe(before + 1);
  await next.page.close();
});
