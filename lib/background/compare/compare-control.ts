import { AppError } from '~/lib/shared/app-error';
import type { Comparison } from '~/lib/shared/comparison';
import { comparedWith, isOpen } from '~/lib/shared/comparison-rules';
import type { Run, RunRequest } from '~/lib/shared/run';
import { isReportRequest } from '~/lib/shared/run-kinds';
import { getSettings } from '~/lib/storage/settings';
import type { ReadQuestion } from '../attachments/read-question';
import { findEarlier } from '../earlier-pictures';
import type { Executions } from '../executions';
import type { LiveRun } from '../live-run';
import { isEqualRequest, isUnderWay, newRun, presentEngine } from '../new-run';
import { performRun } from '../perform-run';
import type { EarlierPictures } from '../run-context';
import { chooseTab, describePage, isUnkept, staysWithTab } from '../run-tab';
import type { Thread } from '../thread';
import type { ThreadControl } from '../thread-control';
import type { Threads } from '../threads';
import { Places } from './places';
import { SharedWork } from './shared-work';

/** What all answers of one comparison have in common. */
interface Asked {
  request: RunRequest;
  page: Run['page'];
  isPrivate: boolean;
  earlier?: EarlierPictures | undefined;
}

/** Puts one question to several models. Each answer is a run by itself: what becomes of one is no matter to the others. */
export class CompareControl {
  readonly #threads: Threads;
  readonly #shown: ThreadControl;
  readonly #executions: Executions;

  constructor(threads: Threads, shown: ThreadControl, executions: Executions) {
    this.#threads = threads;
    this.#shown = shown;
    this.#executions = executions;
  }

  /** Asks all of them and returns the id of the first one's run. Throws `needs-model` where no server would answer. */
  async start(tabId: number, request: RunRequest, models: readonly string[]): Promise<string> {
    const present = async () => (await this.#threads.ofTab(tabId)).path;
    const [page, isPrivate] = await Promise.all([describePage(tabId, request, present), isUnkept(tabId), requireServer()]);
    const places = await makePlaces();
    const thread = await this.#shown.present(tabId);
    // Two presses, or two windows: nothing is asked and paid for twice.
    const equal = thread.path.find(({ run }) => run.comparison && isUnderWay(run) && isEqualRequest(run, request));
    if (equal) return equal.id;
    settleOpen(thread);
    const lives = this.#add(thread, { request, page, isPrivate }, models.map((model, place) => ({ id: crypto.randomUUID(), model, place })));
    this.#begin(thread, tabId, lives, { request, page, isPrivate }, places);
    return lives[0]?.id ?? '';
  }

  /**
   * Has further models answer what a run answers, beside it. Those that it was compared with before, of which one has been kept,
   * stay as versions. Throws `page-navigated` where that is gone from the tab.
   */
  async beside(runId: string, models: readonly string[]): Promise<void> {
    const { thread, live: old } = await this.#threads.findRun(runId);
    const { request: asked, model, comparison: before } = old.run;
    if (isReportRequest(asked) || asked.task === 'read-scan' || isOpen(comparedLives(thread, old).map(({ run }) => run)) || isUnderWay(old.run) || !model) throw new AppError('bad-message', { detail: 'not to be compared' });
    const tabId = await chooseTab(thread, old);
    const isTabs = asked.source.kind !== 'link' && asked.source.kind !== 'kept' && asked.source.kind !== 'none';
    const isElsewhere = isTabs && !(await staysWithTab(tabId, old.run));
    if (isElsewhere && asked.task !== 'ask') throw new AppError('page-navigated', { reason: 'other-page' });
    const request = isElsewhere && asked.task === 'ask' ? { ...asked, source: { kind: 'kept' as const } } : asked;
    const [page, isPrivate, earlier] = await Promise.all([describePage(tabId, request, async () => [old]), isUnkept(tabId), findEarlier(old, request), requireServer()]);
    const places = await makePlaces();
    if (old.run.comparison !== before || !thread.runs.includes(old)) return;
    for (const other of comparedLives(thread, old)) if (other !== old) other.place({ comparison: undefined });
    const id = crypto.randomUUID();
    old.place({ comparison: { id, model, place: 0 } });
    const group = models.map((other, index) => ({ id, model: other, place: index + 1 }));
    const lives = this.#add(thread, { request, page, isPrivate }, group, old);
    // Where the conversation has gone on from the answer that was there, what followed would hide the comparison.
    if (thread.branchOf(old).length === 1) thread.choose(old);
    this.#begin(thread, tabId, lives, { request, page, isPrivate, earlier }, places);
  }

  /** The conversation goes on from this answer; the others stay as versions of its turn. */
  async keep(runId: string): Promise<void> {
    const { thread, live } = await this.#threads.findRun(runId);
    keepOne(thread, live);
    await live.saved();
  }

  /** The conversation goes on from the first of them until another is kept. */
  #add(thread: Thread, { request, page, isPrivate }: Asked, group: readonly Comparison[], beside?: LiveRun): LiveRun[] {
    const id = group[0]?.id ?? '';
    let neighbour = beside;
    const lives = group.map((comparison) => {
      const run = { ...newRun(thread, request, page, 'server'), comparison: { ...comparison, id } };
      return (neighbour = thread.add(run, isPrivate, neighbour));
    });
    if (lives[0]) thread.choose(lives[0]);
    return lives;
  }

  /** What they are about is read once, so that all answer about the same. */
  #begin(thread: Thread, tabId: number, lives: readonly LiveRun[], { earlier }: Asked, places: Places): void {
    const reading = new SharedWork<ReadQuestion>();
    for (const live of lives) {
      this.#executions.begin(thread, live, tabId, { model: live.run.comparison?.model }, (context) =>
        places.during(context.signal, () => performRun({ ...context, earlier, reading })));
    }
  }
}

/** What is asked next goes on from the answer that is shown; where that one failed, from the first that there is. */
export function settleOpen(thread: Thread): void {
  const last = thread.path.at(-1);
  if (!last?.run.comparison) return;
  const members = comparedLives(thread, last);
  if (!isOpen(members.map(({ run }) => run))) return;
  const isAnswer = ({ run }: LiveRun) => run.text !== '' && (run.state === 'done' || run.state === 'stopped');
  keepOne(thread, isAnswer(last) ? last : (members.find(isAnswer) ?? last));
}

function keepOne(thread: Thread, live: LiveRun): void {
  const { comparison } = live.run;
  if (!comparison) return;
  for (const other of comparedLives(thread, live)) {
    if (other !== live && other.run.comparison?.kept) other.place({ comparison: { ...other.run.comparison, kept: undefined } });
  }
  live.place({ comparison: { ...comparison, kept: true } });
  thread.choose(live);
}

/** A run with the others of its comparison. */
export function comparedLives(thread: Thread, live: LiveRun): LiveRun[] {
  const versions = thread.versionsOf(live);
  return comparedWith(live.run, versions.map(({ run }) => run)).flatMap(({ id }) => versions.find((each) => each.id === id) ?? []);
}

async function requireServer(): Promise<void> {
  if ((await presentEngine()) !== 'server') throw new AppError('needs-model');
}

/** As many at a time as the reader has set for parts of a long text: a server of their own may take one only. */
async function makePlaces(): Promise<Places> {
  return new Places((await getSettings()).settings.documents.parallel);
}
