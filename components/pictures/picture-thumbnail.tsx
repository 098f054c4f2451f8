import { Film, Frame, Image, PenTool, Shapes, type LucideIcon } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PagePicture } from '~/lib/shared/picture';
import { inlinePicture } from '../hooks/thumbnail-loader';
import { useKeyed } from '../hooks/use-keyed';
import { useBoard } from './picture-context';

const ICONS: Record<PagePicture['kind'], LucideIcon> = {
  image: Image,
  background: Frame,
  svg: Shapes,
  canvas: PenTool,
  video: Film,
};

/** A small version of the picture, fetched when it comes near to sight; until then, and if there is none, its kind. */
export function PictureThumbnail({ picture: { id, kind } }: { picture: PagePicture }) {
  const { thumbnails, progress, watch } = useBoard();
  const box = useRef<HTMLSpanElement>(null);
  const fetched = useKeyed(thumbnails, id);
  // Who describes a picture has had its pixels.
  const described = useKeyed(progress, id)?.thumbnail;
  const thumbnail = fetched ?? inlinePicture(described);
  useEffect(() => (box.current ? watch(box.current, id) : undefined), [watch, id]);
  const Icon = ICONS[kind];
  return (
    <span ref={box} class="picture-thumbnail">
      {thumbnail ? <img src={thumbnail} alt="" decoding="async" /> : <Icon class="icon" />}
    </span>
  );
}
