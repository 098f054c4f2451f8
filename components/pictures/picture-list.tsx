import { useMemo } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { PagePicture } from '~/lib/shared/picture';
import { useInParts } from '../hooks/use-in-parts';
import { PictureRow } from './picture-row';

/** Rows that are drawn together: as many as a window shows, then further ones whenever the browser has time. */
const TOGETHER = 24;

/** All pictures in the page's order. All of them end up in the document, where screen readers and searching find them. */
export function PictureList({ pictures }: { pictures: readonly PagePicture[] }) {
  const { parts, isWhole } = useInParts(pictures, TOGETHER);
  return (
    // A list without bullets is none to some screen readers unless it says so.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ul class="picture-list" role="list" aria-label={t('picturesTitle')} aria-busy={!isWhole}>
      {parts.map((part, index) => (
        <Part key={index} pictures={part} first={index * TOGETHER + 1} />
      ))}
    </ul>
  );
}

/** Draws again only when its pictures have changed. */
function Part({ pictures, first }: { pictures: readonly PagePicture[]; first: number }) {
  return useMemo(
    () => pictures.map((picture, index) => <PictureRow key={picture.id} picture={picture} number={first + index} />),
    [pictures, first],
  );
}
