import { plural, type PluralKey, t } from '~/lib/i18n/message';
import type { Omission } from '~/lib/shared/page-content';
import type { ReadReport } from '~/lib/shared/run';

const SENTENCES: Record<Omission['reason'], PluralKey> = {
  furniture: 'omittedFurniture',
  hidden: 'omittedHidden',
  'same-colour': 'omittedSameColour',
  'invisible-characters': 'omittedInvisible',
  'picture-page': 'omittedPicturePage',
  limit: 'omittedLimit',
};

/** What was left out for one reason: a sentence that opens to the first passages. */
export function Omitted({ omission, document }: { omission: Omission; /** Title of the document it was left out of, where there are several. */ document?: string | undefined }) {
  const { reason, passages, excerpts, of } = omission;
  return (
    <details class={reason === 'furniture' ? 'omitted-quietly' : 'omitted'}>
      <summary>{document && `${t('omittedIn', document)} `}{of === undefined ? plural(SENTENCES[reason], passages) : plural('omittedPicturePageOf', passages, of)}</summary>
      <ul>
        {excerpts.map((excerpt, index) => (
          <li key={index} dir="auto">
            {excerpt}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Title of a document among several that an answer rests on. */
export function titleOf({ documents }: Pick<ReadReport, 'documents'>, documentId: string | undefined): string | undefined {
  return documents?.find(({ id }) => id === documentId)?.title;
}

/** Text that readers cannot see, or could not be read, deserves a warning; menus and boxes are left out of every page. */
export function isNoteworthy({ reason, passages }: Omission): boolean {
  return reason !== 'furniture' && passages > 0;
}
