import { formatNumber } from '~/lib/i18n/format';
import { t, type MessageKey } from '~/lib/i18n/message';
import type { PagePicture, PictureRef } from '~/lib/shared/picture';

const KIND_KEYS: Record<PagePicture['kind'], MessageKey> = {
  image: 'pictureKindImage',
  background: 'pictureKindBackground',
  svg: 'pictureKindSvg',
  canvas: 'pictureKindCanvas',
  video: 'pictureKindVideo',
};

function nameKind(kind: PagePicture['kind']): string {
  return t(KIND_KEYS[kind]);
}

/** `Photograph · 1,200 × 800`: what it is and how large, by its file where that is known. */
export function describeFile({ kind, naturalWidth, naturalHeight, width, height }: PagePicture): string {
  const size = naturalWidth > 0 && naturalHeight > 0 ? [naturalWidth, naturalHeight] : [width, height];
  return `${nameKind(kind)} · ${size.map((side) => formatNumber(Math.round(side))).join(' × ')}`;
}

/** Whether a reader who cannot see it gets nothing, though the page does not call it decoration. */
export function lacksDescription({ name, decorative }: PagePicture): boolean {
  return !name && !decorative;
}

/** Names the picture for the background: its address makes sure that the id still stands for it. */
export function refOf({ id, src }: PagePicture): PictureRef {
  return src ? { id, src } : { id };
}
