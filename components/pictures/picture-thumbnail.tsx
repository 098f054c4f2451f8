import { Film, Frame, Image, PenTool, Shapes, type LucideIcon } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PagePicture } from '~/lib/shared/picture';
import type { KeyedStore } from '../hooks/keyed-store';
import { inlinePicture } from '../hooks/thumbnail-loader';
import { useKeyed } from '../hooks/use-keyed';
import type { Thumbnails } from '../hooks/use-thumbnails';
import { useBoard } from './picture-context';

const ICONS: Record<PagePicture['kind'], LucideIcon> = {
  image: Image,
  background: Frame,
  svg: Shapes,
  canvas: PenTool,
  video: Film,
};

/** The thumbnail of a row of the pictures' list. */
export function RowThumbnail({ picture }: { picture: PagePicture }) {
  const { thumbnails, progress, watch } = useBoard();
  // Who describes a picture has had its pixels.
  const described = useKeyed(progress, picture.id)?.thumbnail;
  return <PictureThumbnail picture={picture} thumbnails={thumbnails} watch={watch} known={inlinePicture(described)} />;
}

interface PictureThumbnailProps extends Pick<Thumbnails, 'watch'> {
  picture: PagePicture;
  thumbnails: KeyedStore<string>;
  /** One that was had in another way. */
  known?: string | undefined;
}

/** A small version of the picture, fetched when it comes near to sight; until then, and if there is none, its kind. */
export function PictureThumbnail({ picture: { id, kind }, thumbnails, watch, known }: PictureThumbnailProps) {
  const box = useRef<HTMLSpanElement>(null);
  const thumbnail = useKeyed(thumbnails, id) ?? known;
  useEffect(() => (box.current ? watch(box.current, id) : undefined), [watch, id]);
  const Icon = ICONS[kind];
  return (
    <span ref={box} class="picture-thumbnail">
      {thumbnail ? <img src={thumbnail} alt="" decoding="async" /> : <Icon class="icon" />}
    </span>
  );
}
