import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeModel } from './fake-api';
import { World } from './world';

type Mock = ReturnType<typeof vi.fn>;
const surfaces = fakeBrowser as unknown as {
  contextMenus: { onClicked: { addListener: Mock }; create: Mock };
  commands: { onCommand: { addListener: Mock } };
};
const listener = (event: { addListener: Mock }) => event.addListener.mock.lastCall?.[0] as (...args: unknown[]) => void;

describe('menus and commands', () => {
  it('offer each source of a task', async () => {
    await World.open();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
    await vi.waitFor(() => expect(surfaces.contextMenus.create.mock.calls.map(([item]) => [item.id, item.contexts])).toEqual([
      ['summarize:page', ['page']],
      ['summarize:selection', ['selection']],
      ['summarize:link', ['link']],
      ['describe-image:image', ['image']],
      ['check-safety:page', ['page']],
      ['check-safety:selection', ['selection']],
      ['check-safety:link', ['link']],
      ['read-image-text:image', ['image']],
      ['explain-chart:image', ['image']],
      ['check-image:image', ['image']],
      ['read-aloud:page', ['page']],
      ['read-aloud:selection', ['selection']],
      ['prompts:page', ['page']],
      ['prompt:example-facts', ['page']],
      ['prompt:example-objections', ['page']],
      ['prompt:example-translate', ['page']],
    ]));
  });

  it.each([
    ['summarize:page', {}, { kind: 'page' }],
    ['summarize:selection', { selectionText: 'Words' }, { kind: 'selection', text: 'Words' }],
    ['summarize:link', { linkUrl: 'https://example.org/story' }, { kind: 'link', url: 'https://example.org/story' }],
    ['check-safety:page', {}, { kind: 'page' }],
    ['check-safety:selection', { selectionText: 'Words' }, { kind: 'selection', text: 'Words' }],
    ['check-safety:link', { linkUrl: 'https://example.org/story' }, { kind: 'link', url: 'https://example.org/story' }],
    ...['describe-image', 'read-image-text', 'explain-chart', 'check-image'].map((task) => [
      `${task}:image`,
      { srcUrl: 'https://example.org/a.png', frameId: 3 },
      { kind: 'image', picture: { src: 'https://example.org/a.png', frameId: 3 } },
    ] satisfies [string, object, object]),
  ] as [string, object, object][])('%s opens the panel before anything else, then starts the run', async (menuItemId, about, source) => {
    const world = await World.open();
    const watcher = world.watch();
    listener(surfaces.contextMenus.onClicked)({ menuItemId, ...about }, { id: 7 });
    expect(world.sidePanelOpen).toHaveBeenCalledWith({ tabId: 7 });
    await vi.waitFor(() => expect(watcher.last?.request).toMatchObject({ task: menuItemId.split(':')[0], source }));
  });

  it('the keys do the same', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const press = listener(surfaces.commands.onCommand);
    press('open-panel', { id: 7 });
    expect(world.sidePanelOpen).toHaveBeenCalledTimes(1);
    press('summarize-page', { id: 7 });
    expect(world.sidePanelOpen).toHaveBeenCalledTimes(2);
    await vi.waitFor(() => expect(watcher.runs).toHaveLength(1));
    press('summarize-page', { id: -1 });
    press('unknown', { id: 7 });
    expect(world.sidePanelOpen).toHaveBeenCalledTimes(2);
  });

  it('read aloud what is selected, and open the panel, which has the player', async () => {
    const world = await World.open();
    listener(surfaces.contextMenus.onClicked)({ menuItemId: 'read-aloud:selection', selectionText: 'Words' }, { id: 7 });
    expect(world.sidePanelOpen).toHaveBeenCalledWith({ tabId: 7 });
    await vi.waitFor(() => expect(world.audio.commands).toContainEqual(expect.objectContaining({ type: 'replace', clips: [expect.objectContaining({ text: 'Words' })] })));
    listener(surfaces.commands.onCommand)('read-aloud', { id: 7 });
    await vi.waitFor(() => expect(world.audio.commands.at(-1)).toEqual({ type: 'pause' }));
  });

  it('a panel that does not open is no reason to lose the answer', async () => {
    const world = await World.open();
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    world.sidePanelOpen.mockRejectedValue(new Error('no gesture'));
    const watcher = world.watch();
    listener(surfaces.contextMenus.onClicked)({ menuItemId: 'summarize:page' }, { id: 7 });
    await vi.waitFor(() => expect(watcher.runs).toHaveLength(1));
    expect(warn).toHaveBeenCalled();
  });
});

