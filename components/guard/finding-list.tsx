import { t } from '~/lib/i18n/message';
import type { Finding } from '~/lib/shared/guard';
import { nameFinding } from './guard-names';
import { Passage, type ShowPassage } from './passage';

interface FindingListProps {
  findings: readonly Finding[];
  /** Leads to those in plain sight. */
  onShow: ShowPassage;
}

/** Orders to an assistant that a page holds, each with where it was put. */
export function FindingList({ findings, onShow }: FindingListProps) {
  return (
    <ul class="passages" aria-label={t('findingsLabel')}>
      {findings.map((finding, index) => (
        <Passage
          key={index}
          text={finding.excerpt}
          label={nameFinding(finding)}
          onShow={finding.place === 'visible' ? () => onShow(finding.written ?? finding.excerpt) : undefined}
        />
      ))}
    </ul>
  );
}
