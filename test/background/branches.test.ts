import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
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
const deletedIn = (watcher: Watcher) => watcher.events.flatMap((event) => (event.type === 'snapshot' ? [event.deleted] : [])).at(-1);
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
    // The background dies, with all of it on disk: what was chosen last is shown.
    await vi.waitFor(async () => expect(await readAll()).toContain('A mason.'));
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

  it.each(['stopped', 'whole'])('is asked for once, however often it is pressed, when it was %s', async (how) => {
    const world = await World.open();
    const watcher = world.watch();
    const first = await world.start(ask('What?'));
    if (how === 'whole') (await world.answer(0)).text('First.').finish();
    else await world.answer(0).then(() => world.call('stopRun', { runId: first }));
    await world.reach(watcher, first, how === 'whole' ? 'done' : 'stopped');
    const pressed = await Promise.all([1, 2, 3].map(() => world.call('retryRun', { runId: first })));
    expect(new Set(pressed.map(({ runId }) => runId)).size).toBe(1);
    (await world.answer(1)).text('Again.').finish();
    await world.reach(watcher, pressed[0]?.runId ?? '', 'done');
    expect(world.api.answers).toHaveLength(2);
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

describe('a turn that is deleted', () => {
  /** For good, as the background does once nobody can take it back: here by one that was started since. */
  async function purge(world: World): Promise<void> {
    await world.restartBackground();
    const [{ Threads }, { purgeTurns }] = await Promise.all([import('~/lib/background/threads'), import('~/lib/background/conversations/delete-turns')]);
    expect(await purgeTurns(new Threads(), Date.now() - 10_000)).toBe(1);
    expect(await purgeTurns(new Threads(), Date.now())).toBe(0);
  }

  it('is gone with all that follows it, live or not, and another version is shown', async () => {
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
    expect(deletedIn(watcher)).toMatchObject({ runId: edited, count: 2 });
    await expect(world.call('stopRun', { runId: live })).rejects.toMatchObject({ code: 'bad-message' });
    await purge(world);
    const stored = await readAll();
    expect(stored).toContain('A lamp.');
    expect(stored).not.toMatch(/quagga|peculiar|still here/);
    const later = world.watch();
    await vi.waitFor(() => expect(texts(later)).toEqual(['A lamp.']));
    await world.call('deleteRun', { runId: first });
    await vi.waitFor(() => expect(texts(later)).toEqual([]));
  });

  it('is taken back with all that followed it, also after the background has died, and goes to no model and no file before', async () => {
    const world = await World.open();
    const watcher = world.watch();
    await answer(world, watcher, () => world.start(ask('What?')), 0, 'A lamp.');
    const second = await answer(world, watcher, () => world.start(ask('Which quagga?')), 1, 'The peculiar one.');
    await answer(world, watcher, () => world.start(ask('And then?')), 2, 'Nowhere.');
    await world.call('deleteRun', { runId: second });
    await answer(world, watcher, () => world.start(ask('In its place?')), 3, 'This.');
    expect(await said(world, 3)).not.toMatch(/quagga|peculiar|Nowhere/);
    const { parts } = await world.call('exportConversations', { as: 'json' });
    expect(parts.join('')).toContain('In its place?');
    expect(parts.join('')).not.toMatch(/quagga|peculiar|Nowhere|deletedAt/);
    await world.restartBackground();
    const later = world.watch();
    await vi.waitFor(() => expect(deletedIn(later)).toMatchObject({ runId: second, count: 2 }));
    expect(texts(later)).toEqual(['A lamp.', 'This.']);
    expect(await world.call('keepRun', { runId: second })).toEqual({ kept: true });
    await vi.waitFor(() => expect(texts(later)).toEqual(['A lamp.', 'The peculiar one.', 'Nowhere.']));
    expect(versionsIn(later)).toEqual({ [second]: { number: 1, total: 2 } });
    expect(deletedIn(later)).toBeUndefined();
  });

  it('cannot be taken back once it is gone', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const first = await answer(world, watcher, () => world.start(ask('Which quagga?')), 0, 'The peculiar one.');
    await world.call('deleteRun', { runId: first });
    await purge(world);
    world.watch();
    expect(await world.call('keepRun', { runId: first })).toEqual({ kept: false });
    expect((await world.call('findConversations', { query: '', offset: 0, limit: 5 })).total).toBe(0);
    const { purgeDeleted } = await import('~/lib/storage/delete-conversations');
    await purgeDeleted(Date.now());
    expect(await readAll()).not.toMatch(/peculiar/);
  });

  it('leaves a conversation in which the reader goes on, under the name of what is asked then', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const first = await answer(world, watcher, () => world.start(ask('Which quagga?')), 0, 'The peculiar one.');
    await world.call('deleteRun', { runId: first });
    await purge(world);
    const later = world.watch();
    await answer(world, later, () => world.start(ask('Who built it?')), 0, 'A mason.');
    await vi.waitFor(async () => expect(await readAll()).toContain('A mason.'));
    const { purgeDeleted } = await import('~/lib/storage/delete-conversations');
    await purgeDeleted(Date.now());
    const { rows } = await world.call('findConversations', { query: '', offset: 0, limit: 5 });
    expect(rows.map(({ conversation }) => conversation?.title)).toEqual(['Who built it?']);
    expect(await readAll()).toContain('A mason.');
  });

  it('of a private window is forgotten there, too', async () => {
    const world = await World.open();
    world.tabs.set(9, { id: 9, url: 'https://example.org/story', incognito: true });
    const watcher = world.watch(9);
    const runId = await world.start(ask('Which quagga?'), 9);
    (await world.answer()).text('The peculiar one.').finish();
    await world.reach(watcher, runId, 'done');
    await world.call('deleteRun', { runId });
    await vi.waitFor(() => expect(texts(watcher)).toEqual([]));
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).toContain('peculiar');
    await purge(world);
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toMatch(/peculiar|quagga/);
  });
});

