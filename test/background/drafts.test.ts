import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ask, World } from './world';

let world: World;
beforeEach(async () => {
  world = await World.open();
  world.tabs.set(8, { id: 8, url: 'https://example.org/other', incognito: false });
  world.tabs.set(9, { id: 9, url: 'https://example.org/story', incognito: true });
});

/** What a window of the tab shows: its thread, with the draft that a message box would find. */
async function look(tabId: number) {
  const { events } = await world.watchFromNow(tabId);
  const snapshot = events.findLast((event) => event.type === 'snapshot');
  if (snapshot?.type !== 'snapshot') throw new Error('no snapshot');
  const key = `draft:${snapshot.threadId}`;
  return { threadId: snapshot.threadId, draft: ((await fakeBrowser.storage.session.get(key))[key] ?? '') as string };
}

/** As the message box does. */
const write = async (threadId: string, text: string, isPrivate = false) => {
  const { keepDraft } = await import('~/lib/platform/drafts');
  keepDraft(threadId, text, isPrivate);
};
const send = (threadId: string) => fakeBrowser.storage.session.remove(`draft:${threadId}`);

async function onDisk(): Promise<string[]> {
  const { openDatabase } = await import('~/lib/storage/database');
  return (await (await openDatabase()).getAll('drafts')).map(({ text }) => text);
}

const untilOnDisk = (texts: string[]) => vi.waitFor(async () => expect(await onDisk()).toEqual(texts));

/** Asks a question in a tab, so that its conversation is in the history; resolves to its number there. */
async function converse(tabId = 7): Promise<number> {
  const watcher = world.watch(tabId);
  const runId = await world.start(ask('Why?'), tabId);
  (await world.answer()).text('So.').finish();
  await world.reach(watcher, runId, 'done');
  return vi.waitFor(async () => {
    const [row] = (await world.call('findConversations', { query: '', offset: 0, limit: 5 })).rows;
    if (!row?.conversation) throw new Error('not in the history');
    return row.number;
  });
}

describe('a message that was not sent', () => {
  it('is there again beside its page after the browser has ended, once', async () => {
    await write((await look(7)).threadId, 'Half a thought');
    await untilOnDisk(['Half a thought']);
    await world.restartBrowser();
    expect((await look(8)).draft).toBe('');
    const { threadId, draft } = await look(7);
    expect(draft).toBe('Half a thought');
    world.tabs.set(12, { id: 12, url: 'https://example.org/story#part', incognito: false });
    expect((await look(12)).draft).toBe('');
    await send(threadId);
    await untilOnDisk([]);
  });

  it('is there again after its tab was closed', async () => {
    await write((await look(7)).threadId, 'Half a thought');
    await untilOnDisk(['Half a thought']);
    world.tabs.delete(7);
    await fakeBrowser.tabs.onRemoved.trigger(7, { windowId: 1, isWindowClosing: false });
    world.tabs.set(11, { id: 11, url: 'https://example.org/story#end', incognito: false });
    await vi.waitFor(async () => expect(await fakeBrowser.storage.session.get('threadOfTab:7')).not.toMatchObject({ 'threadOfTab:7': expect.anything() }));
    expect((await look(11)).draft).toBe('Half a thought');
  });

  it('whose page the browser did not tell comes to the first page after the browser has ended, not to another one before', async () => {
    world.tabs.set(10, { id: 10, incognito: false });
    await write((await look(10)).threadId, 'Half a thought');
    await untilOnDisk(['Half a thought']);
    world.tabs.delete(10);
    await fakeBrowser.tabs.onRemoved.trigger(10, { windowId: 1, isWindowClosing: false });
    expect((await look(8)).draft).toBe('');
    await world.restartBrowser();
    expect((await look(7)).draft).toBe('Half a thought');
    expect((await look(8)).draft).toBe('');
    await world.restartBrowser();
    expect((await look(8)).draft).toBe('Half a thought');
  });

  it('comes back with its conversation, which is opened from the history', async () => {
    const number = await converse();
    await write((await look(7)).threadId, 'And then');
    await untilOnDisk(['And then']);
    await world.restartBrowser();
    expect((await look(7)).draft).toBe('');
    await world.call('openConversation', { tabId: 7, number });
    expect((await look(7)).draft).toBe('And then');
  });

  it('is not put back once it was sent while the background was dead', async () => {
    const { threadId } = await look(7);
    await write(threadId, 'Sent');
    await untilOnDisk(['Sent']);
    await world.restartBackground();
    await send(threadId);
    await untilOnDisk([]);
    expect((await look(7)).draft).toBe('');
  });

  it('is of the last key, however fast they came', async () => {
    const { threadId } = await look(7);
    await Promise.all(['W', 'Wh', 'Why'].map((text) => write(threadId, text)));
    await untilOnDisk(['Why']);
  });
});

