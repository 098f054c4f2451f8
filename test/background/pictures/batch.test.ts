import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { World } from '../world';
import { FakePage, makePicture, openWorld, PictureWatcher, SEEING } from './page';

const here = vi.hoisted(() => ({ page: undefined as unknown as FakePage }));
vi.mock('~/lib/background/pictures/run-reader', () => ({ runReader: (...args: Parameters<FakePage['runReader']>) => here.page.runReader(...args) }));
vi.mock('~/lib/background/pictures/acquire', () => ({ acquirePicture: (...args: Parameters<FakePage['acquirePicture']>) => here.page.acquirePicture(...args) }));

let page: FakePage;
beforeEach(() => {
  page = here.page = new FakePage();
});

const describeAll = (world: World, accept = true) => world.call('describePictures', { tabId: 7, ids: page.pictures.map(({ id }) => id), accept });
const show = (count: number) => void (page.pictures = Array.from({ length: count }, (_, i) => makePicture(`p${i + 1}`)));

/** Lists the page and watches it. */
async function begin(count: number, options?: Parameters<typeof openWorld>[1]): Promise<{ world: World; watcher: PictureWatcher }> {
  show(count);
  const world = await openWorld(page, options);
  await world.call('listPictures', { tabId: 7 });
  return { world, watcher: new PictureWatcher() };
}

