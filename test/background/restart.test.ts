import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ask, World } from './world';

/** What a run holds in storage, as the next background would find it. */
async function storedTexts(threadId: string): Promise<string[]> {
  const { indexedRuns } = await import('~/lib/storage/indexed-runs');
  return (await indexedRuns.loadThread(threadId)).map(({ run }) => run.text);
}

describe('when the background dies', () => {
  it('an answer that was streaming is interrupted, its text kept, and can be continued', async () => {
    const world = await World.open();
    const before = world.watch();
    const runId = await world.start();
    const asked = (await world.answer()).text('Half of');
    const { threadId } = await world.reach(before, runId, 'streaming');
    await vi.waitFor(async () => expect(await storedTexts(threadId)).toEqual(['Half of']));
    await world.restartBackground();
    const after = world.watch();
    const run = await world.reach(after, runId, 'interrupted');
    expect(run).toMatchObject({ text: 'Half of', error: { code: 'interrupted' }, host: 'api.aimlapi.com' });
    await world.call('continueRun', { runId });
    const rest = await world.answer();
    expect(rest.request.messages.slice(0, -2)).toEqual(asked.request.messages);
    rest.text(' it.').finish();
    const done = await world.reach(after, runId, 'done');
    expect(done.text).toBe('Half of it.');
    await vi.waitFor(async () => expect(await storedTexts(threadId)).toEqual(['Half of it.']));
  });

  it('a run that was still reading begins anew', async () => {
    const world = await World.open();
    const inject = world.executeScript.getMockImplementation();
    world.executeScript.mockImplementation(() => new Promise(() => {}));
    const before = world.watch();
    const runId = await world.start();
    await world.reach(before, runId, 'reading');
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (inject) world.executeScript.mockImplementation(inject);
    await world.restartBackground();
    const after = world.watch();
    await world.reach(after, runId, 'interrupted');
    await world.call('continueRun', { runId });
    (await world.answer()).text('Now.').finish();
    expect((await world.reach(after, runId, 'done')).text).toBe('Now.');
  });

  it('a run that waits for the reader still waits, and can be accepted', async () => {
    const world = await World.open({ accepted: false });
    const before = world.watch();
    const runId = await world.start();
    await world.reach(before, runId, 'confirm');
    const shown = await world.call('getRequest', { runId });
    await world.restartBackground();
    const after = world.watch();
    await world.reach(after, runId, 'confirm');
    expect(await world.call('getRequest', { runId })).toEqual(shown);
    await world.call('confirmRun', { runId, accept: true });
    const answer = await world.answer();
    expect(answer.request.messages).toEqual(shown?.messages);
    answer.text('Fine.').finish();
    await world.reach(after, runId, 'done');
  });

  it('a message is kept before its window is told so, and asked once more by the same id it is not asked twice', async () => {
    const world = await World.open();
    const { threadId } = await world.call('getTray', { tabId: 7 });
    await fakeBrowser.storage.session.set({ [`draft:${threadId}`]: ' Who built it? ' });
    const asked = { tabId: 7, request: ask('Who built it?'), runId: 'chosen' };
    expect(await world.call('startRun', asked)).toEqual({ runId: 'chosen' });
    expect(await storedTexts(threadId)).toEqual(['']);
    expect(await fakeBrowser.storage.session.get(`draft:${threadId}`)).toEqual({});
    await world.restartBackground();
    // What was written after it stays.
    await fakeBrowser.storage.session.set({ [`draft:${threadId}`]: 'Who built it? And when?' });
    expect(await world.call('startRun', asked)).toEqual({ runId: 'chosen' });
    expect(await storedTexts(threadId)).toEqual(['']);
    expect(await fakeBrowser.storage.session.get(`draft:${threadId}`)).toEqual({ [`draft:${threadId}`]: 'Who built it? And when?' });
    await vi.waitFor(async () => expect((await world.watchFromNow()).runs).toMatchObject([{ id: 'chosen', state: 'interrupted' }]));
  });

  it('finished answers are there as they were', async () => {
    const world = await World.open();
    const before = world.watch();
    for (const [n, question] of ['Why?', 'How?'].entries()) {
      const runId = await world.start(ask(question));
      (await world.answer(n)).text(`Answer ${n}`).finish('stop', { completionTokens: n });
      await world.reach(before, runId, 'done');
    }
    const runs = before.runs;
    await vi.waitFor(async () => expect(await storedTexts(runs[0]?.threadId ?? '')).toEqual(['Answer 0', 'Answer 1']));
    await world.restartBackground();
    const after = world.watch();
    await vi.waitFor(() => expect(after.runs).toEqual(runs));
  });
});

