import type { Page } from 'puppeteer';
import { beforeAll, expect, test } from 'vitest';
import { makePicture } from '../server/picture-files.ts';
import { killWorker, openOwnPage, openTab } from './support/docent.ts';
import { readBatch, speakPictures, waitForBatch } from './support/picture-batch.ts';
import { callDocent } from './support/pictures.ts';
import type { Site } from './support/sites.ts';
import { useStage } from './support/stage.ts';
import { findTabId } from './support/tabs.ts';

const COLOURS = ['red', 'green', 'blue', 'yellow'];

const show = (...paths: string[]): string =>
  `<!doctype html><html lang="en"><head><title>Album</title></head><body><h1>Album</h1>${paths.map((path) => `<p>A picture.</p><img src="${path}" width="320" height="240">`).join('')}</body></html>`;

const pages: Record<string, Site> = {
  '/album': show('/red.png', '/green.png', '/blue.png', '/yellow.png'),
  '/again': show('/red.png', '/moved/green.png'),
  '/grows': show('/red.png'),
  '/elsewhere': show('/red.png'),
  '/slow': show('/slow-1.png', '/slow-2.png', '/slow-3.png', '/slow-4.png', '/slow-5.png'),
};
const stage = useStage({ pages });

/** A host that Docent may read without asking: no test can answer a browser's question for permission. */
const url = (path: string) => stage.sites.url(path, 'localhost');

let own: Page;
beforeAll(async () => {
  for (const colour of COLOURS) pages[`/${colour}.png`] = { type: 'image/png', body: await makePicture(colour, { width: 640, height: 480 }) };
  pages['/moved/green.png'] = pages['/green.png'] as Site;
  for (let n = 1; n <= 5; n++) pages[`/slow-${n}.png`] = { type: 'image/png', body: await makePicture(`rgb(${n * 40}, 0, 0)`, { width: 640, height: 480 }) };
  own = await openOwnPage(stage.docent, 'options.html');
  await callDocent(own, 'updateSettings', { visionModel: 'gpt-4o-mini' });
});

async function open(path: string): Promise<{ page: Page; tabId: number }> {
  const page = await openTab(stage.docent, url(path));
  return { page, tabId: await findTabId(stage.docent, page) };
}

async function listIds(tabId: number): Promise<string[]> {
  return (await callDocent(own, 'listPictures', { tabId })).pictures.map(({ id }) => id);
}

test('pictures are described, added to the page for screen readers, and known at the next visit without a request', async () => {
  const { page, tabId } = await open('/album');
  const ids = await listIds(tabId);
  expect(ids).toHaveLength(4);
  const estimate = await callDocent(own, 'estimatePictures', { tabId, ids });
  expect(estimate).toMatchObject({ pictures: 4, model: 'gpt-4o-mini', host: new URL(stage.api.url).host });
  expect(await speakPictures(page)).not.toContainEqual(expect.stringMatching(/AI description/));

  await callDocent(own, 'describePictures', { tabId, ids, accept: true });
  const items = await waitForBatch(own, tabId);
  expect(items.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
  expect(stage.api.chats()).toHaveLength(4);
  for (const [index, colour] of COLOURS.entries()) expect(items.find(({ id }) => id === ids[index])?.text).toContain(colour);

  const entries = items.map(({ id, text = '' }) => ({ ref: { id }, text }));
  expect(await callDocent(own, 'addToPage', { tabId, entries })).toEqual({ added: 4 });
  const spoken = await speakPictures(page);
  for (const [index, colour] of COLOURS.entries()) expect(spoken[index]).toMatch(new RegExp(`^AI description: .*${colour}`));
  await callDocent(own, 'removeFromPage', { tabId });
  expect((await speakPictures(page)).join()).not.toContain('AI description');

  await page.reload();
  const again = await listIds(tabId);
  const known = await readBatch(own, tabId);
  expect(known.map(({ id, state, text }) => ({ id, state, text }))).toEqual(again.map((id, index) => ({ id, state: 'known', text: entries.find(({ ref }) => ref.id === ids[index])?.text })));
  expect((await callDocent(own, 'estimatePictures', { tabId, ids: again })).tokens).toBe(0);
  expect(stage.api.chats()).toHaveLength(4);
  await page.close();
});

test('they are put back by themselves where the reader asked for it, on no other site, and without a request', async () => {
  const { page, tabId } = await open('/again');
  await page.reload();
  expect((await speakPictures(page)).join()).not.toContain('AI description');
  const view = await callDocent(own, 'setRestore', { origin: new URL(url('/')).origin, on: true });
  expect(view.settings.pictures.restoreOrigins).toEqual([new URL(url('/')).origin]);

  await page.reload();
  // The second stands at another address and is known by its content.
  await expect.poll(() => speakPictures(page)).toEqual([expect.stringMatching(/^AI description: .*red/), expect.stringMatching(/^AI description: .*green/)]);

  const other = await openTab(stage.docent, stage.sites.url('/elsewhere', '127.0.0.1'));
  const grown = await open('/grows');
  await expect.poll(() => speakPictures(grown.page)).toEqual([expect.stringMatching(/^AI description: .*red/)]);
  expect((await speakPictures(other)).join()).not.toContain('AI description');

  // A page that exchanges its contents by script.
  await grown.page.evaluate(() => {
    history.pushState(null, '', '/next');
    document.body.append(Object.assign(new Image(), { src: '/blue.png', width: 320, height: 240 }));
  });
  await expect.poll(() => speakPictures(grown.page)).toContainEqual(expect.stringMatching(/^AI description: .*blue/));

  await callDocent(own, 'removeFromPage', { tabId });
  expect((await speakPictures(page)).join()).not.toContain('AI description');
  await callDocent(own, 'setRestore', { origin: new URL(url('/')).origin, on: false });
  expect(await own.evaluate(() => (chrome as unknown as { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } }).scripting.getRegisteredContentScripts())).toEqual([]);
  expect(stage.api.chats()).toHaveLength(4);
  for (const each of [page, other, grown.page]) await each.close();
});

test('a background that is ended keeps what is described; the rest is stopped and can be asked for again', async () => {
  const { page, tabId } = await open('/slow');
  const ids = await listIds(tabId);
  stage.api.script({ text: 'Described in time.' }, ...[1, 2, 3].map(() => ({ first: 60_000 })));
  await callDocent(own, 'describePictures', { tabId, ids, accept: true });
  await expect.poll(async () => (await readBatch(own, tabId)).map(({ state }) => state).sort()).toEqual(['done', 'waiting', 'working', 'working', 'working']);
  await killWorker(stage.docent);
  const left = await readBatch(own, tabId);
  expect(left.map(({ state }) => state).sort()).toEqual(['done', 'stopped', 'stopped', 'stopped', 'stopped']);
  expect(left.find(({ state }) => state === 'done')?.text).toBe('Described in time.');
  const before = stage.api.chats().length;
  await callDocent(own, 'describePictures', { tabId, ids, accept: true });
  const items = await waitForBatch(own, tabId);
  expect(items.map(({ state }) => state).sort()).toEqual(['done', 'done', 'done', 'done', 'known']);
  expect(stage.api.chats().length - before).toBe(4);
  await page.close();
});