describe('describing the pictures of a page', () => {
  it('asks about exactly three at a time, until all are described', async () => {
    const { world, watcher } = await begin(7);
    await describeAll(world);
    for (let n = 0; n < 7; n++) {
      const answer = await world.answer(n);
      await vi.waitFor(() => expect([...watcher.items.values()].filter(({ state }) => state === 'working')).toHaveLength(Math.min(3, 7 - n)));
      expect(world.api.answers.length).toBeLessThanOrEqual(n + 3);
      answer.text(`Picture ${n}.`).finish('stop', { promptTokens: 100, usd: 0.01 });
    }
    await vi.waitFor(() => expect(watcher.live).toBe(false));
    expect(world.api.answers).toHaveLength(7);
    expect([...watcher.items.values()].map(({ state, text }) => `${state} ${text}`).sort()).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `done Picture ${n}.`));
    const last = watcher.events.at(-1);
    expect(last?.type === 'item' && last.usage?.promptTokens).toBe(700);
  });

  it('sends the picture, what the page says of it, and the question for alternative text', async () => {
    page.pictures = [makePicture('p1', { caption: 'The old harbour' })];
    const world = await openWorld(page);
    await describeAll(world);
    const { request } = await world.answer();
    expect(request.model).toBe(SEEING.id);
    expect(JSON.stringify(request.messages)).toContain('The old harbour');
    expect(request.messages.at(-1)?.images).toMatchObject([{ imageId: 'sent-p1', width: 800, height: 600 }]);
    expect(request.images?.get('sent-p1')).toBe(btoa('p1'));
  });

  it('stops at once, and keeps what is described', async () => {
    const { world, watcher } = await begin(5);
    await describeAll(world);
    (await world.answer(0)).text('First.').finish();
    await watcher.reach({ p1: 'done', p2: 'working', p3: 'working', p4: 'working', p5: 'waiting' });
    const under = [await world.answer(1), await world.answer(2), await world.answer(3)];
    await world.call('stopPictures', { tabId: 7 });
    expect(under.every(({ signal }) => signal?.aborted)).toBe(true);
    await watcher.reach({ p1: 'done', p2: 'stopped', p3: 'stopped', p4: 'stopped', p5: 'stopped' });
    expect(watcher.live).toBe(false);
    await describeAll(world);
    for (const n of [4, 5, 6, 7]) (await world.answer(n)).text(`Later ${n}.`).finish();
    await watcher.reach({ p1: 'known', p2: 'done', p3: 'done', p4: 'done', p5: 'done' });
    expect(watcher.items.get('p1')?.text).toBe('First.');
    expect(world.api.answers).toHaveLength(8);
  });

  it('takes in more pictures while it goes on', async () => {
    const { world, watcher } = await begin(4);
    await world.call('describePictures', { tabId: 7, ids: ['p1'], accept: true });
    await world.answer(0);
    await world.call('describePictures', { tabId: 7, ids: ['p1', 'p2', 'p3', 'p4'], accept: true });
    for (const n of [0, 1, 2, 3]) (await world.answer(n)).text('It.').finish();
    await watcher.reach({ p1: 'done', p2: 'done', p3: 'done', p4: 'done' });
    expect(world.api.answers).toHaveLength(4);
  });

  it.each(['bad-key', 'no-credits', 'no-vision', 'offline', 'model-unavailable'] as const)('ends when %s would meet every picture, and says so once', async (code) => {
    const { world, watcher } = await begin(5);
    await describeAll(world);
    const answers = [await world.answer(0), await world.answer(1), await world.answer(2)];
    answers[1]?.fail(new world.AppError(code));
    await watcher.reach({ p1: 'stopped', p2: 'failed', p3: 'stopped', p4: 'stopped', p5: 'stopped' });
    expect(watcher.items.get('p2')?.error?.code).toBe(code);
    expect(world.api.answers).toHaveLength(3);
  });

  it('goes on past a picture that cannot be had and an answer without words', async () => {
    const { world, watcher } = await begin(3);
    page.errors.set('p1', { error: new world.AppError('image-gone') });
    await describeAll(world);
    const [first, second] = [await world.answer(0), await world.answer(1)];
    first.finish('filtered');
    second.text('Seen.').finish();
    await watcher.reach({ p1: 'failed', p2: 'failed', p3: 'done' });
    expect(watcher.items.get('p1')?.error?.code).toBe('image-gone');
    expect(watcher.items.get('p2')?.error?.code).toBe('content-filtered');
  });

  it('waits as long as a busy server asks to, with all pictures, and goes on', async () => {
    const { world, watcher } = await begin(4);
    await describeAll(world);
    const answers = [await world.answer(0), await world.answer(1), await world.answer(2)];
    const from = Date.now();
    answers[0]?.fail(new world.AppError('rate-limited', { retryAfter: 0.4 }));
    await vi.waitFor(() => expect(watcher.states().p1).toBe('working'));
    answers[1]?.text('B.').finish();
    answers[2]?.text('C.').finish();
    (await world.answer(3)).text('Again.').finish();
    expect(Date.now() - from).toBeGreaterThan(250);
    (await world.answer(4)).text('D.').finish();
    await watcher.reach({ p1: 'done', p2: 'done', p3: 'done', p4: 'done' });
  });

  it('moves the page only for pictures that cannot be had otherwise, last and one after the other', async () => {
    const { world, watcher } = await begin(4);
    const error = new world.AppError('image-permission', { origin: 'https://cdn.example' });
    for (const id of ['p1', 'p2']) page.errors.set(id, { error, quietOnly: true });
    await describeAll(world);
    for (const n of [0, 1]) (await world.answer(n)).text(`${n}`).finish();
    for (const n of [2, 3]) (await world.answer(n)).text(`${n}`).finish();
    await watcher.reach({ p1: 'done', p2: 'done', p3: 'done', p4: 'done' });
    expect(page.acquired.map(({ id, options }) => `${id} ${options.mayReveal}`)).toEqual(['p1 false', 'p2 false', 'p3 false', 'p4 false', 'p1 true', 'p2 true']);
    expect(page.acquired.filter(({ options }) => options.mayUseAddress && !options.mayReveal)).toEqual([]);
  });

  it('asks about equal pictures once', async () => {
    const { world, watcher } = await begin(3);
    for (const id of ['p1', 'p2', 'p3']) page.contents.set(id, 'same');
    await describeAll(world);
    (await world.answer()).text('A logo.').finish();
    await watcher.reach({ p1: 'done', p2: 'known', p3: 'known' });
    expect(world.api.answers).toHaveLength(1);
    expect(watcher.items.get('p3')?.text).toBe('A logo.');
  });

  it('ends when the tab goes to another document', async () => {
    const { world, watcher } = await begin(2);
    await describeAll(world);
    const answer = await world.answer(0);
    page.documentId = 'd2';
    await fakeBrowser.tabs.onUpdated.trigger(7, { status: 'loading' }, { id: 7 } as never);
    await watcher.reach({ p1: 'failed', p2: 'failed' });
    expect(watcher.items.get('p1')?.error?.code).toBe('page-navigated');
    expect(answer.signal?.aborted).toBe(true);
    await expect(describeAll(world)).rejects.toMatchObject({ code: 'page-navigated' });
    await world.call('listPictures', { tabId: 7 });
    await watcher.reach({});
  });
});

describe('the list of pictures', () => {
  it('names the origins that Docent may not read, each once, and the one of the page', async () => {
    page.pictures = [
      makePicture('p1'), makePicture('p2', { src: 'https://cdn.example/a.jpg' }), makePicture('p3', { src: 'https://cdn.example/b.jpg' }),
      makePicture('p4', { src: 'https://open.example/c.jpg' }), makePicture('p5', { src: 'data:image/png;base64,AA==' }), makePicture('p6', { src: '' }),
      makePicture('p7', { src: 'blob:https://example.org/5' }),
    ];
    const world = await openWorld(page);
    world.permissions.add('https://open.example/*');
    expect(await world.call('listPictures', { tabId: 7 })).toEqual({
      pictures: page.pictures, more: 0, closedOrigins: ['https://cdn.example'], restoreOrigin: 'https://example.org',
    });
  });
});

