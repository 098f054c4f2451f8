import type { RunRequest } from '~/lib/shared/run';
import { lazyModule } from '../hooks/lazy-module';
import type { TrayPlace } from './former-page';
import type { TrayViewProps } from './tray-view';

const loadTray = () => import('./tray-view');
const useTrayView = lazyModule(loadTray);

/** The tray, whose code is loaded after the panel has drawn itself. */
export function LazyTray(props: TrayViewProps) {
  const view = useTrayView();
  return view ? <view.TrayView key={props.place.threadId} {...props} /> : null;
}

/** The buttons that add to it. */
export function LazyAttachButtons({ place }: { place: TrayPlace }) {
  const view = useTrayView();
  return view ? <view.AttachButtons key={place.threadId} place={place} /> : null;
}

/** What goes along with a question that is being sent: what the tray shows. */
export async function takeTray(place: TrayPlace): Promise<Pick<Extract<RunRequest, { task: 'ask' }>, 'source' | 'attachments'>> {
  return (await loadTray()).takeTray(place);
}