describe('settings', () => {
  it('show the key by its end only', async () => {
    const world = await World.open();
    const view = await world.call('getSettings', {});
    expect(view).toMatchObject({ hasKey: true, keyHint: '4567', effectiveEngine: 'server' });
    expect(JSON.stringify(view)).not.toContain('sk-test');
  });

  it('keep a key to its server', async () => {
    const world = await World.open();
    const moved = await world.call('updateSettings', { baseUrl: 'gateway.example' });
    expect(moved).toMatchObject({ hasKey: false, settings: { baseUrl: 'https://gateway.example/v1', preset: 'other' } });
    const back = await world.call('updateSettings', { preset: 'aimlapi' });
    expect(back).toMatchObject({ hasKey: true, settings: { baseUrl: 'https://api.aimlapi.com/v1' } });
  });

  it('forget the model of a server that is left, not of one that stays', async () => {
    const world = await World.open();
    await world.call('updateSettings', { chatModel: 'gpt-4o-mini' });
    expect((await world.call('updateSettings', { baseUrl: 'https://api.aimlapi.com/v2' })).settings.chatModel).toBe('gpt-4o-mini');
    expect((await world.call('updateSettings', { preset: 'openai' })).settings.chatModel).toBe('');
    const both = await world.call('updateSettings', { preset: 'ollama', chatModel: 'llama' });
    expect(both.settings).toMatchObject({ preset: 'ollama', baseUrl: 'http://localhost:11434/v1', chatModel: 'llama' });
    expect(both.effectiveEngine).toBe('server');
  });

  it('know a preset by its address, however it was typed', async () => {
    const world = await World.open();
    const typed = await world.call('updateSettings', { baseUrl: 'localhost:11434' });
    expect(typed.settings).toMatchObject({ baseUrl: 'http://localhost:11434/v1', preset: 'ollama' });
    const pasted = await world.call('updateSettings', { baseUrl: 'https://api.aimlapi.com/v1/chat/completions' });
    expect(pasted.settings).toMatchObject({ baseUrl: 'https://api.aimlapi.com/v1', preset: 'aimlapi' });
  });

  it('refuse an address that is none, and keep the old one', async () => {
    const world = await World.open();
    await expect(world.call('updateSettings', { baseUrl: 'ftp://example.org' })).rejects.toMatchObject({ code: 'bad-base-url' });
    expect((await world.call('getSettings', {})).settings.baseUrl).toBe('https://api.aimlapi.com/v1');
  });
});

describe('the model list', () => {
  it('is asked for once a day, and then only whether it changed', async () => {
    const world = await World.open();
    const listModels = vi.fn<typeof world.api.listModels>(async (_server, { etag }) =>
      etag === 'v1' ? 'not-modified' : { models: [makeModel('gpt-4o-mini')], etag: 'v1' },
    );
    world.api.listModels = listModels;
    expect(await world.call('listModels', {})).toMatchObject({ source: 'server', preferred: 'gpt-4o-mini' });
    expect(await world.call('listModels', {})).toMatchObject({ source: 'cache', models: [{ id: 'gpt-4o-mini' }] });
    expect(listModels).toHaveBeenCalledTimes(1);
    expect(await world.call('listModels', { refresh: true })).toMatchObject({ source: 'server', models: [{ id: 'gpt-4o-mini' }] });
    expect(listModels.mock.lastCall?.[1].etag).toBe('v1');
  });

  it('of this machine is asked for again after a minute', async () => {
    const world = await World.open();
    const listModels = vi.fn<typeof world.api.listModels>(async () => ({ models: [makeModel('llama')] }));
    world.api.listModels = listModels;
    await world.call('updateSettings', { preset: 'ollama' });
    await world.call('listModels', {});
    const present = Date.now();
    const clock = vi.spyOn(Date, 'now').mockReturnValue(present + 30_000);
    onTestFinished(() => clock.mockRestore());
    await world.call('listModels', {});
    expect(listModels).toHaveBeenCalledTimes(1);
    clock.mockReturnValue(present + 90_000);
    await world.call('listModels', {});
    expect(listModels).toHaveBeenCalledTimes(2);
  });

  it('is the stored one, then the bundled one, when the server does not answer', async () => {
    const world = await World.open();
    const down = () => Promise.reject(new world.AppError('server-unreachable'));
    world.api.listModels = down;
    expect(await world.call('listModels', {})).toMatchObject({ source: 'bundled', error: { code: 'server-unreachable' } });
    world.api.listModels = async () => ({ models: [makeModel('kept')] });
    await world.call('listModels', {});
    world.api.listModels = down;
    expect(await world.call('listModels', { refresh: true })).toMatchObject({ source: 'cache', models: [{ id: 'kept' }] });
  });

  it('gives a local server its first chat model', async () => {
    const world = await World.open();
    world.api.listModels = async () => ({ models: [makeModel('embedder', { chat: false }), makeModel('llama')] });
    await world.call('updateSettings', { preset: 'lmstudio', sendAcceptedHosts: ['localhost:1234'] });
    await world.start();
    expect((await world.answer()).request.model).toBe('llama');
  });
});

describe('testing the connection', () => {
  it('reports balance and models', async () => {
    const world = await World.open();
    world.api.getBalance = async () => ({ amount: 12.5, currency: 'USD' });
    expect(await world.call('testConnection', {})).toEqual({ host: 'api.aimlapi.com', models: 1, balance: { amount: 12.5, currency: 'USD' } });
  });

  it('fails with what is wrong', async () => {
    const world = await World.open();
    world.api.getBalance = () => Promise.reject(new world.AppError('bad-key', { status: 401 }));
    await expect(world.call('testConnection', {})).rejects.toMatchObject({ code: 'bad-key' });
    await world.call('setKey', { key: '' });
    await expect(world.call('testConnection', {})).rejects.toMatchObject({ code: 'no-key', host: 'api.aimlapi.com' });
    await world.call('updateSettings', { preset: 'ollama' });
    world.api.getBalance = async () => undefined;
    world.api.listModels = () => Promise.reject(new world.AppError('server-unreachable', { host: 'localhost:11434' }));
    await expect(world.call('testConnection', {})).rejects.toMatchObject({ code: 'server-unreachable', host: 'localhost:11434' });
  });
});
