import { useEffect, useState } from 'preact/hooks';
import { t, type MessageKey } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import type { ImagePart } from '~/lib/shared/chat';
import type { PixelWay, RunPicture } from '~/lib/shared/picture';
import { inlinePicture } from '../hooks/thumbnail-loader';

const WAY_KEYS: Record<PixelWay, MessageKey> = {
  page: 'sentWayPage',
  fetch: 'sentWayFetch',
  screen: 'sentWayScreen',
  address: 'pictureByAddress',
  file: 'sentWayFile',
};

interface SentImageProps {
  part: ImagePart;
  /** The pictures of the run. */
  pictures: readonly RunPicture[];
}

/** A picture as it leaves the browser, or the address in its place. */
export function SentImage({ part: { imageId, url, width, height }, pictures }: SentImageProps) {
  const [image, setImage] = useState<string | null>();
  useEffect(() => {
    if (!imageId) return undefined;
    let wanted = true;
    call('getImage', { imageId }).then(
      (found) => wanted && setImage(inlinePicture(found) ?? null),
      () => wanted && setImage(null),
    );
    return () => {
      wanted = false;
    };
  }, [imageId]);
  const way = imageId ? pictures.find(({ imageIds }) => imageIds.includes(imageId))?.way : 'address';
  const facts = [width > 0 && t('sentPictureSize', width, height), way && t(WAY_KEYS[way])];
  return (
    <figure class="sent-image">
      {image && <img src={image} alt={t('sentPicture')} />}
      <figcaption class="small">
        {url && (
          <span dir="ltr" class="sent-address">
            {url}
          </span>
        )}
        {image === null ? t('sentPictureGone') : facts.filter(Boolean).join(' · ')}
      </figcaption>
    </figure>
  );
}
