import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppError } from '~/lib/shared/app-error';
import { OWN_PAGE } from '../../messaging/fake-ports';
import type { World } from '../world';
import { FakePage, makePicture, openWorld, PictureWatcher } from './page';

const here = vi.hoisted(() => ({ page: undefined as unknown as FakePage }));
vi.mock('~/lib/background/pictures/run-reader', () => ({ runReader: (...args: Parameters<FakePage['runReader']>) => here.page.runReader(...args) }));
vi.mock('~/lib/background/pictures/acquire', () => ({ acquirePicture: (...args: Parameters<FakePage['acquirePicture']>) => here.page.acquirePicture(...args) }));

const ORIGIN = 'https://example.org';
let page: FakePage;
beforeEach(() => {
  page = here.page = new FakePage();
});

/** As the script in a page says it; the browser tells where from. */
async function ping(about: { url?: string; id?: string; frameId?: number; message?: unknown } = {}): Promise<void> {
  const { url = `${ORIGIN}/story`, id = OWN_PAGE.id, frameId = 0, message = { restore: true } } = about;
  void (await fakeBrowser.runtime.onMessage.trigger(message, { id, url, frameId, tab: { id: 7 } } as never, () => undefined));
}

/** A first visit, at which the first picture was described; then the page is loaded anew. */
async function visitAgain({ allowed = true } = {}): Promise<World> {
  page.pictures = [makePicture('p1')];
  const world = await openWorld(page);
  if (allowed) world.permissions.add(`${ORIGIN}/*`);
  const watcher = new PictureWatcher();
  await world.call('listPictures', { tabId: 7 });
  await world.call('describePictures', { tabId: 7, ids: ['p1'], accept: true });
  (await world.answer()).text('A boat.').finish();
  await watcher.reach({ p1: 'done' });
  page.documentId = 'd2';
  page.jobs.length = 0;
  page.acquired.length = 0;
  return world;
}

describe('putting descriptions back', () => {
  it('happens on the pages of an origin the reader has named, and asks no server', async () => {
    const world = await visitAgain();
    const view = await world.call('setRestore', { origin: ORIGIN, on: true });
    expect(view.settings.pictures.restoreOrigins).toEqual([ORIGIN]);
    expect(world.registered).toMatchObject([{ matches: [`${ORIGIN}/*`], js: ['restore.js'], runAt: 'document_idle', persistAcrossSessions: true }]);
    await ping();
    await vi.waitFor(() => expect(page.written()).toEqual([{ id: 'p1', text: 'A boat.' }]));
    expect(world.api.answers).toHaveLength(1);
    expect(page.acquired.some(({ options }) => options.mayReveal || options.mayUseAddress)).toBe(false);
  });

  it('does not say of another picture at the same address what was said of the former', async () => {
    const world = await visitAgain();
    await world.call('setRestore', { origin: ORIGIN, on: true });
    page.contents.set('p1', 'the picture of today');
    page.pictures.push(makePicture('p8', { src: `${ORIGIN}/moved.jpg` }));
    page.contents.set('p8', 'p1');
    await ping();
    await vi.waitFor(() => expect(page.written()).toEqual([{ id: 'p8', text: 'A boat.' }]));
    const watcher = new PictureWatcher();
    await watcher.reach({ p8: 'known' });
  });

  it('goes by the address where the content is closed', async () => {
    const world = await visitAgain();
    await world.call('setRestore', { origin: ORIGIN, on: true });
    page.errors.set('p1', { error: new AppError('image-permission', { origin: 'https://cdn.example' }) });
    await ping();
    await vi.waitFor(() => expect(page.written()).toEqual([{ id: 'p1', text: 'A boat.' }]));
  });

  it('knows a picture by its content when it has moved', async () => {
    const world = await visitAgain();
    await world.call('setRestore', { origin: ORIGIN, on: true });
    page.pictures = [makePicture('p8', { src: `${ORIGIN}/moved.jpg` }), makePicture('p9'), makePicture('p10', { name: 'Named' })];
    page.contents.set('p8', 'p1');
    await ping();
    await vi.waitFor(() => expect(page.written()).toEqual([{ id: 'p8', text: 'A boat.' }]));
    await vi.waitFor(() => expect(page.acquired.map(({ id }) => id)).toEqual(['p8', 'p9']));
    expect(page.acquired.some(({ options }) => options.mayReveal || options.mayUseAddress)).toBe(false);
    expect(world.api.answers).toHaveLength(1);
  });

  it('leaves alone what the reader has just taken out of the page', async () => {
    const world = await visitAgain();
    await world.call('setRestore', { origin: ORIGIN, on: true });
    await world.call('listPictures', { tabId: 7 });
    await world.call('removeFromPage', { tabId: 7 });
    page.jobs.length = 0;
    await ping();
    await vi.waitFor(() => expect(page.jobs.map(({ name }) => name)).toEqual(['list']));
    await new Promise((resolve) => setTimeout(resolve));
    expect(page.written()).toEqual([]);
  });

  it('looks at a page that tells of pictures all the time once in a while only', async () => {
    const world = await visitAgain();
    await world.call('setRestore', { origin: ORIGIN, on: true });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const looks = () => page.jobs.filter(({ name }) => name === 'list').length;
      for (let second = 0; second < 60; second++) {
        for (let n = 0; n < 5; n++) void ping();
        await vi.advanceTimersByTimeAsync(1_000);
      }
      // After 0, 2, 6, 14 and 30 seconds; the next comes after 62.
      await vi.waitFor(() => expect(looks()).toBe(5));
      await vi.advanceTimersByTimeAsync(30_000);
      await vi.waitFor(() => expect(looks()).toBe(6));
      await vi.advanceTimersByTimeAsync(60_000);
      expect(looks()).toBe(6);
      void ping();
      await vi.waitFor(() => expect(looks()).toBe(7));
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    ['from an origin that nobody named', { url: 'https://elsewhere.example/' }],
    ['from another port', { url: `${ORIGIN}:8443/story` }],
    ['from a frame', { frameId: 3 }],
    ['from another extension', { id: 'other' }],
    ['that says more than it may', { message: { restore: true, text: 'x' } }],
  ])('does not happen for a message %s', async (_what, about) => {
    const world = await visitAgain();
    await world.call('setRestore', { origin: ORIGIN, on: true });
    await ping(about);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(page.jobs).toEqual([]);
  });

  it('needs the permission for the site, and ends with it', async () => {
    const world = await visitAgain({ allowed: false });
    await expect(world.call('setRestore', { origin: ORIGIN, on: true })).rejects.toMatchObject({ code: 'page-permission', origin: ORIGIN });
    expect(world.registered).toEqual([]);
    world.permissions.add(`${ORIGIN}/*`);
    await world.call('setRestore', { origin: ORIGIN, on: true });
    world.permissions.delete(`${ORIGIN}/*`);
    for (const [listener] of world.permissionsRemoved.addListener.mock.calls) listener();
    await vi.waitFor(() => expect(world.registered).toEqual([]));
    expect((await world.call('getSettings', {})).settings.pictures.restoreOrigins).toEqual([]);
  });

  it('ends when the reader says so, and is registered again after an update', async () => {
    const world = await visitAgain();
    await world.call('setRestore', { origin: ORIGIN, on: true });
    world.registered.length = 0;
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(() => expect(world.registered).toHaveLength(1));
    await world.call('setRestore', { origin: ORIGIN, on: false });
    expect(world.registered).toEqual([]);
    await expect(world.call('setRestore', { origin: 'https://example.org/path', on: true })).rejects.toMatchObject({ code: 'bad-message' });
  });
});

