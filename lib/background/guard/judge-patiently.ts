import { AppError } from '~/lib/shared/app-error';
import type { Usage } from '~/lib/shared/chat';
import type { Turns } from '../pictures/ask-patiently';
import type { GuardJudge } from './judge';

/**
 * A judge that waits as long as a busy server asks to, like everything else that is asked for a batch: it is no reason to
 * have no verdict.
 * @param onUsage called with what a request used that is made again
 */
export function judgePatiently(guard: Pick<GuardJudge, 'judge'>, turns: Turns, onUsage: (usage: Usage) => void): Pick<GuardJudge, 'judge'> {
  return {
    async judge(subject, signal, files) {
      for (let times = 0; ; times++) {
        await turns.mayAsk();
        const judgement = await guard.judge(subject, signal, files);
        const { error, usage } = judgement;
        if (error?.code !== 'rate-limited' || !turns.pauses(AppError.fromData(error), times)) return judgement;
        if (usage) onUsage(usage);
      }
    },
  };
}
