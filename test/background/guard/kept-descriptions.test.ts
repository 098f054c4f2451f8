import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type GuardOptions, HAZARDS } from '~/lib/shared/guard';
import type { Description } from '~/lib/storage/descriptions';
import { OWN_PAGE } from '../../messaging/fake-ports';
import { FakePage, makePicture, openWorld, PictureWatcher } from '../pictures/page';
import type { World } from '../world';
import { addGuard, guardOptions, type Policies, type StandIn } from './guard-world';

const here = vi.hoisted(() => ({ page: undefined as unknown as FakePage }));
vi.mock('~/lib/background/pictures/run-reader', () => ({ runReader: (...args: Parameters<FakePage['runReader']>) => here.page.runReader(...args) }));
vi.mock('~/lib/background/pictures/acquire', () => ({ acquirePicture: (...args: Parameters<FakePage['acquirePicture']>) => here.page.acquirePicture(...args) }));

const ORIGIN = 'https://example.org';
let page: FakePage;
beforeEach(() => {
  page = here.page = new FakePage();
});

/** As an earlier visit kept it; with the guard off unless `about` says otherwise. */
const make = (text: string, about: Partial<Description> = {}): Description => ({ hash: 'hash-p1', language: 'en', text, model: 'm', thumbnail: '', madeAt: 1, ...about });
const WARNED: Partial<Description> = {
  checked: { verdict: { kind: 'unsafe', hazards: ['hate'] }, hazards: [...HAZARDS] },
  notes: [{ checkpoint: 'answer', verdict: { kind: 'unsafe', hazards: ['hate'] }, outcome: 'warned' }],
};
const PASSED: Partial<Description> = { checked: { verdict: { kind: 'safe' }, hazards: [...HAZARDS] } };

/** The store of the world that is open now. */
const store = () => import('~/lib/storage/descriptions');
const findKept = async () => (await store()).findDescription('hash-p1', 'en');

/** A page with one picture that was described before. */
async function visit(kept: Description, policies: Policies, about?: Partial<GuardOptions>): Promise<{ world: World; watcher: PictureWatcher; guard: StandIn }> {
  page.pictures = [makePicture('p1')];
  const world = await openWorld(page);
  const guard = addGuard(world);
  await world.call('updateSettings', { guard: guardOptions(policies, about) });
  const { keepDescription, pictureAddress } = await store();
  await keepDescription(kept, pictureAddress(`${ORIGIN}/p1.jpg`, `${ORIGIN}/story`));
  await world.call('listPictures', { tabId: 7 });
  return { world, watcher: new PictureWatcher(), guard };
}

const describeIt = (world: World) => world.call('describePictures', { tabId: 7, ids: ['p1'], accept: true });

