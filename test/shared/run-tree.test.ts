import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RunTree, type TreeRun } from '~/lib/shared/run-tree';

const run = (id: string, parentId?: string | null, chosenAt?: number): TreeRun => ({
  id,
  createdAt: Number(id.replace(/\D/g, '')),
  ...(parentId === undefined ? {} : { parentId }),
  ...(chosenAt === undefined ? {} : { chosenAt }),
});
const ids = (runs: readonly TreeRun[]) => runs.map(({ id }) => id);

it('runs of before there were versions follow each other as they stand', () => {
  const tree = new RunTree([run('r1'), run('r2'), run('r3')]);
  expect(ids(tree.path())).toEqual(['r1', 'r2', 'r3']);
  expect(ids(tree.pathTo('r2'))).toEqual(['r1', 'r2']);
  expect(tree.versionsOf('r2')).toHaveLength(1);
});

it('of the versions of a turn the one chosen last is shown, with what was last chosen after it', () => {
  const before = [run('r1', null), run('r2', 'r1'), run('r3', 'r2'), run('r4', 'r1'), run('r5', 'r4'), run('r6', 'r4')];
  expect(ids(new RunTree(before).path())).toEqual(['r1', 'r4', 'r6']);
  expect(ids(new RunTree(before.map((each) => (each.id === 'r2' ? { ...each, chosenAt: 100 } : each))).path())).toEqual(['r1', 'r2', 'r3']);
  const older = before.map((each) => (each.id === 'r5' ? { ...each, chosenAt: 100 } : each));
  expect(ids(new RunTree(older).path())).toEqual(['r1', 'r4', 'r5']);
  expect(ids(new RunTree(before).versionsOf('r4'))).toEqual(['r2', 'r4']);
  expect(ids(new RunTree(before).branchOf('r4'))).toEqual(['r4', 'r5', 'r6']);
});

it('what followed a run that cannot be read follows the one before that, still as versions of one turn', () => {
  const tree = new RunTree([run('r1', null), run('r3', 'r2'), run('r4', 'r2'), run('r5', 'r3')]);
  expect(ids(tree.versionsOf('r3'))).toEqual(['r3', 'r4']);
  expect(tree.parentOf('r3')).toBe('r1');
  expect(ids(tree.pathTo('r5'))).toEqual(['r1', 'r3', 'r5']);
});

it('whatever runs there are, all can be reached and one path from beginning to end is shown', () => {
  const some = fc.array(fc.record({ parent: fc.option(fc.nat(12), { nil: undefined }), first: fc.boolean(), chosenAt: fc.option(fc.nat(20), { nil: undefined }) }), { maxLength: 12 });
  fc.assert(
    fc.property(some, (all) => {
      // Parents that come later, are missing, or are the run itself stand for what a damaged database or a file may hold.
      const runs = all.map(({ parent, first, chosenAt }, index) => run(`r${index}`, first ? null : parent === undefined ? undefined : `r${parent}`, chosenAt));
      const tree = new RunTree(runs);
      for (const { id } of runs) {
        const path = tree.pathTo(id);
        expect(path.at(-1)?.id).toBe(id);
        expect(tree.parentOf(path[0]?.id ?? '')).toBeNull();
        for (const [i, each] of path.entries()) if (i > 0) expect(tree.parentOf(each.id)).toBe(path[i - 1]?.id);
        expect(ids(tree.versionsOf(id))).toContain(id);
      }
      const reached = tree.following(null).flatMap(({ id }) => ids(tree.branchOf(id)));
      expect([...reached].sort()).toEqual(ids(runs).sort());
      const shown = tree.path();
      expect(shown.length > 0).toBe(runs.length > 0);
      if (shown.length > 0) expect(ids(shown)).toEqual(ids(tree.pathTo(shown.at(-1)?.id ?? '')));
      expect(tree.following(shown.at(-1)?.id ?? 'none')).toEqual([]);
      for (const each of shown) for (const other of tree.versionsOf(each.id)) expect((other.chosenAt ?? other.createdAt) <= (each.chosenAt ?? each.createdAt)).toBe(true);
    }),
  );
});
