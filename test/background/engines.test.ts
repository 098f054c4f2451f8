import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ask, World } from './world';

describe('what is sent', () => {
  it('is shown before the first request to a host, and nothing leaves before it is accepted', async () => {
    const world = await World.open({ accepted: false });
    const watcher = world.watch();
    const runId = await world.start();
    await world.reach(watcher, runId, 'confirm');
    expect(world.api.answers).toEqual([]);
    const shown = await world.call('getRequest', { runId });
    await world.call('confirmRun', { runId, accept: true });
    const answer = await world.answer();
    expect(answer.request.messages).toEqual(shown?.messages);
    answer.text('Fine.').finish();
    await world.reach(watcher, runId, 'done');
    const next = await world.start(ask('Why?'));
    (await world.answer(1)).text('So.').finish();
    await world.reach(watcher, next, 'done');
  });

  it('is not sent when the reader refuses', async () => {
    const world = await World.open({ accepted: false });
    const watcher = world.watch();
    const runId = await world.start();
    await world.reach(watcher, runId, 'confirm');
    await world.call('confirmRun', { runId, accept: false });
    await world.reach(watcher, runId, 'stopped');
    expect(world.api.answers).toEqual([]);
    expect((await world.call('getSettings', {})).settings.sendAcceptedHosts).toEqual([]);
  });

  it('is sent once, though two windows accept', async () => {
    const world = await World.open({ accepted: false });
    const watcher = world.watch();
    const runId = await world.start();
    await world.reach(watcher, runId, 'confirm');
    const accept = () => world.call('confirmRun', { runId, accept: true });
    await Promise.all([accept(), accept()]);
    (await world.answer()).text('Fine.').finish();
    await world.reach(watcher, runId, 'done');
    expect(world.api.answers).toHaveLength(1);
  });

  it('is sent when the consent cannot be stored, which then holds for this once', async () => {
    const world = await World.open({ accepted: false });
    const watcher = world.watch();
    const runId = await world.start();
    await world.reach(watcher, runId, 'confirm');
    const { fakeBrowser } = await import('wxt/testing/fake-browser');
    const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('Resource::kQuotaBytes quota exceeded'));
    onTestFinished(() => full.mockRestore());
    await world.call('confirmRun', { runId, accept: true });
    (await world.answer()).text('Fine.').finish();
    await world.reach(watcher, runId, 'done');
    expect((await world.call('getSettings', {})).settings.sendAcceptedHosts).toEqual([]);
  });

  it('never goes to a server other than the one that was shown', async () => {
    const world = await World.open({ accepted: false });
    const watcher = world.watch();
    const runId = await world.start();
    await world.reach(watcher, runId, 'confirm');
    await world.call('updateSettings', { baseUrl: 'https://gateway.example/v1', chatModel: 'm' });
    await world.call('confirmRun', { runId, accept: true });
    await vi.waitFor(() => expect(watcher.last).toMatchObject({ state: 'confirm', host: 'gateway.example' }));
    expect(world.api.answers).toEqual([]);
  });
});

describe('without a key', () => {
  it('this device answers, and says why', async () => {
    const world = await World.open({ key: '' });
    const watcher = world.watch();
    const runId = await world.start();
    const run = await world.reach(watcher, runId, 'done');
    expect(run).toMatchObject({ engine: 'device', fallback: 'no-key', read: { wordsRead: 20, wordsTotal: 20 } });
    expect(run.text).toContain('1851');
    expect(world.api.answers).toEqual([]);
    expect(await world.call('getRequest', { runId })).toBeNull();
  });

  it('a question has no answer', async () => {
    const world = await World.open({ key: '' });
    const watcher = world.watch();
    const runId = await world.start(ask('Why?'));
    expect((await world.reach(watcher, runId, 'failed')).error?.code).toBe('no-key');
  });

  it('a question to an engine that only summarizes says so', async () => {
    const world = await World.open();
    const watcher = world.watch();
    for (const engine of ['device', 'browser'] as const) {
      await world.call('updateSettings', { engine });
      const runId = await world.start(ask('Why?'));
      expect((await world.reach(watcher, runId, 'failed')).error?.code).toBe('needs-model');
    }
  });

  it('a server on this machine is asked all the same', async () => {
    const world = await World.open({ key: '' });
    await world.call('updateSettings', { preset: 'ollama', chatModel: 'llama', sendAcceptedHosts: ['localhost:11434'] });
    await world.start();
    expect((await world.answer()).server).toEqual({ baseUrl: 'http://localhost:11434/v1' });
  });
});

