import { Images, PanelsTopLeft, Paperclip } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { Attachment } from '~/lib/shared/attachment';
import { lazyModule } from '../hooks/lazy-module';
import { IconButton } from '../ui/icon-button';
import type { TrayPlace } from './former-page';
import { openTray } from './open-tray';

const useTabChooser = lazyModule(() => import('./tab-chooser'));
const usePictureChooser = lazyModule(() => import('./picture-chooser'));

/** The ways to add files, further tabs and pictures of the page to the next message, among the tools under the message box. */
export function AttachButtons({ place }: { place: TrayPlace }) {
  const fileInput = useRef<HTMLInputElement>(null);
  const [store] = useState(() => openTray(place));
  const [choosing, setChoosing] = useState<'tabs' | 'pictures'>();
  const tabs = useTabChooser(choosing === 'tabs');
  const pictures = usePictureChooser(choosing === 'pictures');
  const chooser = {
    attached: store.state.tray?.attachments ?? [],
    onChoose: (add: Attachment[]) => void store.change({ add }),
    onClose: () => setChoosing(undefined),
  };
  return (
    <>
      <IconButton class="small-icon" icon={Paperclip} label={t('actionAttachFile')} onClick={() => fileInput.current?.click()} />
      <IconButton class="small-icon" icon={PanelsTopLeft} label={t('actionAttachTabs')} onClick={() => setChoosing('tabs')} />
      <IconButton class="small-icon" icon={Images} label={t('actionAttachPictures')} onClick={() => setChoosing('pictures')} />
      <input
        ref={fileInput}
        type="file"
        multiple
        hidden
        aria-label={t('actionAttachFile')}
        onChange={({ currentTarget }) => {
          void store.addFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      {tabs && <tabs.TabChooser tabId={place.tabId} {...chooser} />}
      {pictures && <pictures.PictureChooser tabId={place.tabId} url={place.tab?.url ?? ''} {...chooser} />}
    </>
  );
}
