import { type Checkpoint, type CheckpointPolicy, type GuardNote, type GuardOptions, type Hazard, HAZARDS, type Verdict } from '~/lib/shared/guard';

/** `Strict` closes every checkpoint, whatever is set for it. */
const STRICT: CheckpointPolicy = { action: 'block', onUnknown: 'closed' };

/** What holds at a checkpoint. */
export function effectivePolicy(options: Pick<GuardOptions, 'strict' | 'checkpoints'>, checkpoint: Checkpoint): CheckpointPolicy {
  return options.strict ? STRICT : options.checkpoints[checkpoint];
}

/** The hazards that count: those the reader chose; with `Strict` all. */
export function effectiveHazards(options: Pick<GuardOptions, 'strict' | 'hazards'>): readonly Hazard[] {
  return options.strict ? HAZARDS : options.hazards;
}

/**
 * What comes of a verdict. `hazards` are those that count; something unsafe of which the guard does not say why always
 * counts. `passed` with a verdict `unknown` is to be noted.
 */
export function decide({ action, onUnknown }: CheckpointPolicy, verdict: Verdict, hazards: readonly Hazard[]): GuardNote['outcome'] {
  if (action === 'off' || !isHeld(verdict, onUnknown, hazards)) return 'passed';
  return action === 'warn' ? 'warned' : 'blocked';
}

function isHeld(verdict: Verdict, onUnknown: CheckpointPolicy['onUnknown'], hazards: readonly Hazard[]): boolean {
  switch (verdict.kind) {
    case 'safe':
      return false;
    case 'unsafe':
      return verdict.hazards.length === 0 || verdict.hazards.some((hazard) => hazards.includes(hazard));
    case 'unknown':
      return onUnknown === 'closed';
  }
}
