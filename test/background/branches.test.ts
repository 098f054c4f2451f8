import { describe, expect, it, vi } from 'vitest';
import { ask, type Watcher, World } from './world';

/** Asks and waits for the answer. */
async function answer(world: World, watcher: Watcher, start: () => Promise<string>, n: number, text: string): Promise<string> {
  const runId = await start();
  (await world.answer(n)).text(text).finish();
  await world.reach(watcher, runId, 'done');
  return runId;
}

const texts = (watcher: Watcher) => watcher.runs.map(({ text }) => text);
const versionsIn = (watcher: Watcher) => watcher.events.flatMap((event) => (event.type === 'snapshot' ? [event.versions] : [])).at(-1);
const branch = (world: World, runId: string, question: string) => async () => (await world.call('branchRun', { runId, request: ask(question) })).runId;
/** What the reader and the model said, as it went out. */
const said = async (world: World, n: number) => (await world.answer(n)).request.messages.filter(({ role }) => role !== 'system').map(({ content }) => content).join('\n');

describe('a message that is edited', () => {
  it('becomes another version of its turn; what followed the first is kept there and goes to no model', async () => {
    const world = await World.open();
    const watcher = world.watch();
    await answer(world, watcher, () => world.start(ask('What is it about?')), 0, 'A lighthouse.');
    const second = await answer(world, watcher, () => world.start(ask('Who built the zebra?')), 1, 'A stripe.');
    await answer(world, watcher, () => world.start(ask('Are you sure?')), 2, 'Quite.');
    const edited = await answer(world, watcher, branch(world, second, 'Who built the tower?'), 3, 'A mason.');
    await vi.waitFor(() => expect(texts(watcher)).toEqual(['A lighthouse.', 'A mason.']));
    expect(versionsIn(watcher)).toEqual({ [edited]: { number: 2, total: 2 } });
    const outgoing = await said(world, 3);
    expect(outgoing).toContain('A lighthouse.');
    expect(outgoing).not.toMatch(/zebra|stripe|Quite/);

    await world.call('showVersion', { runId: edited, step: -1 });
    await vi.waitFor(() => expect(texts(watcher)).toEqual(['A lighthouse.', 'A stripe.', 'Quite.']));
    // The background dies: what was chosen last is shown.
    await world.restartBackground();
    const later = world.watch();
    await vi.waitFor(() => expect(texts(later)).toEqual(['A lighthouse.', 'A stripe.', 'Quite.']));
    await world.call('showVersion', { runId: second, step: 1 });
    await vi.waitFor(() => expect(texts(later)).toEqual(['A lighthouse.', 'A mason.']));
    // Going on goes on from what is shown.
    await answer(world, later, () => world.start(ask('When?')), 0, 'In 1851.');
    expect(await said(world, 0)).toContain('A mason.');
    expect(await said(world, 0)).not.toContain('Quite.');
  });

  it('is about the page that it was about, with its text as it was sent, when the tab shows another', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const first = await answer(world, watcher, () => world.start(ask('What is it about?')), 0, 'A lighthouse.');
    world.tabs.set(7, { id: 7, url: 'https://example.org/next', title: 'Next', incognito: false });
    const edited = await answer(world, watcher, branch(world, first, 'When was it built?'), 1, 'In 1851.');
    expect((await world.reach(watcher, edited, 'done')).page.url).toBe('https://example.org/story');
    expect(await said(world, 1)).toContain('Its lamp was the brightest on the coast.');
  });

  it('goes on in the background while another version is shown', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const first = await world.start(ask('What?'));
    (await world.answer(0)).text('It ');
    await world.reach(watcher, first, 'streaming');
    const edited = await answer(world, watcher, branch(world, first, 'Why?'), 1, 'Because.');
    (await world.answer(0)).text('is.').finish();
    await world.call('showVersion', { runId: edited, step: -1 });
    expect((await world.reach(watcher, first, 'done')).text).toBe('It is.');
  });
});

describe('an answer that is asked for again', () => {
  it('stays as a version when it was whole, and makes room when it failed', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const first = await answer(world, watcher, () => world.start(ask('What?')), 0, 'First.');
    const second = (await world.call('retryRun', { runId: first })).runId;
    (await world.answer(1)).fail(new world.AppError('server-error'));
    await world.reach(watcher, second, 'failed');
    const third = await answer(world, watcher, async () => (await world.call('retryRun', { runId: second })).runId, 2, 'Third.');
    await vi.waitFor(() => expect(texts(watcher)).toEqual(['Third.']));
    expect(versionsIn(watcher)).toEqual({ [third]: { number: 2, total: 2 } });
    await world.call('showVersion', { runId: third, step: -1 });
    await vi.waitFor(() => expect(texts(watcher)).toEqual(['First.']));
  });

  it('is kept twenty times, then the oldest goes; what the reader has gone on from stays', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const first = await answer(world, watcher, () => world.start(ask('What?')), 0, 'Answer 0.');
    await answer(world, watcher, () => world.start(ask('And?')), 1, 'More.');
    let last = first;
    for (let n = 1; n <= 22; n++) last = await answer(world, watcher, async () => (await world.call('retryRun', { runId: last })).runId, n + 1, `Answer ${n}.`);
    await vi.waitFor(() => expect(versionsIn(watcher)).toEqual({ [last]: { number: 20, total: 20 } }));
    for (let number = 19; number >= 1; number--) {
      await world.call('showVersion', { runId: watcher.runs[0]?.id ?? '', step: -1 });
      await vi.waitFor(() => expect(Object.values(versionsIn(watcher) ?? {})[0]?.number).toBe(number));
    }
    await vi.waitFor(() => expect(texts(watcher)).toEqual(['Answer 0.', 'More.']));
  });
});

it('a deleted turn is gone with all that follows it, live or not, and another version is shown', async () => {
  const world = await World.open();
  const watcher = world.watch();
  const first = await answer(world, watcher, () => world.start(ask('What?')), 0, 'A lamp.');
  const edited = await answer(world, watcher, branch(world, first, 'Which quagga?'), 1, 'The peculiar one.');
  const live = await world.start(ask('Is it still here?'));
  const going = await world.answer(2);
  await world.call('deleteRun', { runId: edited });
  expect(going.signal?.aborted).toBe(true);
  await vi.waitFor(() => expect(texts(watcher)).toEqual(['A lamp.']));
  expect(versionsIn(watcher)).toBeUndefined();
  await expect(world.call('stopRun', { runId: live })).rejects.toMatchObject({ code: 'bad-message' });
  const stored = await readAll();
  expect(stored).toContain('A lamp.');
  expect(stored).not.toMatch(/quagga|peculiar|still here/);
  await world.call('deleteRun', { runId: first });
  await vi.waitFor(() => expect(texts(watcher)).toEqual([]));
});

/** Everything in the database, once the search has forgotten what is gone. */
async function readAll(): Promise<string> {
  const { indexStale } = await import('~/lib/storage/search-index');
  const { openDatabase } = await import('~/lib/storage/database');
  await indexStale();
  const database = await openDatabase();
  return JSON.stringify(await Promise.all([...database.objectStoreNames].map((store) => database.getAll(store))));
}
