import { countedVerdict } from '~/lib/guard/counted-verdict';
import { mergeVerdicts } from '~/lib/guard/merge';
import { decide, effectiveHazards, effectivePolicy } from '~/lib/guard/policy';
import type { GuardSubject } from '~/lib/guard/subject';
import { AppError } from '~/lib/shared/app-error';
import type { Usage } from '~/lib/shared/chat';
import type { Checkpoint, GuardError, GuardNote, GuardOptions, Verdict } from '~/lib/shared/guard';
import type { StoredImage } from '~/lib/storage/images';
import { inParallel } from './in-parallel';
import type { GuardJudge } from './judge';
import { logCheck, type LoggedPlace } from './log';

/** What checkpoints need, whatever is checked. */
export interface Checks {
  options: GuardOptions;
  guard: Pick<GuardJudge, 'judge'>;
  /** Pictures that are to be judged, as far as they are at hand. */
  files?: readonly StoredImage[] | undefined;
  place: LoggedPlace;
  signal: AbortSignal;
  /** Called with what the reader is to be told. */
  onNote(note: GuardNote): void;
  /** Called with what a request of the guard's used. */
  onUsage(usage: Usage): void;
}

/** Whether anything is asked at a checkpoint. */
export function isChecked(options: GuardOptions, checkpoint: Checkpoint): boolean {
  return effectivePolicy(options, checkpoint).action !== 'off';
}

/**
 * Has what is about to be sent judged. Returns when it may go; what is to be told of it has been noted and logged. One subject
 * that is held, or a failure that would meet all, ends the judging of the others. A picture that goes out as its address is
 * not judged where it must pass: its host could give the guard one file and the model another.
 * @param known verdicts that needed no asking: Docent's own
 * @returns what was found, of the hazards that count; nothing when nothing was checked
 * @throws AppError `guard-blocked`, and `cancelled` when the signal aborts
 */
export async function passCheckpoint(checks: Checks, checkpoint: Checkpoint, subjects: readonly GuardSubject[], known: readonly Verdict[] = []): Promise<Verdict | undefined> {
  const { options, guard, files, place, signal, onNote, onUsage } = checks;
  const policy = effectivePolicy(options, checkpoint);
  if (policy.action === 'off' || subjects.length + known.length === 0) return undefined;
  const hazards = effectiveHazards(options);
  // Docent's own are counted before they are merged, as a guard's are: what does not count must not hide that another part has no verdict.
  const verdicts = known.map((verdict) => countedVerdict(verdict, hazards));
  const isHeld = () => decide(policy, mergeVerdicts(verdicts), hazards) === 'blocked';
  let model: string | undefined;
  let failure: GuardError | undefined;
  if (known.length === 0 || !isHeld()) {
    await inParallel(subjects, signal, async (subject, either) => {
      if (policy.action === 'block' && isAddressOnly(subject)) {
        verdicts.push({ kind: 'unknown', reason: 'not-taken' });
        return isHeld() ? 'stop' : undefined;
      }
      const { verdict, usage, judge, error, isHopeless } = await guard.judge(subject, either, files);
      if (usage) onUsage(usage);
      if (judge.kind === 'model') model ??= judge.model;
      failure ??= error;
      verdicts.push(verdict);
      return isHeld() || isHopeless ? 'stop' : undefined;
    });
  }
  const verdict = mergeVerdicts(verdicts);
  const outcome = decide(policy, verdict, hazards);
  logCheck(options, place, { checkpoint, verdict, outcome, ...(model ? { model } : {}) });
  if (outcome !== 'passed' || verdict.kind === 'unknown') {
    onNote({ checkpoint, verdict, outcome, ...(failure && verdict.kind === 'unknown' ? { error: failure } : {}) });
  }
  if (outcome === 'blocked') throw new AppError('guard-blocked');
  return verdict;
}

function isAddressOnly(subject: GuardSubject): boolean {
  return subject.kind === 'image' && subject.images.some(({ imageId }) => imageId === undefined);
}
