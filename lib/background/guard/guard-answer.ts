import { mergeVerdicts } from '~/lib/guard/merge';
import { decide, effectiveHazards, effectivePolicy } from '~/lib/guard/policy';
import { AppError } from '~/lib/shared/app-error';
import type { Settings } from '~/lib/shared/settings';
import type { RunContext } from '../run-context';
import { AnswerGate } from './answer-gate';
import type { GuardJudge } from './judge';
import { logCheck } from './log';
import { checksOfRun } from './run-checks';
import { writtenByReader } from './written-by-reader';

/** An answer on its way through its checkpoint. */
export interface GuardedAnswer {
  /** Aborted when nothing further of the answer is wanted. */
  signal: AbortSignal;
  /** Text is held until it has passed; what cannot be judged, such as reasoning, must not be shown. */
  holds: boolean;
  add(text: string): void;
  /** Whether words that stand beside the answer may be shown. */
  passes(text: string): Promise<boolean>;
  /**
   * Call it when the answer is complete, or has broken off. Resolves when all of it has been judged.
   * @throws AppError `guard-blocked`, and `cancelled` when the run is stopped
   */
  end(): Promise<void>;
}

/**
 * The checkpoint of a run's answer, for where answers are checked (`isChecked`). `show` adds to the run's text. What is shown
 * before it is judged is kept count of (`Run.judged`): an answer that ended before its last verdict is judged from there when it is continued.
 * @param guard who judges; see `openJudge`
 */
export function guardAnswer(context: RunContext, settings: Settings, guard: GuardJudge, show: (text: string) => void): GuardedAnswer {
  const policy = effectivePolicy(settings.guard, 'answer');
  const hazards = effectiveHazards(settings.guard);
  const { onNote, onUsage, place } = checksOfRun(context, settings, guard);
  const { live } = context;
  const question = writtenByReader(live.run.request);
  const holds = policy.action === 'block';
  const start = Math.min(live.run.judged ?? Infinity, live.run.text.length);
  const stopping = new AbortController();
  const signal = AbortSignal.any([context.signal, stopping.signal]);
  let model: string | undefined;
  const judge = async (text: string) => {
    const { verdict, usage, judge: by, error } = await guard.judge({ kind: 'text', checkpoint: 'answer', text, ...(question ? { question } : {}) }, signal);
    if (usage) onUsage(usage);
    if (by.kind === 'model') model = by.model;
    return { verdict, ...(error ? { error } : {}) };
  };
  const gate = new AnswerGate({
    policy,
    hazards,
    start,
    unjudged: live.run.text.slice(start),
    judge,
    show(text) {
      if (!holds && live.run.judged === undefined) live.change({ judged: start });
      show(text);
    },
    note: onNote,
    onJudged(end) {
      const judged = holds && end >= live.run.text.length ? undefined : end;
      if (live.run.judged !== judged) live.change({ judged });
    },
    onBlocked: () => stopping.abort(),
  });
  return {
    signal,
    holds,
    add: (text) => gate.add(text),
    passes: async (text) => !text.trim() || decide(policy, (await judge(text)).verdict, hazards) !== 'blocked',
    async end() {
      context.signal.throwIfAborted();
      await gate.end();
      if (gate.verdicts.length === 0) return;
      const verdict = mergeVerdicts(gate.verdicts);
      const outcome = gate.isBlocked ? 'blocked' : decide(policy, verdict, hazards);
      logCheck(settings.guard, place, { checkpoint: 'answer', verdict, outcome, ...(model ? { model } : {}) });
      if (gate.isBlocked) throw new AppError('guard-blocked');
    },
  };
}
