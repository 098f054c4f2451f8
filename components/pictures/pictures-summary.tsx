import { plural, t } from '~/lib/i18n/message';
import type { PictureList } from '~/lib/messaging/picture-calls';

/** `24 pictures, 15 without description`. */
export function PicturesSummary({ list, missing }: { list: PictureList; missing: number }) {
  const count = plural('picturesCount', list.pictures.length);
  return (
    <p class="pictures-summary">
      {missing > 0 ? plural('picturesMissing', missing, count) : t('picturesNoneMissing', count)}
      {list.more > 0 && ` ${plural('picturesMore', list.more)}`}
    </p>
  );
}
