import type { SettingsView } from '~/lib/messaging/settings-view';
import { lazyModule } from '../hooks/lazy-module';

const useVisionNote = lazyModule(() => import('./vision-note'));

interface LazyVisionNoteProps {
  view: SettingsView | undefined;
  /** Pictures that the next message is about. */
  pictures: number | undefined;
}

/** The note on models that take no pictures, whose code is loaded with the first picture. */
export function LazyVisionNote({ view, pictures = 0 }: LazyVisionNoteProps) {
  const note = useVisionNote(pictures > 0 && view?.effectiveEngine === 'server');
  return note && view ? <note.VisionNote chatModel={view.settings.chatModel} /> : null;
}
