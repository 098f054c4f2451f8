import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { PagePicture } from '~/lib/shared/picture';
import { PictureRow } from './picture-row';

/** Rows that are drawn together: as many as a window shows, then further ones whenever the browser has time. */
const TOGETHER = 24;

/** All pictures in the page's order. All of them end up in the document, where screen readers and searching find them. */
export function PictureList({ pictures }: { pictures: readonly PagePicture[] }) {
  const parts = useMemo(() => {
    const count = Math.ceil(pictures.length / TOGETHER);
    return Array.from({ length: count }, (_, index) => pictures.slice(index * TOGETHER, (index + 1) * TOGETHER));
  }, [pictures]);
  const [drawn, setDrawn] = useState(1);
  useEffect(() => {
    if (drawn >= parts.length) return undefined;
    const timer = setTimeout(() => setDrawn(drawn + 1));
    return () => clearTimeout(timer);
  }, [drawn, parts]);
  return (
    // A list without bullets is none to some screen readers unless it says so.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ul class="picture-list" role="list" aria-label={t('picturesTitle')} aria-busy={drawn < parts.length}>
      {parts.slice(0, drawn).map((part, index) => (
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