describe('the journal', () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('text' as const, 'reasoning' as const), text: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('pause' as const), text: fc.constant('') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('watch' as const), text: fc.constant('') }) },
  );

  it('and every window hold the whole answer in order, however it came', async () => {
    const world = await World.open();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        await world.call('newThread', { tabId: 7 });
        const watchers = [world.watch()];
        const asked = world.api.answers.length;
        const runId = await world.start();
        const answer = await world.answer(asked);
        for (const { kind, text } of steps) {
          if (kind === 'pause') await new Promise((resolve) => setTimeout(resolve, 40));
          else if (kind === 'watch') watchers.push(world.watch());
          else answer[kind](text);
        }
        answer.text('.').finish();
        const join = (kind: string) => steps.filter((each) => each.kind === kind).map(({ text }) => text).join('');
        const whole = { text: `${join('text')}.`, reasoning: join('reasoning') };
        for (const watcher of watchers) expect(await world.reach(watcher, runId, 'done')).toMatchObject(whole);
        const { indexedRuns } = await import('~/lib/storage/indexed-runs');
        const threadId = watchers[0]?.last?.threadId ?? '';
        await vi.waitFor(async () => expect((await indexedRuns.loadThread(threadId))[0]?.run).toMatchObject({ ...whole, state: 'done' }));
        for (const watcher of watchers) watcher.port.disconnect();
      }),
      { numRuns: 20 },
    );
  });

  it('that cannot be written does not end the run, which says so', async () => {
    const world = await World.open();
    const watcher = world.watch();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const runId = await world.start();
    (await world.answer()).text('All of it.').finish();
    const run = await world.reach(watcher, runId, 'done');
    expect(run).toMatchObject({ text: 'All of it.', unsaved: { code: 'storage-full' } });
    expect(run.error).toBeUndefined();
  });

  it('goes on where it could not be written, as soon as there is room again: nothing is missing, and nothing says so any more', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const runId = await world.start();
    const answer = await world.answer();
    answer.text('One, ');
    await world.reach(watcher, runId, 'streaming');
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    answer.text('two, ');
    await vi.waitFor(() => expect(watcher.last?.unsaved).toMatchObject({ code: 'storage-full' }));
    full.mockRestore();
    answer.text('three.');
    await vi.waitFor(() => expect(watcher.last).not.toHaveProperty('unsaved'));
    // What is on disk now, were the background to die.
    await world.restartBackground();
    const after = await world.reach(world.watch(), runId, 'interrupted');
    expect(after.text).toBe('One, two, three.');
    expect(after).not.toHaveProperty('unsaved');
  });

  it('takes up with the next message what could not be kept to its end', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const first = await world.start(ask('First?'));
    (await world.answer()).text('Kept later.').finish();
    await world.reach(watcher, first, 'done');
    full.mockRestore();
    const second = await world.start(ask('Second?'));
    (await world.answer(1)).text('Kept at once.').finish();
    await world.reach(watcher, second, 'done');
    await vi.waitFor(() => expect(watcher.runs.map(({ unsaved }) => unsaved)).toEqual([undefined, undefined]));
    await world.restartBackground();
    const again = world.watch();
    await world.reach(again, second, 'done');
    expect(again.runs.map(({ text }) => text)).toEqual(['Kept later.', 'Kept at once.']);
    expect((await world.call('getRequest', { runId: first }))?.messages.length).toBeGreaterThan(0);
  });
});

describe('a private window', () => {
  it('leaves nothing on disk, yet outlives the background, and ends with its tab', async () => {
    const world = await World.open();
    world.tabs.set(9, { id: 9, url: 'https://private.example/', title: 'Private', incognito: true });
    const before = world.watch(9);
    const runId = await world.start(ask('A secret?'), 9);
    (await world.answer()).text('Yes.').finish();
    await world.reach(before, runId, 'done');
    await world.restartBackground();
    const after = world.watch(9);
    expect((await world.reach(after, runId, 'done')).text).toBe('Yes.');
    const { openDatabase } = await import('~/lib/storage/database');
    const database = await openDatabase();
    for (const store of ['runs', 'chunks', 'requests'] as const) expect(await database.count(store)).toBe(0);
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('secret');
    await fakeBrowser.tabs.onRemoved.trigger(9, { windowId: 1, isWindowClosing: false });
    await vi.waitFor(async () => expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('secret'));
  });
});

describe('a tab that is closed', () => {
  it('stops its runs, and their text is kept', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const runId = await world.start();
    const answer = (await world.answer()).text('Some');
    const { threadId } = await world.reach(watcher, runId, 'streaming');
    await fakeBrowser.tabs.onRemoved.trigger(7, { windowId: 1, isWindowClosing: false });
    await vi.waitFor(() => expect(answer.signal?.aborted).toBe(true));
    await vi.waitFor(async () => expect(await storedTexts(threadId)).toEqual(['Some']));
  });
});
