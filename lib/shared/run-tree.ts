import type { Run } from './run';

/** A run as far as its place in the tree goes. */
export type TreeRun = Pick<Run, 'id' | 'parentId' | 'createdAt' | 'chosenAt'>;

/**
 * The runs of a thread as a tree: runs with the same parent are versions of one turn, of which the one that was chosen last is
 * shown, with what follows it. Whatever runs are given, each has a place, no two are each other's parents, and one path is shown.
 */
export class RunTree<R extends TreeRun> {
  readonly #runs = new Map<string, R>();
  readonly #parents = new Map<string, string | null>();
  /** By parent, oldest first. */
  readonly #versions = new Map<string | null, R[]>();

  /**
   * @param runs in the order of their positions. One whose parent is not before it (it is an older run without one, or its
   * parent is damaged, or a file says nonsense) follows the run before it, and so do all others with that parent.
   */
  constructor(runs: readonly R[]) {
    const substitutes = new Map<string, string | null>();
    let before: string | null = null;
    for (const run of runs) {
      const parentId = this.#place(run, before, substitutes);
      this.#runs.set(run.id, run);
      this.#parents.set(run.id, parentId);
      const versions = this.#versions.get(parentId);
      if (versions) versions.push(run);
      else this.#versions.set(parentId, [run]);
      before = run.id;
    }
  }

  #place({ parentId }: R, before: string | null, substitutes: Map<string, string | null>): string | null {
    if (parentId === undefined) return before;
    if (parentId === null || this.#runs.has(parentId)) return parentId;
    const substitute = substitutes.get(parentId) ?? before;
    substitutes.set(parentId, substitute);
    return substitute;
  }

  /** Id of the run that this one follows; null for one that begins the thread. */
  parentOf(runId: string): string | null {
    return this.#parents.get(runId) ?? null;
  }

  /** The runs that follow one, or begin the thread (`null`): versions of one turn, oldest first. */
  following(parentId: string | null): readonly R[] {
    return this.#versions.get(parentId) ?? [];
  }

  /** The run with the others of its turn, oldest first. */
  versionsOf(runId: string): readonly R[] {
    return this.following(this.parentOf(runId));
  }

  /** What is shown after a run, or from the beginning (`null`): of each turn the version that was chosen last. */
  path(after: string | null = null): R[] {
    const path: R[] = [];
    for (let next = newest(this.following(after)); next; next = newest(this.following(next.id))) path.push(next);
    return path;
  }

  /** The run, and before it all that it follows. */
  pathTo(runId: string): R[] {
    const path: R[] = [];
    for (let run = this.#runs.get(runId); run; run = this.#runs.get(this.parentOf(run.id) ?? '')) path.push(run);
    return path.reverse();
  }

  /** The run with all that follows it in whatever version, each after the one that it follows. */
  branchOf(runId: string): R[] {
    const first = this.#runs.get(runId);
    const branch = first ? [first] : [];
    for (const run of branch) branch.push(...this.following(run.id));
    return branch;
  }
}

/**
 * The runs that the reader has not deleted: neither themselves nor by one that they follow.
 * @param runs in the order of their positions, each with its parent
 */
export function withoutDeleted<R extends TreeRun & Pick<Run, 'deletedAt'>>(runs: readonly R[]): R[] {
  const tree = new RunTree(runs);
  const gone = new Set(runs.flatMap((run) => (run.deletedAt === undefined ? [] : tree.branchOf(run.id))));
  return runs.filter((run) => !gone.has(run));
}

/** When a run was last chosen. */
export function chosenAt(run: TreeRun): number {
  return run.chosenAt ?? run.createdAt;
}

/** Of versions the one that was chosen last; of two that were so at the same time the later one. */
function newest<R extends TreeRun>(versions: readonly R[]): R | undefined {
  return versions.reduce<R | undefined>((best, run) => (best && chosenAt(best) > chosenAt(run) ? best : run), undefined);
}