it('a conversation in which another version is shown, or a turn is deleted and taken back, keeps its place in the history', async () => {
  const world = await World.open();
  const watcher = world.watch();
  const first = await answer(world, watcher, () => world.start(ask('What?')), 0, 'A lamp.');
  const edited = await answer(world, watcher, branch(world, first, 'Which?'), 1, 'That one.');
  const listed = async () => (await world.call('findConversations', { query: '', offset: 0, limit: 5 })).rows.map(({ conversation }) => conversation?.title);
  const updatedAt = async () => (await world.call('findConversations', { query: 'what', offset: 0, limit: 5 })).rows[0]?.conversation?.updatedAt;
  await world.call('newThread', { tabId: 7 });
  await answer(world, watcher, () => world.start(ask('Something else?')), 2, 'Yes.');
  await vi.waitFor(async () => expect(await listed()).toEqual(['Something else?', 'What?']));
  const before = await updatedAt();
  const [, old] = (await world.call('findConversations', { query: '', offset: 0, limit: 5 })).rows;
  await world.call('openConversation', { tabId: 7, number: old?.number ?? -1 });
  await world.call('showVersion', { runId: edited, step: -1 });
  await vi.waitFor(() => expect(texts(watcher)).toEqual(['A lamp.']));
  await world.call('deleteRun', { runId: first });
  await world.call('keepRun', { runId: first });
  expect(await listed()).toEqual(['Something else?', 'What?']);
  expect(await updatedAt()).toBe(before);
  // What is new moves it.
  await answer(world, watcher, () => world.start(ask('And now?')), 3, 'Now.');
  await vi.waitFor(async () => expect(await listed()).toEqual(['What?', 'Something else?']));
});

/** Everything in the database, once the search has forgotten what is gone. */
async function readAll(): Promise<string> {
  const { indexStale } = await import('~/lib/storage/search-index');
  const { openDatabase } = await import('~/lib/storage/database');
  await indexStale();
  const database = await openDatabase();
  return JSON.stringify(await Promise.all([...database.objectStoreNames].map((store) => database.getAll(store))));
}
