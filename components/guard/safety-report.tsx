import { ShieldAlert, ShieldCheck, ShieldQuestionMark, ShieldX, type LucideIcon } from 'lucide-preact';
import { plural, t } from '~/lib/i18n/message';
import type { SafetyReport as Report } from '~/lib/shared/guard';
import { describeError } from '../ui/error-messages';
import { FindingList } from './finding-list';
import { describeVerdict, nameHazard, nameHazards } from './guard-names';
import { Passage, type ShowPassage } from './passage';
import { describeFacts } from './report-facts';
import { headlineOf, type Tone } from './report-headline';

const ICONS: Record<Tone, LucideIcon> = { bad: ShieldX, warn: ShieldAlert, good: ShieldCheck, open: ShieldQuestionMark };

export interface SafetyReportProps {
  report: Report;
  /** Parts are still being judged. */
  live: boolean;
  onShow: ShowPassage;
  /** Checks the pictures of the page too; absent when they were, or cannot be. */
  onCheckImages: (() => void) | undefined;
}

/** The result of a safety check: verdict first, then what it rests on. */
export function SafetyReport({ report, live, onShow, onCheckImages }: SafetyReportProps) {
  const { verdict, findings, passages, images, error } = report;
  const { tone, key } = headlineOf(report, live);
  const Icon = ICONS[tone];
  const unsafe = images.filter((image) => image.verdict.kind === 'unsafe');
  const unjudged = images.length - unsafe.length;
  return (
    <div class="safety">
      <div class={`safety-verdict safety-${tone}`}>
        <Icon class="icon" />
        <h3>{t(key)}</h3>
      </div>
      {verdict.kind === 'unsafe' && tone === 'bad' && (
        <ul class="hazards" aria-label={t('hazardsLabel')}>
          {verdict.hazards.map((hazard) => <li key={hazard}>{nameHazard(hazard)}</li>)}
        </ul>
      )}
      {(verdict.kind === 'unknown' || error) && !live && report.judge.kind === 'model' && <p>{error ? describeError(error) : describeVerdict(verdict)}</p>}
      {passages.length > 0 && (
        <ul class="passages" aria-label={t('passagesLabel')}>
          {passages.map(({ hazards, quote }, index) => (
            <Passage key={index} text={quote} label={nameHazards(hazards)} onShow={onShow} />
          ))}
        </ul>
      )}
      {unsafe.length > 0 && <p>{plural('reportImagesUnsafe', unsafe.length)}</p>}
      {unjudged > 0 && <p>{plural('reportImagesUnknown', unjudged)}</p>}
      {findings.length > 0 && (
        <>
          <p>{t('findingsWhy')}</p>
          <FindingList findings={findings} onShow={onShow} />
        </>
      )}
      <ul class="safety-facts">
        {describeFacts(report).map((fact) => <li key={fact}>{fact}</li>)}
      </ul>
      {onCheckImages && (
        <button type="button" class="button compact" onClick={onCheckImages}>
          {t('reportCheckImages')}
        </button>
      )}
      <p class="hint">{t('reportLimits')}</p>
    </div>
  );
}
