import { PanelsTopLeft, Paperclip } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { attachmentKey } from '~/lib/shared/attachment';
import { lazyModule } from '../hooks/lazy-module';
import { IconButton } from '../ui/icon-button';
import type { TrayPlace } from './former-page';
import { openTray } from './open-tray';

const useTabChooser = lazyModule(() => import('./tab-chooser'));

/** The ways to add files and further tabs to the next message, among the tools under the message box. */
export function AttachButtons({ place }: { place: TrayPlace }) {
  const fileInput = useRef<HTMLInputElement>(null);
  const [store] = useState(() => openTray(place));
  const [choosing, setChoosing] = useState(false);
  const chooser = useTabChooser(choosing);
  return (
    <>
      <IconButton class="small-icon" icon={Paperclip} label={t('actionAttachFile')} onClick={() => fileInput.current?.click()} />
      <IconButton class="small-icon" icon={PanelsTopLeft} label={t('actionAttachTabs')} onClick={() => setChoosing(true)} />
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
      {chooser && (
        <chooser.TabChooser
          tabId={place.tabId}
          attached={new Set((store.state.tray?.attachments ?? []).map(attachmentKey))}
          onChoose={(tabs) => void store.change({ add: tabs })}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