describe('before anything is sent', () => {
  it('the reader has to agree to the host', async () => {
    const { world } = await begin(1, { accepted: false });
    await expect(describeAll(world, false)).rejects.toMatchObject({ code: 'not-accepted', host: 'api.aimlapi.com' });
    expect(page.acquired).toEqual([]);
    await describeAll(world, true);
    await world.answer();
    expect((await world.call('getSettings', {})).settings.sendAcceptedHosts).toContain('api.aimlapi.com');
  });

  it('a key is needed, and an engine that sees', async () => {
    const { world } = await begin(1, { key: '' });
    await expect(describeAll(world)).rejects.toMatchObject({ code: 'no-key' });
    await world.call('updateSettings', { engine: 'device' });
    await expect(describeAll(world)).rejects.toMatchObject({ code: 'needs-model' });
  });

  it('the estimate counts pictures, words and answer, and nothing for what is known', async () => {
    const { world, watcher } = await begin(2);
    const both = await world.call('estimatePictures', { tabId: 7, ids: ['p1', 'p2'] });
    expect(both).toMatchObject({ pictures: 2, model: SEEING.id, host: 'api.aimlapi.com' });
    // 800 x 600 pixels are 640 tokens; the instructions some hundreds more.
    expect(both.tokens).toBeGreaterThan(2 * 640 + 400);
    expect(both.usd).toBeCloseTo((both.tokens - 100) / 1e6 + (100 * 10) / 1e6, 8);
    await world.call('describePictures', { tabId: 7, ids: ['p1'], accept: true });
    (await world.answer()).text('Known.').finish();
    await watcher.reach({ p1: 'done' });
    const one = await world.call('estimatePictures', { tabId: 7, ids: ['p1', 'p2'] });
    expect(one.pictures).toBe(1);
    expect(one.tokens * 2).toBe(both.tokens);
  });
});

describe('what is described', () => {
  it('is known at the next visit, by address and by content, without a request', async () => {
    const { world, watcher } = await begin(1);
    await describeAll(world);
    (await world.answer()).text('A boat.').finish();
    await watcher.reach({ p1: 'done' });
    page.documentId = 'd2';
    page.pictures = [makePicture('p1', { src: 'https://example.org/p1.jpg#fragment' }), makePicture('p2')];
    page.contents.set('p2', 'p1');
    await world.call('listPictures', { tabId: 7 });
    await watcher.reach({ p1: 'known' });
    expect(watcher.items.get('p1')).toMatchObject({ text: 'A boat.', model: SEEING.id });
    await world.call('describePictures', { tabId: 7, ids: ['p2'], accept: true });
    await watcher.reach({ p1: 'known', p2: 'known' });
    expect(world.api.answers).toHaveLength(1);
    expect(await world.call('getThumbnails', { tabId: 7, ids: ['p1'] })).toEqual({ p1: 'data:image/jpeg;base64,AA==' });
  });

  it('is another description in another language', async () => {
    const { world, watcher } = await begin(1);
    await describeAll(world);
    (await world.answer()).text('A boat.').finish();
    await watcher.reach({ p1: 'done' });
    page.documentId = 'd2';
    page.lang = 'de';
    await world.call('listPictures', { tabId: 7 });
    await watcher.reach({});
  });

  it('outlives the background; what was under way is stopped then', async () => {
    const { world, watcher } = await begin(4);
    await describeAll(world);
    (await world.answer(0)).text('One.').finish();
    await world.answer(3);
    await watcher.reach({ p1: 'done', p2: 'working', p3: 'working', p4: 'working' });
    await vi.waitFor(async () => expect(await fakeBrowser.storage.session.get('picture:7:p4')).toMatchObject({ 'picture:7:p4': { state: 'working' } }));
    await world.restartBackground();
    world.api.bundledModels = [SEEING];
    const after = new PictureWatcher();
    await after.reach({ p1: 'done', p2: 'stopped', p3: 'stopped', p4: 'stopped' });
    expect(after.live).toBe(false);
    expect(after.items.get('p1')?.text).toBe('One.');
    await describeAll(world);
    for (const n of [0, 1, 2]) (await world.answer(n)).text('Then.').finish();
    await after.reach({ p1: 'known', p2: 'done', p3: 'done', p4: 'done' });
  });

  it('leaves nothing on disk of a private window', async () => {
    show(1);
    const world = await openWorld(page);
    world.tabs.set(7, { id: 7, url: 'https://example.org/story', title: 'Private', incognito: true });
    const watcher = new PictureWatcher();
    await world.call('listPictures', { tabId: 7 });
    await describeAll(world);
    (await world.answer()).text('A secret.').finish();
    await watcher.reach({ p1: 'done' });
    const { openDatabase } = await import('~/lib/storage/database');
    const database = await openDatabase();
    for (const store of ['descriptions', 'pictureAddresses', 'images'] as const) expect(await database.count(store)).toBe(0);
    await fakeBrowser.tabs.onRemoved.trigger(7, { windowId: 1, isWindowClosing: false });
    await vi.waitFor(async () => expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('secret'));
  });
});
