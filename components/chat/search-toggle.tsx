import { Earth } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { SettingsView } from '~/lib/messaging/settings-view';
import { webSearchOf } from '~/lib/shared/web-search';
import type { WatchedRun } from '../hooks/thread-store';

export interface SearchToggleProps {
  threadId: string | undefined;
  runs: readonly WatchedRun[];
  view: SettingsView | undefined;
  /** Told whether questions are to be looked up on the web. */
  onChange: (on: boolean) => void;
}

/** Whether the model searches the web for the next questions of this conversation: as the reader has set it here, else as for the last one. Nothing where it cannot. */
export function SearchToggle({ threadId = '', runs, view, onChange }: SearchToggleProps) {
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({});
  const way = view?.effectiveEngine === 'server' ? webSearchOf(view.settings.chatModel) : undefined;
  const asked = runs.findLast(({ request }) => request.task === 'ask')?.request;
  const on = way !== undefined && (chosen[threadId] ?? (asked?.task === 'ask' && asked.web === true));
  useEffect(() => {
    onChange(on);
    return () => onChange(false);
  }, [on]);
  if (!way) return null;
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={on}
      title={t(way === 'search_mode' ? 'searchWebAlways' : 'searchWebHint')}
      onClick={() => setChosen({ ...chosen, [threadId]: !on })}
    >
      <Earth class="icon" />
      {t('searchWeb')}
    </button>
  );
}
