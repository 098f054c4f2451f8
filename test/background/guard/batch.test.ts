import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findDescription } from '~/lib/storage/descriptions';
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
  await world.call('describePictures', { tabId: 7, ids: page.pictures.map(({ id }) => id), accept: true });
  return { world, watcher, guard };
}

describe('pictures described together', () => {
  it('of which the page says something unsafe are not sent, the others are; what it cost is counted', async () => {
    const { world, watcher } = await begin({ page: 'block' }, 'BAD people', 'A pilot boat');
    (await world.answer()).text('A boat.').finish('stop', { usd: 1 });
    await watcher.reach({ p1: 'failed', p2: 'done' });
    expect(watcher.items.get('p1')?.error?.code).toBe('guard-blocked');
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
    expect(await findDescription('hash-p1', 'en')).toBeUndefined();
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
