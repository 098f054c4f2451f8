import { findSent } from '~/lib/guard/find-sent';
import { effectiveHazards } from '~/lib/guard/policy';
import { blockMarkdown, blockText } from '~/lib/shared/block-text';
import type { Finding, GuardOptions, Verdict } from '~/lib/shared/guard';
import type { Block } from '~/lib/shared/page-content';
import { keepPassed } from '~/lib/storage/passed-texts';
import type { GuardJudge } from './judge';

/** Orders to an assistant that stand in plain sight, disguised or not, leave with the rest of a page's text: for these no guard need be asked. */
export function ownVerdicts(text: string, findings: readonly Finding[] = []): Verdict[] {
  return findSent(findings, text).length > 0 ? [{ kind: 'unsafe', hazards: ['prompt-injection'] }] : [];
}

/** Names whose verdict on a text of a page holds for the same text once more. */
export function scopeOf(guard: Pick<GuardJudge, 'about'>, options: GuardOptions): string {
  return JSON.stringify([guard.about('text'), effectiveHazards(options)]);
}

/** The blocks of a page that stand whole in a request that a guard has found safe need not be judged again. */
export async function rememberSafe(scope: string, request: string, blocks: readonly Block[]): Promise<void> {
  const safe: string[] = [];
  let at = 0;
  for (const block of blocks) {
    const written = blockMarkdown(block);
    const found = request.indexOf(written, at);
    if (found < 0) break;
    at = found + written.length;
    safe.push(blockText(block));
  }
  await keepPassed(scope, safe);
}
