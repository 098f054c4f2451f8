import { useId, useMemo, useState } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import { type Attachment, attachmentKey, isPictureAttachment } from '~/lib/shared/attachment';
import type { PagePicture } from '~/lib/shared/picture';
import { MAX_COMPARED } from '~/lib/shared/picture-limits';
import { KeyedStore } from '../hooks/keyed-store';
import { useInParts } from '../hooks/use-in-parts';
import { usePictureList } from '../hooks/use-picture-list';
import { type Thumbnails, useThumbnails } from '../hooks/use-thumbnails';
import { describeFile, refOf } from '../pictures/picture-names';
import { PictureThumbnail } from '../pictures/picture-thumbnail';
import { Dialog } from '../ui/dialog';
import { ErrorNotice } from '../ui/error-notice';

/** Options that are drawn together. */
const TOGETHER = 24;
const NONE: readonly PagePicture[] = [];

interface PictureChooserProps {
  tabId: number;
  /** Address of the page whose pictures these are. */
  url: string;
  /** What goes along already. */
  attached: readonly Attachment[];
  onChoose: (pictures: Attachment[]) => void;
  onClose: () => void;
}

/** The pictures of the page, to choose from those that go along with the message. */
export function PictureChooser({ tabId, url, attached, onChoose, onClose }: PictureChooserProps) {
  const { list, busy, error, renew } = usePictureList(tabId, 0);
  const store = useMemo(() => new KeyedStore<string>(), []);
  const { watch } = useThumbnails(tabId, store);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const pictures = list?.pictures ?? NONE;
  const { parts, isWhole } = useInParts(pictures, TOGETHER);

  const keys = new Set(attached.map(attachmentKey));
  const left = MAX_COMPARED - attached.filter(isPictureAttachment).length;
  const fits = chosen.size > 0 && chosen.size <= left;
  const toggle = (id: string) => setChosen((before) => {
    const next = new Set(before);
    if (!next.delete(id)) next.add(id);
    return next;
  });
  const attach = (button: HTMLElement) => {
    button.closest('dialog')?.close();
    onChoose(pictures.filter(({ id }) => chosen.has(id)).map((picture) => toAttachment(picture, url)));
  };
  return (
    <Dialog title={t('actionAttachPictures')} onClose={onClose}>
      <p class="small">{t('attachPicturesWhy', MAX_COMPARED)}</p>
      {error && <ErrorNotice error={error} remedies={{ retry: renew }} />}
      <p role="status" class={busy ? 'row' : 'visually-hidden'}>
        {busy && <span class="spinner" />}
        {busy ? t('picturesLoading') : list && plural('attachPicturesFound', pictures.length)}
      </p>
      {list && pictures.length === 0 && <p>{t('picturesNone')}</p>}
      {pictures.length > 0 && (
        <ul class="picture-options" aria-label={t('picturesTitle')} aria-busy={!isWhole}>
          {parts.flat().map((picture, index) => (
            <PictureOption
              key={picture.id}
              picture={picture}
              number={index + 1}
              isAttached={keys.has(attachmentKey(toAttachment(picture, url)))}
              checked={chosen.has(picture.id)}
              onToggle={() => toggle(picture.id)}
              thumbnails={store}
              watch={watch}
            />
          ))}
        </ul>
      )}
      {pictures.length > 0 && (
        <div class="row wrap tab-foot">
          <button type="button" class="button primary" aria-disabled={!fits} onClick={(event) => fits && attach(event.currentTarget)}>
            {plural('attachPicturesCount', chosen.size)}
          </button>
          <p role="status" class="small grow">{chosen.size > left && t('errorTooMany')}</p>
        </div>
      )}
    </Dialog>
  );
}

interface PictureOptionProps extends Pick<Thumbnails, 'watch'> {
  picture: PagePicture;
  number: number;
  isAttached: boolean;
  checked: boolean;
  onToggle: () => void;
  thumbnails: KeyedStore<string>;
}

function PictureOption({ picture, number, isAttached, checked, onToggle, thumbnails, watch }: PictureOptionProps) {
  const id = useId();
  const { heading } = picture;
  const name = nameOf(picture);
  return (
    <li class="picture-option">
      <input id={id} type="checkbox" checked={checked} disabled={isAttached} aria-describedby={`${id}-note`} onChange={onToggle} />
      <PictureThumbnail picture={picture} thumbnails={thumbnails} watch={watch} />
      <div class="picture-body">
        <label for={id} class={name ? 'picture-caption' : 'picture-caption picture-nameless'}>
          {name ? <bdi>{name}</bdi> : t('attachPictureNameless', number)}
        </label>
        <p id={`${id}-note`} class="small">
          {[isAttached && t('tabsAttached'), describeFile(picture), heading && t('pictureUnder', heading)].filter(Boolean).join(' · ')}
        </p>
      </div>
    </li>
  );
}

/** What the page says of it, else what Docent has added there. */
function nameOf({ name, caption, added }: PagePicture): string {
  return name ?? caption ?? added ?? '';
}

function toAttachment(picture: PagePicture, url: string): Attachment {
  return { kind: 'picture', picture: refOf(picture), url, name: nameOf(picture) || describeFile(picture) };
}
