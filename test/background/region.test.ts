import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { RegionCommand } from '~/lib/shared/region-chooser';
import type { RegionEvent } from '~/lib/shared/region-event';
import { FakePort } from '../messaging/fake-ports';
import { World } from './world';

const REGION = { x: 0.25, y: 0, width: 0.5, height: 0.5 };

/** The chooser in the page of tab 7: the script has been injected and has opened its Port. */
class PageScript {
  readonly heard: RegionCommand[] = [];
  readonly port: FakePort;
  left = false;

  constructor(sender: object = { id: 'test-extension-id', url: 'https://example.org/story', tab: { id: 7 }, frameId: 0 }) {
    this.port = new FakePort('region');
    const there = new FakePort('region', sender as never);
    this.port.other = there;
    there.other = this.port;
    this.port.onMessage.addListener((command) => this.heard.push(command as RegionCommand));
    this.port.onDisconnect.addListener(() => (this.left = true));
    const { onConnect } = fakeBrowser.runtime as unknown as { onConnect: { emit(port: FakePort): void } };
    onConnect.emit(there);
  }

  tell(event: RegionEvent): void {
    this.port.postMessage(event);
  }

  last(type: RegionCommand['type']): RegionCommand | undefined {
    return this.heard.findLast((command) => command.type === type);
  }
}

describe('choosing a region', () => {
  let world: World;
  let scripts: PageScript[];

  beforeEach(async () => {
    world = await World.open();
    scripts = [];
    world.executeScript.mockImplementation(async ({ files }) => {
      if (files?.[0] === '/region.js') setTimeout(() => scripts.push(new PageScript()));
      return [{ documentId: 'd1', result: files ? null : 'text/html' }];
    });
  });

  /** Begins a choice and waits for the script in the page. */
  async function begin(): Promise<{ script: PageScript; ended: Promise<unknown> }> {
    const number = scripts.length;
    const ended = world.call('chooseRegion', { tabId: 7 }).then(() => 'ended', (error: unknown) => error);
    const script = await vi.waitFor(() => scripts[number] ?? Promise.reject(new Error('not injected')));
    await vi.waitFor(() => expect(script.last('open')).toBeDefined());
    return { script, ended };
  }

  function watchState(): unknown[] {
    const states: unknown[] = [];
    const { connect } = fakeBrowser.runtime as unknown as { connect(info: { name: string }): FakePort };
    const port = connect({ name: 'chooser' });
    port.onMessage.addListener((state) => states.push(state));
    port.postMessage({ tabId: 7 });
    return states;
  }

  it('starts a run about the part chosen, and tells those who watch', async () => {
    const watcher = world.watch();
    const states = watchState();
    const { script, ended } = await begin();
    script.tell({ type: 'status', status: 'Everything' });
    await vi.waitFor(() => expect(states.at(-1)).toEqual({ open: true, status: 'Everything' }));
    await world.call('steerRegion', { tabId: 7, key: '5' });
    await vi.waitFor(() => expect(script.last('key')).toEqual({ type: 'key', key: '5' }));
    script.tell({ type: 'status', status: 'Centre' });
    script.tell({ type: 'end', region: REGION });
    expect(await ended).toBe('ended');
    await vi.waitFor(() => expect(watcher.last?.request).toEqual({ task: 'describe-image', source: { kind: 'region', region: REGION } }));
    expect(states).toEqual([{ open: false, status: '' }, { open: true, status: 'Everything' }, { open: true, status: 'Centre' }, { open: false, status: '' }]);
    await vi.waitFor(() => expect(script.left).toBe(true));
  });

  it('starts nothing when the reader wants none', async () => {
    const watcher = world.watch();
    const { script, ended } = await begin();
    script.tell({ type: 'status', status: 'Everything' });
    script.tell({ type: 'end', region: null });
    expect(await ended).toBe('ended');
    expect(watcher.runs).toEqual([]);
  });

  it('ends the earlier choice of the tab when another begins', async () => {
    const first = await begin();
    const second = await begin();
    expect(await first.ended).toBe('ended');
    await vi.waitFor(() => expect(first.script.last('end')).toBeDefined());
    expect(second.script.last('end')).toBeUndefined();
    second.script.tell({ type: 'status', status: 'Everything' });
    second.script.tell({ type: 'end', region: null });
    expect(await second.ended).toBe('ended');
  });

  it('fails when the page is left, before or after the chooser stands in it', async () => {
    const before = await begin();
    before.script.port.disconnect();
    expect(await before.ended).toMatchObject({ code: 'page-navigated' });
    const after = await begin();
    after.script.tell({ type: 'status', status: 'Everything' });
    after.script.port.disconnect();
    expect(await after.ended).toMatchObject({ code: 'page-navigated' });
  });

  it.each<[string, unknown, string]>([
    ['a page that shows no chooser', { type: 'unable' }, 'page-not-text'],
    ['words that are none of the protocol', { type: 'end', region: { x: 'left' } }, 'bad-message'],
  ])('fails with %s', async (_, message, code) => {
    const { script, ended } = await begin();
    script.tell(message as RegionEvent);
    expect(await ended).toMatchObject({ code });
  });

  it.each<[string, string, object]>([
    ['page-permission', 'Cannot access contents of the page. Extension manifest must request permission to access the respective host.', { origin: 'https://example.org' }],
    ['page-forbidden', 'This page cannot be scripted due to an ExtensionsSettings policy.', {}],
  ])('fails with %s as reading does', async (code, message, about) => {
    world.executeScript.mockRejectedValue(new Error(message));
    await expect(world.call('chooseRegion', { tabId: 7 })).rejects.toMatchObject({ code, ...about });
  });

  it('lets no script in that was not asked for, nor one of a frame or of another tab', async () => {
    const uninvited = new PageScript();
    await vi.waitFor(() => expect(uninvited.left).toBe(true));
    const { script } = await begin();
    for (const about of [{ frameId: 3 }, { tab: { id: 8 } }, { id: 'another-extension' }, {}]) {
      const other = new PageScript({ id: 'test-extension-id', url: 'https://example.org/story', tab: { id: 7 }, frameId: 0, ...about });
      await vi.waitFor(() => expect(other.left).toBe(true));
      expect(other.heard).toEqual([]);
    }
    expect(script.left).toBe(false);
  });

  it('closes when nobody has touched it for five minutes', async () => {
    const { script, ended } = await begin();
    vi.useFakeTimers();
    script.tell({ type: 'status', status: 'Everything' });
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    script.tell({ type: 'status', status: 'Centre' });
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    expect(script.last('end')).toBeUndefined();
    await vi.advanceTimersByTimeAsync(61_000);
    expect(script.last('end')).toBeDefined();
    vi.useRealTimers();
    expect(await ended).toBe('ended');
  });

  it('the command opens the panel first', async () => {
    const { commands } = fakeBrowser as unknown as { commands: { onCommand: { addListener: ReturnType<typeof vi.fn> } } };
    const press = commands.onCommand.addListener.mock.lastCall?.[0] as (command: string, tab: object) => void;
    press('describe-region', { id: 7 });
    expect(world.sidePanelOpen).toHaveBeenCalledWith({ tabId: 7 });
    await vi.waitFor(() => expect(scripts).toHaveLength(1));
  });
});
