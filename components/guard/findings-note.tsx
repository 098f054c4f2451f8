import { plural, t } from '~/lib/i18n/message';
import type { Finding } from '~/lib/shared/guard';
import type { PageDocument } from '~/lib/shared/page-content';
import { FindingList } from './finding-list';
import type { ShowPassage } from './passage';

interface FindingsNoteProps {
  findings: readonly Finding[];
  /** What was read, where that was several documents. */
  documents?: readonly PageDocument[] | undefined;
  onShow: ShowPassage;
}

/**
 * Under an answer: that the page tried to give orders to the assistant. What was left out of the request and what stands in
 * plain sight, and was sent as part of the text, are told and opened one by one.
 */
export function FindingsNote({ findings, documents, onShow }: FindingsNoteProps) {
  return (
    <>
      {(['findingsLeftOut', 'findingsVisible'] as const).map((key) => {
        const listed = findings.filter(({ place }) => (place === 'visible') === (key === 'findingsVisible'));
        return listed.length > 0 && (
          <details key={key} class="omitted">
            <summary>{plural(key, listed.length)}</summary>
            <p>{t('findingsWhy')}</p>
            <FindingList findings={listed} documents={documents} onShow={onShow} />
          </details>
        );
      })}
    </>
  );
}