describe('without a network', () => {
  it('this device answers, and the error is kept', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const runId = await world.start();
    (await world.answer()).fail(new world.AppError('server-unreachable', { host: 'api.aimlapi.com' }));
    const run = await world.reach(watcher, runId, 'done');
    expect(run).toMatchObject({ engine: 'device', fallback: 'offline', error: { code: 'server-unreachable' } });
    expect(run.text).toContain('1851');
    expect(run.host).toBeUndefined();
  });

  it('says that the browser is offline, unless the server is on this machine', async () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'onLine'));
    const world = await World.open();
    const watcher = world.watch();
    const unreachable = async (n: number) => (await world.answer(n)).fail(new world.AppError('server-unreachable'));
    const first = await world.start();
    await unreachable(0);
    expect((await world.reach(watcher, first, 'done')).error?.code).toBe('offline');
    await world.call('updateSettings', { preset: 'ollama', chatModel: 'llama', sendAcceptedHosts: ['localhost:11434'] });
    const second = await world.start();
    await unreachable(1);
    expect((await world.reach(watcher, second, 'done')).error?.code).toBe('server-unreachable');
  });

  it('an answer that had begun is kept, and not replaced', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const runId = await world.start();
    (await world.answer()).text('It began').fail(new world.AppError('server-unreachable'));
    expect(await world.reach(watcher, runId, 'failed')).toMatchObject({ engine: 'server', text: 'It began' });
  });

  it('a question fails, with the origin whose permission is missing', async () => {
    const world = await World.open();
    const watcher = world.watch();
    world.permissions.clear();
    const runId = await world.start(ask('Why?'));
    (await world.answer()).fail(new world.AppError('server-unreachable', { host: 'api.aimlapi.com' }));
    const { error } = await world.reach(watcher, runId, 'failed');
    expect(error).toEqual({ code: 'server-unreachable', host: 'api.aimlapi.com', origin: 'https://api.aimlapi.com' });
  });

  it('a permission that the reader can give is asked for, and nothing stands in for it', async () => {
    const world = await World.open();
    const watcher = world.watch();
    world.permissions.clear();
    const runId = await world.start();
    (await world.answer()).fail(new world.AppError('server-unreachable', { host: 'api.aimlapi.com' }));
    const { error, engine } = await world.reach(watcher, runId, 'failed');
    expect([engine, error?.origin]).toEqual(['server', 'https://api.aimlapi.com']);
  });

  it('a fault of the server is no reason to answer here', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const runId = await world.start();
    (await world.answer()).fail(new world.AppError('bad-key', { status: 401 }));
    expect(await world.reach(watcher, runId, 'failed')).toMatchObject({ engine: 'server', error: { code: 'bad-key' } });
  });
});

describe('the built-in Summarizer', () => {
  it('answers piece by piece, with less text when it finds it too long', async () => {
    const world = await World.open();
    const lengths: number[] = [];
    world.page = {
      ...(world.page as object),
      blocks: Array.from({ length: 900 }, (_, i) => ({ id: `b${i}`, kind: 'paragraph', text: `Sentence number ${i} of a long page.` })),
      wordCount: 6300,
    };
    world.summarizer = {
      isAvailable: async () => true,
      async *summarize({ text, language }) {
        lengths.push(text.length);
        if (text.length > 12_000) throw new world.AppError('context-too-long');
        yield `${language}: `;
        yield 'short.';
      },
    };
    await world.restartBackground();
    const watcher = world.watch();
    await world.call('updateSettings', { engine: 'browser' });
    const run = await world.reach(watcher, await world.start(), 'done');
    expect(run).toMatchObject({ engine: 'browser', text: 'en: short.' });
    expect(lengths.length).toBeGreaterThan(1);
    expect(run.read?.wordsRead).toBeLessThan(6300);
  });

  it('is not offered where it is not there', async () => {
    const world = await World.open();
    expect((await world.call('getSettings', {})).browserEngine).toBe(false);
  });

  it('is offered once it was found', async () => {
    const world = await World.open();
    world.summarizer = { ...world.summarizer, isAvailable: async () => true };
    const { fakeBrowser } = await import('wxt/testing/fake-browser');
    await fakeBrowser.storage.session.remove('browserEngine');
    await world.restartBackground();
    await vi.waitFor(async () => expect((await world.call('getSettings', {})).browserEngine).toBe(true));
  });
});
