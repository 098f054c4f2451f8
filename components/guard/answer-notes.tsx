import { ShieldAlert } from 'lucide-preact';
import { t } from '~/lib/i18n/message';
import { isLive } from '~/lib/shared/run-kinds';
import type { WatchedRun } from '../hooks/thread-store';
import { GuardNotes } from './guard-notes';

/** What the checkpoints had to say about a run, and whether it ended before all of its answer was judged. */
export function AnswerNotes({ run }: { run: WatchedRun }) {
  return (
    <>
      {run.guard && <GuardNotes notes={run.guard} />}
      {hasUnjudgedEnd(run) && (
        <div class="notice warn">
          <ShieldAlert class="icon" />
          <p>{t('guardNoteUnfinished')}</p>
        </div>
      )}
    </>
  );
}

/** While it grows the verdict is merely behind; an answer that was stopped is said to be. */
function hasUnjudgedEnd(run: WatchedRun): boolean {
  const { judged, guard, text } = run;
  if (judged === undefined || isLive(run)) return false;
  if (guard?.some(({ checkpoint, outcome }) => checkpoint === 'answer' && outcome === 'blocked')) return false;
  return text.snapshot().slice(judged).trim() !== '';
}