describe('nothing is kept', () => {
  it('of a private window, where it ends with its tab', async () => {
    await write((await look(9)).threadId, 'A secret', true);
    await write((await look(8)).threadId, 'No secret');
    await untilOnDisk(['No secret']);
    world.tabs.delete(9);
    await fakeBrowser.tabs.onRemoved.trigger(9, { windowId: 2, isWindowClosing: true });
    await vi.waitFor(async () => expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('A secret'));
    expect(await onDisk()).toEqual(['No secret']);
  });

  it('of what is written in a private window to a conversation of the history: what was there before is there again', async () => {
    const number = await converse();
    const { threadId } = await look(7);
    await write(threadId, 'Open');
    await untilOnDisk(['Open']);
    await world.call('newThread', { tabId: 7 });
    await world.call('openConversation', { tabId: 9, number });
    const { loadDraft } = await import('~/lib/platform/drafts');
    expect(await loadDraft(threadId, true)).toBe('Open');
    // Also where an ordinary tab shows the same conversation, and goes on in it when the private one has been closed.
    await world.call('openConversation', { tabId: 7, number });
    await write(threadId, 'Secret', true);
    expect([await loadDraft(threadId, true), await loadDraft(threadId, false)]).toEqual(['Secret', 'Open']);
    world.tabs.delete(9);
    await fakeBrowser.tabs.onRemoved.trigger(9, { windowId: 2, isWindowClosing: true });
    await vi.waitFor(async () => expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('Secret'));
    await write(threadId, 'Open still');
    await untilOnDisk(['Open still']);
  });

  it('with history off', async () => {
    const { threadId } = await look(7);
    await write(threadId, 'Before');
    await untilOnDisk(['Before']);
    await world.call('updateSettings', { history: { on: false, keepDays: 0 } });
    await write(threadId, 'Before, and after');
    await untilOnDisk([]);
    expect((await look(7)).draft).toBe('Before, and after');
  });

  it('of a conversation that is deleted, but for as long as that can be taken back', async () => {
    const number = await converse();
    const { threadId } = await look(7);
    await write(threadId, 'And then');
    await untilOnDisk(['And then']);
    await world.call('deleteConversation', { number });
    expect(await onDisk()).toEqual(['And then']);
    await world.call('keepConversation', { number });
    await world.call('openConversation', { tabId: 8, number });
    expect((await look(8)).draft).toBe('And then');
    await world.call('deleteConversation', { number });
    const { purgeDeleted } = await import('~/lib/storage/delete-conversations');
    await purgeDeleted(Date.now());
    await untilOnDisk([]);
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('And then');
  });

  it('when all is deleted', async () => {
    await write((await look(7)).threadId, 'Half a thought');
    await untilOnDisk(['Half a thought']);
    await world.call('deleteHistory', {});
    await untilOnDisk([]);
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('Half a thought');
  });

  it('beyond fifty: the oldest goes', async () => {
    const { keepDraft } = await import('~/lib/storage/drafts');
    for (let n = 0; n < 52; n++) await keepDraft({ threadId: `t${n}`, text: `Draft ${n}`, url: '', keptAt: n });
    const texts = await onDisk();
    expect(texts).toHaveLength(50);
    expect(texts).not.toContain('Draft 0');
    expect(texts).not.toContain('Draft 1');
    expect(texts).toContain('Draft 51');
  });

  it('longer than the reader wants conversations kept, unless it is that of one', async () => {
    await converse();
    const { threadId } = await look(7);
    const { dropLostDrafts, keepDraft } = await import('~/lib/storage/drafts');
    for (const id of [threadId, 'lost', 'shown']) await keepDraft({ threadId: id, text: id, url: '', keptAt: 5 });
    await keepDraft({ threadId: 'young', text: 'young', url: '', keptAt: 50 });
    await dropLostDrafts(10, new Set(['shown']));
    expect((await onDisk()).sort()).toEqual([threadId, 'shown', 'young'].sort());
  });
});
