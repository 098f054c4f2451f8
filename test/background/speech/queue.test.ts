import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makePage, type World } from '../world';
import { type Ear, openStory, PlayerWindow, read, restart, SENTENCES, settle } from './ear';

let world: World;
let ear: Ear;
let view: PlayerWindow;

beforeEach(async () => void ({ world, ear, view } = await openStory()));

describe('tabs', () => {
  const second = { ...makePage({ url: 'https://example.org/second', title: 'Second', blocks: [{ id: 'b1', kind: 'paragraph', text: 'Another page. It is short.' }] }) };

  beforeEach(() => {
    world.tabs.set(8, { id: 8, url: 'https://example.org/second', title: 'Second', incognito: false });
    world.executeScript.mockImplementation(async ({ target, func }) => [{ documentId: `d${target.tabId}`, result: func ? 'text/html' : target.tabId === 8 ? second : world.page }]);
  });

  it('only one speaks: the newer takes over, the older\'s place is kept', async () => {
    await read(world);
    await ear.finish();
    await ear.listen();
    await read(world, { tabId: 8 });
    expect(await ear.listen()).toBe('Another page.');
    await settle();
    expect(view.state.queue).toMatchObject([{ tabId: 8 }]);
    await read(world, { from: { kind: 'resume' } });
    expect(await ear.listen()).toBe(SENTENCES[1]);
  });

  it('wait in the queue; the next begins by itself, and items move and go', async () => {
    await read(world);
    await ear.listen();
    await read(world, { tabId: 8, append: true });
    await read(world, { tabId: 8, from: { kind: 'selection', text: 'Selected words.' }, append: true });
    await settle();
    const [, page, selection] = view.state.queue;
    expect([page?.kind, selection?.kind]).toEqual(['page', 'selection']);
    await world.call('moveItem', { id: selection?.id ?? '', to: 1 });
    await settle();
    expect(view.state.queue.map(({ kind, tabId }) => [kind, tabId])).toEqual([['page', 7], ['selection', 8], ['page', 8]]);
    await ear.playUntil(() => view.state.status === 'ended');
    expect(ear.heard).toEqual([...SENTENCES, 'Selected words.', 'Another page.', 'It is short.']);
  });

  it('that close are no longer read; the next in the queue begins', async () => {
    await read(world);
    await ear.listen();
    await read(world, { tabId: 8, append: true });
    world.tabs.delete(7);
    await fakeBrowser.tabs.onRemoved.trigger(7, { windowId: 1, isWindowClosing: false });
    await settle();
    expect(await ear.listen()).toBe('Another page.');
    world.tabs.delete(8);
    await fakeBrowser.tabs.onRemoved.trigger(8, { windowId: 1, isWindowClosing: false });
    await view.reach('idle');
    expect(ear.isSilent).toBe(true);
  });

  it('that go to another page end the reading, whose place is kept; a change within the document does not', async () => {
    await read(world);
    await ear.finish();
    await ear.listen();
    await fakeBrowser.tabs.onUpdated.trigger(7, { status: 'complete' }, { id: 7 } as never);
    await settle();
    expect(ear.isSilent).toBe(false);
    const story = world.page;
    world.page = second;
    world.executeScript.mockImplementation(async ({ func }) => [{ documentId: 'other', result: func ? 'text/html' : world.page }]);
    await fakeBrowser.tabs.onUpdated.trigger(7, { status: 'loading' }, { id: 7 } as never);
    await view.reach('idle');
    expect(ear.isSilent).toBe(true);
    world.page = story;
    await read(world, { from: { kind: 'resume' } });
    expect(await ear.listen()).toBe(SENTENCES[1]);
  });
});

describe('a background that is ended in the middle', () => {
  it('goes on without a hole: every sentence once', async () => {
    await read(world);
    await view.reach('playing');
    await settle();
    for (let i = 0; i < 6; i++) {
      await restart(world);
      await ear.finish();
    }
    view = new PlayerWindow();
    await view.reach('ended');
    expect(ear.heard).toEqual(SENTENCES);
  });

  it('shows a new window what is read, and obeys it', async () => {
    await read(world);
    await ear.finish();
    await ear.listen();
    await restart(world);
    view = new PlayerWindow();
    expect(await view.reach('playing')).toMatchObject({ sentence: { text: SENTENCES[1] }, queue: [{ tabId: 7 }] });
    await restart(world);
    await world.call('controlPlayer', { action: 'next-sentence' });
    await settle();
    expect(await ear.listen()).toBe(SENTENCES[2]);
    await restart(world);
    await world.call('controlPlayer', { action: 'stop' });
    expect(ear.isSilent).toBe(true);
  });

  it('stays paused', async () => {
    await read(world);
    await ear.finish();
    await ear.listen();
    await world.call('controlPlayer', { action: 'pause' });
    await settle();
    await restart(world);
    view = new PlayerWindow();
    await view.reach('paused');
    expect(ear.isSilent).toBe(true);
    await world.call('controlPlayer', { action: 'play' });
    view = new PlayerWindow();
    await ear.playUntil(() => view.state.status === 'ended');
    expect(ear.heard).toEqual(SENTENCES);
  });
});
