import { plural, t } from '~/lib/i18n/message';
import type { Finding } from '~/lib/shared/guard';
import { FindingList } from './finding-list';
import type { ShowPassage } from './passage';

interface FindingsNoteProps {
  findings: readonly Finding[];
  onShow: ShowPassage;
}

/**
 * Under an answer: that the page tried to give orders to the assistant, by what was left out of the request, and by what
 * stands in plain sight and was sent as part of the text.
 */
export function FindingsNote({ findings, onShow }: FindingsNoteProps) {
  const visible = findings.filter(({ place }) => place === 'visible');
  const hidden = findings.length - visible.length;
  const sentences = [
    hidden > 0 && plural('findingsLeftOut', hidden),
    visible.length > 0 && plural('findingsVisible', visible.length),
  ];
  return (
    <details class="omitted">
      <summary>{sentences.filter(Boolean).join(' ')}</summary>
      <p>{t('findingsWhy')}</p>
      <FindingList findings={findings} onShow={onShow} />
    </details>
  );
}
