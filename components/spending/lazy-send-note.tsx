import { lazyModule } from '../hooks/lazy-module';
import type { SendNoteProps } from './send-note';

const useSendNote = lazyModule(() => import('./send-note'));

/** What a message comes to, of which the code is loaded when the reader begins to write one, or has set a limit. */
export function LazySendNote(props: SendNoteProps) {
  const limits = props.view?.settings.spending;
  const view = useSendNote(props.draft !== '' || Boolean(limits && limits.usd + limits.tokens > 0));
  return view ? <view.SendNote {...props} /> : null;
}
