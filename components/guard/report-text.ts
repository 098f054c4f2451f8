import { t } from '~/lib/i18n/message';
import type { SafetyReport } from '~/lib/shared/guard';
import { describeVerdict, nameFinding, nameHazards } from './guard-names';
import { describeFacts } from './report-facts';
import { headlineOf } from './report-headline';

/** A report as plain text, for the clipboard. */
export function reportAsText(report: SafetyReport, live: boolean): string {
  const { verdict, passages, findings, error } = report;
  const lines = [t(headlineOf(report, live).key)];
  if (verdict.kind !== 'safe') lines.push(describeVerdict(verdict, error));
  lines.push(...passages.map(({ hazards, quote }) => `${nameHazards(hazards)}: ${JSON.stringify(quote)}`));
  lines.push(...findings.map((finding) => `${nameFinding(finding)}: ${JSON.stringify(finding.excerpt)}`));
  lines.push(...describeFacts(report));
  return lines.join('\n');
}