describe('adding to the page', () => {
  it('writes what was described, marked, in its language', async () => {
    const world = await visitAgain();
    await world.call('listPictures', { tabId: 7 });
    expect(await world.call('addToPage', { tabId: 7, entries: [{ ref: { id: 'p1' }, text: 'A boat.' }] })).toEqual({ added: 1 });
    expect(page.jobs.find(({ name }) => name === 'describe')?.input).toEqual({ entries: [{ ref: { id: 'p1' }, text: 'A boat.' }], mark: 'altTextMark', lang: 'en' });
    expect(page.acquired).toEqual([]);
  });

  it('takes a longer answer as well, cut to fit, and keeps it by the picture', async () => {
    const world = await visitAgain();
    await world.call('listPictures', { tabId: 7 });
    const watcher = new PictureWatcher();
    const long = 'A white boat lies in the harbour. '.repeat(60);
    await world.call('addToPage', { tabId: 7, entries: [{ ref: { id: 'p1' }, text: long }] });
    const [written] = page.written();
    expect(written?.text.length).toBeLessThanOrEqual(1_000);
    expect(written?.text).toMatch(/^A white boat .*…$/);
    await vi.waitFor(() => expect(watcher.items.get('p1')).toMatchObject({ state: 'known', text: written?.text }));
    page.documentId = 'd3';
    await world.call('listPictures', { tabId: 7 });
    await vi.waitFor(() => expect(watcher.items.get('p1')?.text).toBe(written?.text));
  });

  it('never writes into another document than the one whose pictures were listed', async () => {
    const world = await visitAgain();
    await world.call('listPictures', { tabId: 7 });
    page.documentId = 'd3';
    await expect(world.call('addToPage', { tabId: 7, entries: [{ ref: { id: 'p1' }, text: 'A boat.' }] })).rejects.toMatchObject({ code: 'page-navigated' });
    expect(page.written()).toEqual([]);
  });
});
