import { plural, type PluralKey } from '~/lib/i18n/message';
import type { Omission } from '~/lib/shared/page-content';

const SENTENCES: Record<Omission['reason'], PluralKey> = {
  furniture: 'omittedFurniture',
  hidden: 'omittedHidden',
  'same-colour': 'omittedSameColour',
  'invisible-characters': 'omittedInvisible',
  'picture-page': 'omittedPicturePage',
  limit: 'omittedLimit',
};

/** What was left out for one reason: a sentence that opens to the first passages. */
export function Omitted({ omission }: { omission: Omission }) {
  const { reason, passages, excerpts } = omission;
  return (
    <details class={reason === 'furniture' ? 'omitted-quietly' : 'omitted'}>
      <summary>{plural(SENTENCES[reason], passages)}</summary>
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

/** Text that readers cannot see, or could not be read, deserves a warning; menus and boxes are left out of every page. */
export function isNoteworthy({ reason, passages }: Omission): boolean {
  return reason !== 'furniture' && passages > 0;
}
