import { ShieldAlert, ShieldX } from 'lucide-preact';
import { t, type MessageKey } from '~/lib/i18n/message';
import type { GuardNote } from '~/lib/shared/guard';
import { describeVerdict, nameCheckpoint } from './guard-names';

/** What checkpoints had to say about a run, above its answer: one line for each, equal ones once. */
export function GuardNotes({ notes }: { notes: readonly GuardNote[] }) {
  const lines = new Map(notes.map((note) => [sentenceOf(note), note.outcome]));
  return (
    <>
      {[...lines].map(([sentence, outcome]) => (
        <div key={sentence} class={outcome === 'blocked' ? 'notice bad' : 'notice warn'}>
          {outcome === 'blocked' ? <ShieldX class="icon" /> : <ShieldAlert class="icon" />}
          <p>{sentence}</p>
        </div>
      ))}
    </>
  );
}

const SENTENCES: Record<GuardNote['outcome'], MessageKey> = {
  passed: 'guardNoteUnchecked',
  warned: 'guardNoteWarned',
  blocked: 'guardNoteBlocked',
};

function sentenceOf({ checkpoint, verdict, outcome, error }: GuardNote): string {
  // Without a verdict nothing was found: it was let through, or stopped for that reason.
  const key = verdict.kind === 'unknown' && outcome !== 'blocked' ? 'guardNoteUnchecked' : SENTENCES[outcome];
  return t(key, nameCheckpoint(checkpoint), describeVerdict(verdict, error));
}
