import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakePage, makePicture, openWorld, PictureWatcher } from '../pictures/page';
import type { World } from '../world';
import { addGuard, guardOptions, type Policies, type StandIn } from './guard-world';

const here = vi.hoisted(() => ({ page: undefined as unknown as FakePage }));
vi.mock('~/lib/background/pictures/run-reader', () => ({ runReader: (...args: Parameters<FakePage['runReader']>) => here.page.runReader(...args) }));
vi.mock('~/lib/background/pictures/acquire', () => ({ acquirePicture: (...args: Parameters<FakePage['acquirePicture']>) => here.page.acquirePicture(...args) }));

let page: FakePage;
beforeEach(() => {
  page = here.page = new FakePage();
});

/** Begins to describe pictures with these captions. */
async function begin(policies: Policies, ...captions: string[]): Promise<{ world: World; watcher: PictureWatcher; guard: StandIn }> {
  page.pictures = captions.map((caption, i) => makePicture(`p${i + 1}`, { caption }));
  const world = await openWorld(page);
  const guard = addGuard(world);
  await world.call('updateSettings', { guard: guardOptions(policies) });
  await world.call('listPictures', { tabId: 7 });
  const watcher = new PictureWatcher();
  await vi.waitFor(() => expect(watcher.events).not.toEqual([]));
  await world.call('describePictures', { tabId: 7, ids: page.pictures.map(({ id }) => id), accept: true });
  return { world, watcher, guard };
}

describe('pictures described together', () => {
  it('of which the page says something unsafe are not sent, the others are; what it cost is counted', async () => {
    const { world, watcher } = await begin({ page: 'block' }, 'BAD people', 'A pilot boat');
    (await world.answer()).text('A boat.').finish('stop', { usd: 1 });
    await watcher.reach({ p1: 'failed', p2: 'done' });
    expect(watcher.items.get('p1')).toMatchObject({ error: { code: 'guard-blocked' }, guard: [{ checkpoint: 'page', verdict: { kind: 'unsafe', hazards: ['hate'] }, outcome: 'blocked' }] });
    expect(world.api.answers).toHaveLength(1);
    expect(watcher.events.flatMap((event) => (event.type === 'item' ? (event.usage?.usd ?? 0) : 0))).toContain(1.5);
    await vi.waitFor(async () => expect((await world.call('getGuardLog', {})).entries.map(({ checkpoint, outcome }) => `${checkpoint} ${outcome}`).sort()).toEqual(['page blocked', 'page passed']));
  });

  it('are described with a note where that is only warned of', async () => {
    const { world, watcher } = await begin({ page: 'warn' }, 'BAD people');
    (await world.answer()).text('People.').finish();
    await watcher.reach({ p1: 'done' });
    expect(watcher.items.get('p1')).toMatchObject({ text: 'People.', guard: [{ checkpoint: 'page', outcome: 'warned' }] });
  });

  it('whose description is unsafe are shown without, and nothing of it is kept', async () => {
    const { world, watcher } = await begin({ answer: 'block' }, 'A wall');
    (await world.answer()).text('A BAD wall.').finish();
    await watcher.reach({ p1: 'failed' });
    expect(JSON.stringify([...watcher.items.values()])).not.toContain('BAD wall');
    const { findDescription } = await import('~/lib/storage/descriptions');
    expect(await findDescription('hash-p1', 'en')).toBeUndefined();
  });

  it('say of equal pictures what was found of the first', async () => {
    for (const id of ['p1', 'p2']) page.contents.set(id, 'same');
    const { world, watcher } = await begin({ answer: 'warn' }, 'A wall', 'A wall');
    (await world.answer()).text('A BAD wall.').finish();
    await watcher.reach({ p1: 'done', p2: 'known' });
    for (const id of ['p1', 'p2']) expect(watcher.items.get(id)).toMatchObject({ text: 'A BAD wall.', guard: [{ checkpoint: 'answer', outcome: 'warned' }] });
  });

  it('say of equal pictures why there is no description', async () => {
    for (const id of ['p1', 'p2']) page.contents.set(id, 'same');
    const { world, watcher } = await begin({ answer: 'block' }, 'A wall', 'A wall');
    (await world.answer()).text('A BAD wall.').finish();
    await watcher.reach({ p1: 'failed', p2: 'failed' });
    for (const id of ['p1', 'p2']) expect(watcher.items.get(id)?.guard).toMatchObject([{ checkpoint: 'answer', outcome: 'blocked' }]);
  });

  it.each(['page', 'answer'] as const)('wait for a guard that is busy, and are not taken for unsafe meanwhile: %s', async (checkpoint) => {
    let asked = 0;
    const { world, watcher, guard } = await begin({ [checkpoint]: { action: 'block', onUnknown: 'closed' } }, 'A wall');
    guard.reply = () => (asked++ === 0 ? new world.AppError('rate-limited', { retryAfter: 0.05 }) : 'safe');
    (await world.answer()).text('A wall.').finish();
    await watcher.reach({ p1: 'done' });
    expect(asked).toBe(2);
    expect(watcher.items.get('p1')?.guard).toBeUndefined();
  });

  it('are never sent as an address where pictures must pass: guard and model could be given two files', async () => {
    const world = await openWorld(page);
    const watcher = new PictureWatcher();
    for (const [n, [image, mayUseAddress]] of ([['block', false], ['warn', true]] as const).entries()) {
      page.documentId = `d${n}`;
      page.pictures = [makePicture(`p${n}`)];
      // Nothing but moving the page, or its address, leads to it.
      page.errors.set(`p${n}`, { error: new world.AppError('image-unreachable'), quietOnly: true });
      await world.call('updateSettings', { guard: guardOptions({ image }) });
      await world.call('listPictures', { tabId: 7 });
      await world.call('describePictures', { tabId: 7, ids: [`p${n}`], accept: true });
      // The model that sees is asked for a verdict first.
      (await world.answer(2 * n)).text('No verdict.').finish();
      (await world.answer(2 * n + 1)).text('A wall.').finish();
      await watcher.reach({ [`p${n}`]: 'done' });
      expect(page.acquired.at(-1)?.options).toMatchObject({ mayReveal: true, mayUseAddress });
    }
  });

  it('are checked as the reader has it set when each one’s turn comes', async () => {
    const { world, watcher, guard } = await begin({}, 'One', 'Two', 'Three', 'Four');
    const answers = [await world.answer(0), await world.answer(1), await world.answer(2)];
    expect(guard.asked).toEqual([]);
    guard.reply = () => 'unsafe\nS10';
    await world.call('updateSettings', { guard: guardOptions({}, { strict: true }) });
    for (const answer of answers) answer.text('It.').finish();
    await watcher.reach({ p1: 'done', p2: 'done', p3: 'done', p4: 'failed' });
    expect(watcher.items.get('p4')?.error?.code).toBe('guard-blocked');
    expect(world.api.answers).toHaveLength(3);
  });
});
