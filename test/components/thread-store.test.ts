import { expect, test, vi } from 'vitest';
import { ThreadStore } from '~/components/hooks/thread-store';
import { DEFAULT_SETTINGS } from '~/lib/shared/settings';
import type { Run, RunHead } from '~/lib/shared/run';

function makeHead(id: string): RunHead {
  return {
    id, threadId: 't', request: { task: 'summarize', source: { kind: 'page' }, options: DEFAULT_SETTINGS.summary }, page: { url: 'https://a.example/', title: 'A' },
    state: 'streaming', createdAt: 0, engine: 'server',
  };
}

function makeRun(id: string, text = ''): Run {
  return { ...makeHead(id), text, reasoning: '' };
}

function makeStore(...runs: Run[]) {
  const store = new ThreadStore();
  store.apply({ type: 'snapshot', threadId: 't', runs });
  const listener = vi.fn();
  store.subscribe(listener);
  return { store, listener };
}

test('a delta goes into its run\'s text and changes nothing else', () => {
  const { store, listener } = makeStore(makeRun('r1', 'a'), makeRun('r2'));
  const before = store.thread;
  store.apply({ type: 'delta', runId: 'r1', at: 1, text: 'b', reasoningAt: 0, reasoning: 'why' });
  expect(listener).not.toHaveBeenCalled();
  expect(store.thread).toBe(before);
  expect([before.runs[0]?.text.snapshot(), before.runs[0]?.reasoning.snapshot(), before.runs[1]?.text.snapshot()]).toEqual(['ab', 'why', '']);
});

test('a patch replaces its own run and keeps the texts', () => {
  const { store, listener } = makeStore(makeRun('r1', 'a'), makeRun('r2'));
  const [first, second] = store.thread.runs;
  store.apply({ type: 'patch', runId: 'r1', run: { ...makeHead('r1'), state: 'done' } });
  expect(listener).toHaveBeenCalledOnce();
  expect(store.thread.runs[0]).toMatchObject({ state: 'done' });
  expect(store.thread.runs[0]?.text).toBe(first?.text);
  expect(store.thread.runs[1]).toBe(second);
});

test('a snapshot after a new connection goes on in the texts already shown', () => {
  const { store } = makeStore(makeRun('r1', 'a'));
  const text = store.thread.runs[0]?.text;
  store.apply({ type: 'snapshot', threadId: 't', runs: [makeRun('r1', 'abc'), makeRun('r2', 'x')] });
  expect(store.thread.runs[0]?.text).toBe(text);
  expect(store.thread.runs.map((run) => run.text.snapshot())).toEqual(['abc', 'x']);
});

test('runs come and go', () => {
  const { store } = makeStore();
  expect(store.thread.state).toBe('ready');
  store.apply({ type: 'run', run: makeRun('r1', 'a') });
  store.apply({ type: 'run', run: makeRun('r2') });
  expect(store.thread.runs.map(({ id }) => id)).toEqual(['r1', 'r2']);
  store.apply({ type: 'snapshot', threadId: 't1', runs: [makeRun('r2')] });
  expect(store.thread.runs.map(({ id }) => id)).toEqual(['r2']);
});

test('answers that are compared grow beside what is shown, and never become part of it', () => {
  const { store, listener } = makeStore();
  store.apply({ type: 'snapshot', threadId: 't', runs: [makeRun('r1')], beside: [makeRun('r2', 'a'), makeRun('r3')] });
  const [shown, other] = [store.thread.runs[0], store.thread.beside?.[1]];
  listener.mockClear();
  store.apply({ type: 'delta', runId: 'r2', at: 1, text: 'b', reasoningAt: 0, reasoning: '' });
  expect(listener).not.toHaveBeenCalled();
  store.apply({ type: 'patch', runId: 'r2', run: { ...makeHead('r2'), state: 'done' } });
  expect(store.thread.beside?.map(({ state, text }) => [state, text.snapshot()])).toEqual([['done', 'ab'], ['streaming', '']]);
  expect(store.thread.runs).toEqual([shown]);
  // Only what has changed is another object, so that only that is drawn again.
  expect(store.thread.runs[0]).toBe(shown);
  expect(store.thread.beside?.[1]).toBe(other);
});
