import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ThreadEvent } from '~/lib/messaging/protocol';
import { answered } from '../storage/history-world';

type Step = { kind: 'ask' | 'edit' | 'again' | 'switch' | 'delete'; at: number };
const someSteps = fc.array(fc.record({ kind: fc.constantFrom<Step['kind']>('ask', 'ask', 'edit', 'again', 'switch', 'delete'), at: fc.nat(30) }), { maxLength: 14 });

async function load() {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.runtime, { sendMessage: async () => undefined });
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  const [{ Thread }, { indexedRuns }, { sessionRuns }] = await Promise.all([
    import('~/lib/background/thread'),
    import('~/lib/storage/indexed-runs'),
    import('~/lib/storage/session-runs'),
  ]);
  const reload = async () => {
    const stores = [{ store: indexedRuns, isPrivate: false }, { store: sessionRuns, isPrivate: true }];
    const runs = await Promise.all(stores.map(async ({ store, isPrivate }) => (await store.loadThread('t')).map((loaded) => ({ ...loaded, isPrivate }))));
    return new Thread('t', runs.flat().sort((a, b) => a.position - b.position));
  };
  return { thread: new Thread('t'), reload };
}

it('whatever is asked, edited, repeated, deleted and switched, one path is shown, windows know it, and it is there after a restart', async () => {
  await fc.assert(
    fc.asyncProperty(someSteps, fc.boolean(), async (steps, isPrivate) => {
      const { thread, reload } = await load();
      let shown: string[] = [];
      const watch = (event: ThreadEvent) => {
        if (event.type === 'snapshot') shown = event.runs.map(({ id }) => id);
        if (event.type === 'run') shown = [...shown, event.run.id];
      };
      thread.enter(7, { watchers: new Set(), opened: false });
      thread.subscribe(watch, new AbortController().signal, 7);
      const alive = new Set<string>();
      const replaced: (typeof thread.path)[number][] = [];
      for (const [n, { kind, at }] of steps.entries()) {
        const target = thread.path[at % Math.max(1, thread.path.length)];
        const run = answered('t', `q${n}`, `a${n}`);
        if (kind === 'ask' || !target) {
          alive.add(thread.add(run, isPrivate).id);
          expect(thread.path.at(-1)?.id).toBe(run.id);
        } else if (kind === 'edit') {
          alive.add(thread.add(run, isPrivate, target).id);
          expect(thread.path.at(-1)?.id).toBe(run.id);
          expect(thread.versionsOf(target).at(-1)?.id).toBe(run.id);
        } else if (kind === 'again') {
          alive.delete(target.id);
          replaced.push(target);
          const follows = thread.path.length;
          alive.add(thread.replace(target, run, isPrivate).id);
          expect(thread.path).toHaveLength(follows);
        } else if (kind === 'switch') {
          const versions = thread.versionsOf(target);
          const other = versions[at % versions.length] ?? target;
          thread.choose(other);
          expect(thread.path).toContain(other);
        } else {
          for (const each of thread.branchOf(target)) alive.delete(each.id);
          await thread.remove(target);
        }
        expect(new Set(thread.runs.map(({ id }) => id))).toEqual(alive);
        expect(shown).toEqual(thread.path.map(({ id }) => id));
        for (const [i, each] of thread.path.entries()) expect(each.run.parentId).toBe(thread.path[i - 1]?.id ?? null);
      }
      await Promise.all([...thread.runs, ...replaced].map((live) => live.saved()));
      const again = await reload();
      expect(again.path.map(({ id }) => id)).toEqual(shown);
      expect(new Set(again.runs.map(({ id }) => id))).toEqual(alive);
    }),
    { numRuns: 40 },
  );
});

it('a deletion that fails leaves everything where it was, and says so', async () => {
  const { thread } = await load();
  const first = thread.add(answered('t', 'One?', 'One.'), false);
  thread.add(answered('t', 'Two?', 'Two.'), false);
  await Promise.all(thread.runs.map((live) => live.saved()));
  const { indexedRuns } = await import('~/lib/storage/indexed-runs');
  vi.spyOn(indexedRuns, 'removeRuns').mockRejectedValueOnce(new Error('disk'));
  await expect(thread.remove(first)).rejects.toThrow('disk');
  expect(thread.path.map(({ run }) => run.text)).toEqual(['One.', 'Two.']);
});
