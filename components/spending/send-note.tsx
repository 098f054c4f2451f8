import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatMoney } from '~/lib/i18n/format';
import { plural, t } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import type { QuestionEstimate } from '~/lib/messaging/spending-calls';
import type { SettingsView } from '~/lib/messaging/settings-view';
import { isLive } from '~/lib/shared/run-kinds';
import { usedShare } from '~/lib/shared/spending';
import { estimateTokens } from '~/lib/shared/tokens';
import type { WatchedRun } from '../hooks/thread-store';
import { useDebounced } from '../hooks/use-debounced';
import { useSpending } from '../hooks/use-spending';
import { useTrayChanges } from '../hooks/use-tray-changes';
import { saySpending } from './say-spending';

/** From this share of a limit on it is told beside the message box. */
const NEAR = 0.8;

export interface SendNoteProps {
  /** Empty until the reader writes. */
  draft: string;
  tabId: number;
  /** Of the page that the tab shows. */
  version: number;
  /** The conversation is about a page of its own. */
  kept: boolean;
  runs: readonly WatchedRun[];
  view: SettingsView | undefined;
}

/** What the message in the box comes to, and how much of the day's limit is used when that is nearly all. */
export function SendNote({ draft, tabId, version, kept, runs, view }: SendNoteProps) {
  const isWritten = draft.trim() !== '';
  const limits = view?.settings.spending;
  const isLimited = limits !== undefined && limits.usd + limits.tokens > 0;
  const today = useSpending(isLimited);
  const estimate = useEstimate(isWritten && !runs.some(isLive), { tabId, kind: kept ? 'kept' : 'page', version }, [runs.length, runs.at(-1)?.id, view]);
  const said = useDebounced(draft);
  const isNear = today && limits && usedShare(today, limits) >= NEAR;
  if (!(isWritten && estimate) && !isNear) return null;
  return (
    <div class="send-note">
      {isWritten && estimate && <p>{sayEstimate(estimate, estimateTokens(said.trim()))}</p>}
      {isNear && <p class="send-limit">{saySpending(today, limits)}</p>}
      {isNear && <Told line={saySpending(today, limits)} isUsedUp={usedShare(today, limits) >= 1} />}
    </div>
  );
}

/** Spoken when the limit is near and again when it is reached, not at every request in between. */
function Told({ line, isUsedUp }: { line: string; isUsedUp: boolean }) {
  const said = useMemo(() => line, [isUsedUp]);
  return <p role="status" class="visually-hidden">{said}</p>;
}

/** Never a number that was not told: without a price it is tokens only. */
function sayEstimate({ model, sent, answer, price, embedding, guard }: QuestionEstimate, question: number): string {
  const out = sent + question;
  const beside = [embedding, guard].filter((each) => each !== undefined);
  const sum = (counts: readonly (number | undefined)[]) => counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  const tokens = plural('countTokens', out + sum(beside.map((each) => each.tokens)));
  const isKnown = price && beside.every(({ usd }) => usd !== undefined);
  if (!isKnown) return t('estimateTokens', tokens, model);
  return t('estimateCost', tokens, formatMoney((out * price.input + answer * price.output) / 1_000_000 + sum(beside.map(({ usd }) => usd))), model);
}

/** Asked for once a page, conversation, attachments and settings; letters are counted here. That of another page is not shown meanwhile. */
function useEstimate(wanted: boolean, asked: { tabId: number; kind: 'page' | 'kept'; version: number }, changes: readonly unknown[]): QuestionEstimate | undefined {
  const [estimate, setEstimate] = useState<{ place: string; found: QuestionEstimate | null }>();
  const tray = useTrayChanges();
  const place = `${asked.tabId} ${asked.kind} ${asked.version}`;
  useEffect(() => {
    if (!wanted) return undefined;
    let isAwaited = true;
    call('estimateQuestion', asked).then(
      (found) => isAwaited && setEstimate({ place, found }),
      () => isAwaited && setEstimate(undefined),
    );
    return () => {
      isAwaited = false;
    };
  }, [wanted, place, tray, ...changes]);
  return estimate?.place === place ? (estimate.found ?? undefined) : undefined;
}
