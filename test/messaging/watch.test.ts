// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { THREAD_PORT } from '~/lib/messaging/ports';
import type { ThreadEvent } from '~/lib/messaging/protocol';
import { serveTab, type Subscribe } from '~/lib/messaging/serve-tab';
import { announceChange } from '~/lib/messaging/wake';
import { watchThread } from '~/lib/messaging/watch';
import type { Run } from '~/lib/shared/run';
import { installPorts, OWN_PAGE } from './fake-ports';

const RUN: Run = {
  id: 'r1',
  threadId: 't1',
  request: { task: 'ask', source: { kind: 'page' }, question: 'Why?' },
  page: { url: 'https://example.org/', title: 'Example' },
  state: 'streaming',
  createdAt: 1,
  engine: 'server',
  text: 'One ',
  reasoning: '',
};

const snapshot = (run: Run = RUN): ThreadEvent => ({ type: 'snapshot', threadId: 't1', runs: [run] });
const delta = (at: number, text: string): ThreadEvent => ({
  type: 'delta', runId: 'r1', at, text, reasoningAt: 0, reasoning: '',
});

function watch(tabId = 7) {
  const events: ThreadEvent[] = [];
  const stop = new AbortController();
  watchThread(tabId, (event) => events.push(event), stop.signal);
  return { events, stop };
}

/** A background that answers every watcher with the given events; returns the tabs it was asked about. */
function serve(...rounds: ThreadEvent[][]) {
  const asked: number[] = [];
  const sends: ((event: ThreadEvent) => void)[] = [];
  const signals: AbortSignal[] = [];
  const subscribe: Subscribe<ThreadEvent> = async (tabId, send, signal) => {
    const round = rounds[Math.min(asked.length, rounds.length - 1)] ?? [];
    asked.push(tabId);
    sends.push(send);
    signals.push(signal);
    for (const event of round) send(event);
  };
  serveTab(THREAD_PORT, subscribe);
  return { asked, sends, signals };
}

beforeEach(() => fakeBrowser.reset());

describe('watching a thread', () => {
  it('yields the snapshot, then the changes', async () => {
    installPorts();
    const { asked } = serve([snapshot(), delta(4, 'two '), delta(8, 'three')]);
    const { events } = watch();
    await vi.waitFor(() => expect(events).toEqual([snapshot(), delta(4, 'two '), delta(8, 'three')]));
    expect(asked).toEqual([7]);
  });

  it.each([
    ['a missing delta', delta(8, 'three')],
    ['a delta twice', delta(0, 'One ')],
    ['a delta of an unknown run', { ...delta(4, 'x'), runId: 'r2' } as ThreadEvent],
    ['something malformed', { type: 'delta', runId: 'r1' } as ThreadEvent],
  ])('reconnects after %s, and never shows it', async (_what, broken) => {
    installPorts();
    const whole = snapshot({ ...RUN, text: 'One two three' });
    const { asked } = serve([snapshot(), broken, delta(4, 'late')], [whole]);
    const { events } = watch();
    await vi.waitFor(() => expect(events).toEqual([snapshot(), whole]));
    expect(asked).toEqual([7, 7]);
  });

  it('reconnects when the background dies under a live run', async () => {
    const ports = installPorts();
    serve([snapshot()]);
    const { events } = watch();
    await vi.waitFor(() => expect(events).toHaveLength(1));
    ports.killBackground();
    const interrupted = snapshot({ ...RUN, state: 'interrupted' });
    serve([interrupted]);
    await vi.waitFor(() => expect(events).toEqual([snapshot(), interrupted]));
  });

  it('lets an idle background sleep until it announces a change of this tab', async () => {
    const ports = installPorts();
    const done = snapshot({ ...RUN, state: 'done' });
    serve([done]);
    const { events } = watch();
    await vi.waitFor(() => expect(events).toHaveLength(1));
    ports.killBackground();
    const { asked } = serve([snapshot()]);
    const sendMessage = async (message: unknown) =>
      fakeBrowser.runtime.onMessage.trigger(message, OWN_PAGE, () => undefined);
    Object.assign(fakeBrowser.runtime, { sendMessage });
    await new Promise((resolve) => setTimeout(resolve));
    announceChange(8);
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked).toEqual([]);
    announceChange(7);
    await vi.waitFor(() => expect(events).toEqual([done, snapshot()]));
  });

  it('ends with its signal, on both sides', async () => {
    installPorts();
    const { sends, signals } = serve([snapshot()]);
    const { events, stop } = watch();
    await vi.waitFor(() => expect(events).toHaveLength(1));
    stop.abort();
    await vi.waitFor(() => expect(signals[0]?.aborted).toBe(true));
    sends[0]?.(delta(4, 'unheard'));
    expect(events).toHaveLength(1);
  });

  it('refuses a Port that no page of Docent opened', async () => {
    const ports = installPorts({ id: OWN_PAGE.id, url: 'https://example.org/' });
    const { asked } = serve([snapshot()]);
    const { events, stop } = watch();
    await vi.waitFor(() => expect(ports.opened.length).toBeGreaterThan(1));
    expect(asked).toEqual([]);
    expect(events).toEqual([]);
    stop.abort();
  });

  it('tries again when the thread could not be loaded', async () => {
    installPorts();
    let tries = 0;
    serveTab<ThreadEvent>(THREAD_PORT, async (_tab, send) => {
      if (++tries === 1) throw new Error('storage not ready');
      send(snapshot());
    });
    const { events } = watch();
    await vi.waitFor(() => expect(events).toEqual([snapshot()]));
  });
});
