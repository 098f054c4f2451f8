import type { SettingsView } from '~/lib/messaging/settings-view';
import { lazyModule } from '../hooks/lazy-module';
import type { SettingsHandle } from '../hooks/use-settings';
import type { CompareNoteProps } from './compare-note';

const useButton = lazyModule(() => import('./compare-button'));
const useNote = lazyModule(() => import('./compare-note'));

export interface CompareButtonProps {
  view: SettingsView;
  /** Models that the next question is put to; none where it is an ordinary one. */
  chosen: readonly string[];
  onChange: SettingsHandle['update'];
  onChoose: (models: readonly string[]) => void;
}

/** The way to a question to several models, whose code is loaded where a server answers: nothing else has models to choose from. */
export function LazyCompareButton({ view, ...rest }: Omit<CompareButtonProps, 'view'> & { view: SettingsView | undefined }) {
  const module = useButton(view?.effectiveEngine === 'server');
  return module && view ? <module.CompareButton view={view} {...rest} /> : null;
}

/** What the next question goes to, and what that comes to. */
export function LazyCompareNote(props: CompareNoteProps) {
  const module = useNote();
  return module ? <module.CompareNote {...props} /> : null;
}
