import { t } from '~/lib/i18n/message';
import type { Finding } from '~/lib/shared/guard';
import type { PageDocument } from '~/lib/shared/page-content';
import { nameFinding } from './guard-names';
import { Passage, type ShowPassage } from './passage';

interface FindingListProps {
  findings: readonly Finding[];
  /** What was read, where that was several documents: only of the tab's own page a passage can be shown. */
  documents?: readonly PageDocument[] | undefined;
  /** Leads to those in plain sight. */
  onShow: ShowPassage;
}

/** Orders to an assistant that a page holds, each with where it was put. */
export function FindingList({ findings, documents = [], onShow }: FindingListProps) {
  return (
    <ul class="passages" aria-label={t('findingsLabel')}>
      {findings.map((finding, index) => {
        const document = documents.find(({ id }) => id === finding.documentId);
        const isHere = !document || document.kind === 'page';
        return (
          <Passage
            key={index}
            text={finding.excerpt}
            label={document ? `${t('omittedIn', document.title)} ${nameFinding(finding)}` : nameFinding(finding)}
            onShow={finding.place === 'visible' && isHere ? () => onShow(finding.written ?? finding.excerpt) : undefined}
          />
        );
      })}
    </ul>
  );
}
