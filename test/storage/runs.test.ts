import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Run, RunState } from '~/lib/shared/run';
import { openDatabase } from '~/lib/storage/database';
import { indexedRuns } from '~/lib/storage/indexed-runs';
import type { RunStore } from '~/lib/storage/run-store';
import { sessionRuns } from '~/lib/storage/session-runs';

let serial = 0;

function makeRun(threadId: string, state: RunState = 'streaming'): Run {
  serial++;
  return {
    id: `run-${serial}`,
    threadId,
    request: { task: 'ask', source: { kind: 'page' }, question: 'Why?' },
    page: { url: 'https://example.org/', title: 'Example' },
    state,
    createdAt: serial,
    engine: 'server',
    text: '',
    reasoning: '',
  };
}

const newThread = () => `thread-${++serial}`;

/** Writes the pieces one after the other, as the journal does. */
async function journal(store: RunStore, runId: string, pieces: [text: string, reasoning: string][]): Promise<void> {
  let at = 0;
  let reasoningAt = 0;
  for (const [text, reasoning] of pieces) {
    if (text + reasoning === '') continue;
    await store.append({ runId, at, text, reasoningAt, reasoning });
    at += text.length;
    reasoningAt += reasoning.length;
  }
}

beforeEach(() => fakeBrowser.reset());

describe.each([
  ['IndexedDB', indexedRuns],
  ['the session', sessionRuns],
])('runs in %s', (_name, store) => {
  it('come back whole and in order, however the text was cut', async () => {
    const piece = fc.tuple(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 30 }));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const run = makeRun(newThread());
        await store.putRun(run, 0);
        await journal(store, run.id, pieces);
        const [loaded] = await store.loadThread(run.threadId);
        expect(loaded?.run).toEqual({
          ...run,
          text: pieces.map(([text]) => text).join(''),
          reasoning: pieces.map(([, reasoning]) => reasoning).join(''),
        });
      }),
      { numRuns: 25 },
    );
  });

  it('keep their place in the thread, and threads stay apart', async () => {
    const threadId = newThread();
    const [first, second, third] = [makeRun(threadId), makeRun(threadId), makeRun(threadId)];
    await store.putRun(third, 2);
    await store.putRun(first, 0);
    await store.putRun(makeRun(newThread()), 1);
    await store.putRun(second, 1);
    const ids = (await store.loadThread(threadId)).map(({ run }) => run.id);
    expect(ids).toEqual([first.id, second.id, third.id]);
  });

  it('that were live become interrupted, the others stay', async () => {
    const threadId = newThread();
    const states: RunState[] = ['queued', 'reading', 'confirm', 'checking', 'waiting', 'streaming', 'done', 'stopped', 'failed'];
    for (const [position, state] of states.entries()) await store.putRun(makeRun(threadId, state), position);
    await store.interruptLive();
    const runs = (await store.loadThread(threadId)).map(({ run }) => [run.state, run.error?.code]);
    const interrupted = ['interrupted', 'interrupted'];
    expect(runs).toEqual([
      interrupted, interrupted, ['confirm', undefined], interrupted, interrupted, interrupted,
      ['done', undefined], ['stopped', undefined], ['failed', undefined],
    ]);
  });

  it('keep their request, and are gone with everything when removed', async () => {
    const run = makeRun(newThread());
    await store.putRun(run, 0);
    await journal(store, run.id, [['text', '']]);
    const request = { host: 'api.example', model: 'm', messages: [{ role: 'user' as const, content: 'page' }] };
    await store.putRequest({ ...request, runId: run.id, maxTokens: 500 });
    expect(await store.getRequest(run.id)).toEqual({ ...request, runId: run.id, maxTokens: 500 });
    expect(await store.loadThread(run.threadId)).toHaveLength(1);
    await store.removeRuns([run.id]);
    expect(await store.getRequest(run.id)).toBeUndefined();
    expect(await store.loadThread(run.threadId)).toEqual([]);
    await store.putRun(run, 0);
    expect((await store.loadThread(run.threadId))[0]?.run.text).toBe('');
  });

  it('have all their parts replaced, and those of other runs stay', async () => {
    const [run, other] = [makeRun(newThread()), makeRun(newThread())];
    const part = (runId: string, index: number, boundary: string) => ({ runId, level: 0, index, boundary, blocks: [], trail: [], words: 0, notes: '' });
    await store.parts.put([...[0, 1, 2].map((index) => part(run.id, index, 'old')), part(other.id, 0, 'other')]);
    await store.parts.replace(run.id, [part(run.id, 0, 'new'), part(run.id, 1, 'new')]);
    expect((await store.parts.load(run.id)).map(({ index, boundary }) => [index, boundary])).toEqual([[0, 'new'], [1, 'new']]);
    expect(await store.parts.load(other.id)).toHaveLength(1);
  });

  it('begin anew without their texts', async () => {
    const run = makeRun(newThread());
    await store.putRun(run, 0);
    await journal(store, run.id, [['old ', 'thought'], ['text', '']]);
    await store.clearTexts(run.id);
    await journal(store, run.id, [['new', '']]);
    expect((await store.loadThread(run.threadId))[0]?.run).toMatchObject({ text: 'new', reasoning: '' });
  });
});