describe('a description from an earlier visit', () => {
  it.each<[string, Description, Policies, Partial<GuardOptions>, boolean]>([
    ['nobody judged', make('A wall.'), { answer: 'block' }, {}, false],
    ['nobody judged, with Strict', make('A wall.'), {}, { strict: true }, false],
    ['nobody judged, where that is only warned of', make('A wall.'), { answer: 'warn' }, {}, true],
    ['nobody judged, with the guard off', make('A wall.'), {}, {}, true],
    ['was warned of, where that blocks', make('A BAD wall.', WARNED), { answer: 'block' }, {}, false],
    ['has passed', make('A wall.', PASSED), { answer: 'block' }, {}, true],
    ['has passed when fewer hazards counted', make('A wall.', { checked: { verdict: { kind: 'safe' }, hazards: ['hate'] } }), {}, { strict: true }, false],
    ['has no verdict, where that is taken for unsafe', make('A wall.', { checked: { verdict: { kind: 'unknown', reason: 'timeout' }, hazards: [...HAZARDS] } }), {}, { strict: true }, false],
  ])('is listed as far as it may be shown unasked: one that %s', async (_what, kept, policies, about, isShown) => {
    const { world, watcher, guard } = await visit(kept, policies, about);
    await vi.waitFor(() => expect(watcher.events).not.toEqual([]));
    expect(watcher.states()).toEqual(isShown ? { p1: 'known' } : {});
    expect(guard.asked).toEqual([]);
    expect(world.api.answers).toEqual([]);
  });

  it('comes with its note where that is warned of, and without where nothing is checked', async () => {
    const { world, watcher } = await visit(make('A BAD wall.', WARNED), { answer: 'warn' });
    await watcher.reach({ p1: 'known' });
    expect(watcher.items.get('p1')?.guard).toEqual(WARNED.notes);
    await world.call('updateSettings', { guard: guardOptions({}) });
    page.documentId = 'd2';
    await world.call('listPictures', { tabId: 7 });
    await vi.waitFor(() => expect(watcher.items.get('p1')).toEqual({ id: 'p1', state: 'known', text: 'A BAD wall.', model: 'm' }));
  });

  it('is judged when it is asked for, once, and not written anew', async () => {
    const { world, watcher, guard } = await visit(make('A wall.'), {}, { strict: true });
    await describeIt(world);
    await watcher.reach({ p1: 'known' });
    expect(watcher.items.get('p1')?.text).toBe('A wall.');
    expect(guard.asked).toHaveLength(1);
    expect(world.api.answers).toEqual([]);
    await vi.waitFor(async () => expect(await findKept()).toMatchObject({ ...PASSED, madeAt: 1 }));
    page.documentId = 'd2';
    await world.call('listPictures', { tabId: 7 });
    await watcher.reach({ p1: 'known' });
    expect(guard.asked).toHaveLength(1);
  });

  it.each([['nobody judged', {}, 1], ['is known to be unsafe', WARNED, 0]] as const)('is written anew when it is asked for and unsafe: one that %s', async (_what, about, judged) => {
    const { world, watcher, guard } = await visit(make('A BAD wall.', about), { answer: 'block' });
    await describeIt(world);
    const answer = await world.answer();
    expect(guard.asked).toHaveLength(judged);
    answer.text('A wall.').finish();
    await watcher.reach({ p1: 'done' });
    expect(watcher.items.get('p1')).toMatchObject({ text: 'A wall.' });
    expect(watcher.items.get('p1')?.guard).toBeUndefined();
    expect(JSON.stringify(watcher.events)).not.toContain('BAD wall');
    await vi.waitFor(async () => expect(await findKept()).toMatchObject({ text: 'A wall.', ...PASSED }));
  });

  it('of this very page is asked for anew once answers are checked', async () => {
    const { world, watcher, guard } = await visit(make('A wall.', { hash: 'other' }), {});
    await describeIt(world);
    (await world.answer()).text('A BAD wall.').finish();
    await watcher.reach({ p1: 'done' });
    await vi.waitFor(async () => expect(await findKept()).toBeDefined());
    await world.call('updateSettings', { guard: guardOptions({ answer: 'block' }) });
    await describeIt(world);
    (await world.answer(1)).text('A wall.').finish();
    await vi.waitFor(() => expect(watcher.items.get('p1')).toMatchObject({ state: 'done', text: 'A wall.' }));
    expect(guard.asked.length).toBeGreaterThan(0);
  });

  it.each<[string, Description, Policies, Partial<GuardOptions>, string[]]>([
    ['nobody judged, with Strict', make('A wall.'), {}, { strict: true }, []],
    ['was warned of: the page has no room for the warning', make('A BAD wall.', WARNED), { answer: 'warn' }, {}, []],
    ['has passed', make('A wall.', PASSED), {}, { strict: true }, ['A wall.']],
  ])('is put back into the page as far as it may be: one that %s', async (_what, kept, policies, about, written) => {
    const { world } = await visit(kept, policies, about);
    world.permissions.add(`${ORIGIN}/*`);
    await world.call('setRestore', { origin: ORIGIN, on: true });
    // One that may be put back at any rate tells when the look is over.
    page.pictures.push(makePicture('p2'));
    await (await store()).keepDescription(make('A boat.', { ...PASSED, hash: 'hash-p2' }));
    page.documentId = 'd2';
    void (await fakeBrowser.runtime.onMessage.trigger({ restore: true }, { id: OWN_PAGE.id, url: `${ORIGIN}/story`, frameId: 0, tab: { id: 7 } } as never, () => undefined));
    await vi.waitFor(() => expect(page.written().map(({ text }) => text)).toEqual([...written, 'A boat.']));
  });
});
