import { decide, effectiveHazards, effectivePolicy } from '~/lib/guard/policy';
import type { GuardNote, GuardOptions } from '~/lib/shared/guard';
import type { Description } from '~/lib/storage/descriptions';
import { isChecked } from '../guard/pass-checkpoint';

type Kept = Pick<Description, 'checked' | 'notes'>;

/**
 * What comes of a kept description at the checkpoint of answers as it is set now, nobody being asked. `unchecked`: no guard
 * has said what it would say now, since none was asked, fewer hazards counted, or there was no verdict where one is needed.
 */
export function decideKept(options: GuardOptions, { checked }: Kept): GuardNote['outcome'] | 'unchecked' {
  if (!isChecked(options, 'answer')) return 'passed';
  if (!checked) return 'unchecked';
  const hazards = effectiveHazards(options);
  const outcome = decide(effectivePolicy(options, 'answer'), checked.verdict, hazards);
  if (checked.verdict.kind === 'unsafe' && outcome !== 'passed') return outcome;
  return outcome === 'passed' && hazards.every((hazard) => checked.hazards.includes(hazard)) ? 'passed' : 'unchecked';
}

/** Whether a kept description may be shown, with its notes, as it is. */
export function mayShow(options: GuardOptions, kept: Kept): boolean {
  const { action } = effectivePolicy(options, 'answer');
  return action !== 'block' || decideKept(options, kept) === 'passed';
}

/** Whether it may stand in the page or be read aloud unasked, where no note goes with it. */
export function mayStandAlone(options: GuardOptions, kept: Kept): boolean {
  return mayShow(options, kept) && decideKept(options, kept) !== 'warned';
}

/** What is to be told of a description: notes of checkpoints that the reader wants. */
export function notesOf(options: GuardOptions, { notes = [] }: Kept): { guard?: GuardNote[] } {
  const guard = notes.filter(({ checkpoint }) => isChecked(options, checkpoint));
  return guard.length > 0 ? { guard } : {};
}