describe('runs in IndexedDB', () => {
  it('that cannot be read are left out', async () => {
    const threadId = newThread();
    const run = makeRun(threadId);
    await indexedRuns.putRun(run, 0);
    const damaged = { id: 'damaged', threadId, position: 1, state: 'melted', createdAt: 0 };
    await (await openDatabase()).put('runs', damaged as never);
    let told = 0;
    // What the listener gives is no run.
    expect((await indexedRuns.loadThread(threadId, () => ++told)).map((loaded) => loaded.run.id)).toEqual([run.id]);
    expect(told).toBe(1);
    await indexedRuns.removeRuns(['damaged']);
  });

  it('say so when the disk is full, and nothing that is there is lost', async () => {
    const before = makeRun(newThread(), 'done');
    await indexedRuns.putRun({ ...before, text: 'Kept.' }, 0);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(indexedRuns.putRun(makeRun(newThread()), 0)).rejects.toMatchObject({ code: 'storage-full' });
    put.mockRestore();
    expect((await indexedRuns.loadThread(before.threadId)).map(({ run }) => run.text)).toEqual(['Kept.']);
  });

  it('that have come to rest lie in one piece, and go on growing from there', async () => {
    const run = makeRun(newThread());
    await indexedRuns.putRun(run, 0);
    await journal(indexedRuns, run.id, [['a', ''], ['b', 'thought'], ['c', '']]);
    await indexedRuns.putRun({ ...run, state: 'stopped', text: 'abc', reasoning: 'thought' }, 0);
    const pieces = () => openDatabase().then((database) => database.count('chunks', IDBKeyRange.bound([run.id], [run.id, []])));
    expect(await pieces()).toBe(1);
    await indexedRuns.append({ runId: run.id, at: 3, text: 'd', reasoningAt: 7, reasoning: '!' });
    expect((await indexedRuns.loadThread(run.threadId))[0]?.run).toMatchObject({ text: 'abcd', reasoning: 'thought!' });
  });
});

describe('runs of private windows', () => {
  it('never touch the disk', async () => {
    const run = makeRun(newThread());
    const before = await (await openDatabase()).count('runs');
    await sessionRuns.putRun(run, 0);
    await journal(sessionRuns, run.id, [['secret', 'thought']]);
    await sessionRuns.putRequest({ host: 'h', model: 'm', messages: [], runId: run.id, maxTokens: 1 });
    const database = await openDatabase();
    expect(await database.count('runs')).toBe(before);
    expect(await database.count('chunks', IDBKeyRange.bound([run.id], [run.id, []]))).toBe(0);
    expect(await database.get('requests', run.id)).toBeUndefined();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });
});
