import { expect, it, describe, vi } from 'vitest';
import type { RunRequest } from '~/lib/shared/run';
import { DEFAULT_SETTINGS } from '~/lib/shared/settings';
import { ask, makePage, SUMMARIZE, World } from './world';

describe('a run', () => {
  it('reads the page, asks the server and streams the answer', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const runId = await world.start();
    const answer = await world.answer();
    answer.reasoning('Hm. ').text('It is ').text('a tower.').finish('stop', { completionTokens: 5, usd: 0.001 });
    const run = await world.reach(watcher, runId, 'done');
    expect(run).toMatchObject({
      engine: 'server', host: 'api.aimlapi.com', model: 'google/gemini-3-1-flash-lite',
      text: 'It is a tower.', reasoning: 'Hm. ', finish: 'stop',
      page: { url: 'https://example.org/story', title: 'The lighthouse' },
      read: { wordsRead: 20, wordsTotal: 20, omissions: [] }, usage: { completionTokens: 5, usd: 0.001 },
    });
    expect(answer.server).toEqual({ baseUrl: 'https://api.aimlapi.com/v1', key: 'sk-test-key-1234567' });
    const sent = await world.call('getRequest', { runId });
    expect(sent).toEqual({ host: 'api.aimlapi.com', model: run.model, messages: answer.request.messages });
    expect(JSON.stringify(sent)).toContain('The lighthouse was built in 1851.');
    expect((await world.call('getSettings', {})).settings.welcomed).toBe(true);
  });

  it('sends watchers what is new and never the answer again', async () => {
    const world = await World.open();
    const watcher = await world.watchFromNow();
    const runId = await world.start();
    const answer = await world.answer();
    for (let i = 0; i < 400; i++) answer.text(`word ${i} `);
    answer.finish();
    const run = await world.reach(watcher, runId, 'done');
    const deltas = watcher.events.filter((event) => event.type === 'delta');
    expect(deltas.map((delta) => delta.text).join('')).toBe(run.text);
    expect(run.text).toHaveLength(Array.from({ length: 400 }, (_, i) => `word ${i} `).join('').length);
    const later = world.watch();
    await vi.waitFor(() => expect(later.last).toEqual(run));
  });

  it('is joined by a second equal one, and runs beside a different one', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const [first, second] = await Promise.all([world.start(), world.start()]);
    expect(second).toBe(first);
    const other = await world.start(ask('Who built it?'));
    expect(other).not.toBe(first);
    const [one, two] = [await world.answer(0), await world.answer(1)];
    one.text('aa ');
    two.text('bb ');
    one.text('aa').finish();
    two.text('bb').finish();
    expect((await world.reach(watcher, first, 'done')).text).toMatch(/^(aa aa|bb bb)$/);
    const texts = [first, other].map(async (id) => (await world.reach(watcher, id, 'done')).text);
    expect((await Promise.all(texts)).sort()).toEqual(['aa aa', 'bb bb']);
    expect(await world.start()).not.toBe(first);
  });

  it('gives way to another summary of the same page, in its place while it has no text', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const styled = (style: 'simple' | 'detailed') => ({ ...SUMMARIZE, options: { ...DEFAULT_SETTINGS.summary, style } }) as RunRequest;
    await world.start();
    const first = await world.answer();
    const second = await world.start(styled('simple'));
    expect(first.signal?.aborted).toBe(true);
    await vi.waitFor(() => expect(watcher.runs.map(({ id }) => id)).toEqual([second]));
    (await world.answer(1)).text('It began');
    await world.reach(watcher, second, 'streaming');
    const third = await world.start(styled('detailed'));
    await world.reach(watcher, second, 'stopped');
    (await world.answer(2)).text('All of it.').finish();
    await world.reach(watcher, third, 'done');
    expect(watcher.runs.map(({ text }) => text)).toEqual(['It began', 'All of it.']);
  });

  it('is not joined when the tab shows another page by now', async () => {
    const world = await World.open();
    const first = await world.start();
    await world.answer();
    world.tabs.set(7, { id: 7, url: 'https://example.org/next', title: 'Next', incognito: false });
    expect(await world.start()).not.toBe(first);
  });

  it('stops at once, keeps its text and closes the connection', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const runId = await world.start();
    const answer = await world.answer();
    answer.text('So far');
    await world.reach(watcher, runId, 'streaming');
    await world.call('stopRun', { runId });
    expect((await world.reach(watcher, runId, 'stopped')).text).toBe('So far');
    expect(answer.signal?.aborted).toBe(true);
  });

  it('that failed is retried in its place, with another model if wished', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const first = await world.start();
    (await world.answer()).fail(new world.AppError('server-error'));
    await world.reach(watcher, first, 'failed');
    const second = await world.start(ask('Why?'));
    (await world.answer(1)).text('Second').finish();
    await world.reach(watcher, second, 'done');
    const { runId } = await world.call('retryRun', { runId: first, model: 'other/model' });
    const answer = await world.answer(2);
    expect(answer.request.model).toBe('other/model');
    answer.text('Again').finish();
    await world.reach(watcher, runId, 'done');
    expect(watcher.runs.map((run) => run.text)).toEqual(['Again', 'Second']);
    await world.restartBackground();
    const later = world.watch();
    await vi.waitFor(() => expect(later.runs.map((run) => run.text)).toEqual(['Again', 'Second']));
  });

  it('is not retried over an answer about a page that is gone', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const runId = await world.start();
    (await world.answer()).text('Kept').finish();
    await world.reach(watcher, runId, 'done');
    world.tabs.set(7, { id: 7, url: 'https://example.org/next', title: 'Next', incognito: false });
    await expect(world.call('retryRun', { runId })).rejects.toMatchObject({ code: 'page-navigated' });
    expect(watcher.last?.text).toBe('Kept');
  });

  it('fails with what the server said, text kept, and goes on where it ended', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const runId = await world.start();
    const answer = await world.answer();
    answer.text('Half of it').fail(new world.AppError('stream-broken', { host: 'api.aimlapi.com' }));
    const failed = await world.reach(watcher, runId, 'failed');
    expect(failed).toMatchObject({ text: 'Half of it', error: { code: 'stream-broken' } });
    await world.call('continueRun', { runId });
    const rest = await world.answer(1);
    expect(rest.request.messages.slice(0, -2)).toEqual(answer.request.messages);
    expect(rest.request.messages.at(-2)).toEqual({ role: 'assistant', content: 'Half of it' });
    expect((await world.call('getRequest', { runId }))?.messages).toEqual(rest.request.messages);
    rest.text(', and the rest.').finish();
    const done = await world.reach(watcher, runId, 'done');
    expect(done.text).toBe('Half of it, and the rest.');
    expect(done.error).toBeUndefined();
    // What went out is what was there before, not what came of it, and so it is after a restart.
    await world.restartBackground();
    expect((await world.call('getRequest', { runId }))?.messages).toEqual(rest.request.messages);
  });

  it.each([
    ['stop', 'empty-answer'],
    ['filtered', 'content-filtered'],
  ] as const)('that ends by "%s" without text has failed', async (reason, code) => {
    const world = await World.open();
    const watcher = world.watch();
    const runId = await world.start();
    (await world.answer()).reasoning('Hm.').text(' \n').finish(reason);
    expect((await world.reach(watcher, runId, 'failed')).error?.code).toBe(code);
  });

  it('asked for right after New chat belongs to the new one', async () => {
    const world = await World.open();
    const watcher = world.watch();
    await world.start(SUMMARIZE);
    (await world.answer()).text('Old.').finish();
    await vi.waitFor(() => expect(watcher.last?.state).toBe('done'));
    const [, runId] = await Promise.all([world.call('newThread', { tabId: 7 }), world.start(SUMMARIZE)]);
    (await world.answer(1)).text('New.').finish();
    expect((await world.reach(watcher, runId, 'done')).text).toBe('New.');
    await world.call('getRequest', { runId });
    expect(watcher.runs.map(({ text }) => text)).toEqual(['New.']);
  });

  it('begins an empty thread for a new chat and stops the old one', async () => {
    const world = await World.open();
    const watcher = world.watch();
    await world.start();
    const answer = await world.answer();
    await world.call('newThread', { tabId: 7 });
    expect(answer.signal?.aborted).toBe(true);
    await vi.waitFor(() => expect(watcher.runs).toEqual([]));
    const runId = await world.start();
    (await world.answer(1)).text('New').finish();
    await world.reach(watcher, runId, 'done');
    expect(watcher.runs).toHaveLength(1);
  });

  it('asks nothing of a page that is empty', async () => {
    const world = await World.open();
    world.page = makePage({ blocks: [], wordCount: 0 });
    const watcher = world.watch();
    const runId = await world.start();
    expect((await world.reach(watcher, runId, 'failed')).error?.code).toBe('page-empty');
    expect(world.api.answers).toEqual([]);
  });

  it('reads the selection that came with the click where the page itself is closed', async () => {
    const world = await World.open();
    world.tabs.set(7, { id: 7, url: 'chrome://settings/', title: 'Settings', incognito: false });
    const watcher = world.watch();
    const closed = await world.start();
    expect((await world.reach(watcher, closed, 'failed')).error?.code).toBe('page-forbidden');
    await world.start({ ...SUMMARIZE, source: { kind: 'selection', text: 'A selected passage.' } });
    expect(JSON.stringify((await world.answer()).request.messages)).toContain('A selected passage.');
  });
});
