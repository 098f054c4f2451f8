import type { GuardNote } from '~/lib/shared/guard';
import type { Settings } from '~/lib/shared/settings';
import type { StoredImage } from '~/lib/storage/images';
import { addUsage } from '../add-usage';
import type { RunContext } from '../run-context';
import type { GuardJudge } from './judge';
import type { Checks } from './pass-checkpoint';

/** Checkpoints of a run: their notes and what they cost are kept with it. */
export function checksOfRun({ live, signal }: RunContext, { guard: options }: Settings, guard: GuardJudge, files?: readonly StoredImage[]): Checks {
  return {
    options,
    guard,
    files,
    signal,
    place: { url: live.run.page.url, isPrivate: live.isPrivate },
    onNote: (note) => live.change({ guard: addNote(live.run.guard, note) }),
    onUsage: (usage) => live.change({ guardUsage: addUsage(live.run.guardUsage, usage) }),
  };
}

/** Neighbouring parts of an answer of which the same is to be told become one. */
function addNote(notes: readonly GuardNote[] = [], note: GuardNote): GuardNote[] {
  const last = notes.at(-1);
  const isSame = last?.range && note.range && describeNote(last) === describeNote(note) && note.range.start >= last.range.end;
  if (!last?.range || !note.range || !isSame || note.range.start - last.range.end > GAP) return [...notes, note];
  return [...notes.slice(0, -1), { ...note, range: { start: last.range.start, end: note.range.end } }];
}

/** Characters between neighbours: the blank line, at most. */
const GAP = 8;

function describeNote({ checkpoint, outcome, verdict, error }: GuardNote): string {
  return JSON.stringify([checkpoint, outcome, verdict, error?.code]);
}
