import { t } from '~/lib/i18n/message';
import type { TabInfo } from '~/lib/messaging/protocol';
import type { Run } from '~/lib/shared/run';
import type { Thread } from '../hooks/thread-store';

/** The page that a conversation out of the history is about, while the tab shows another one. */
export function keptPage({ opened, runs }: Thread, tab: TabInfo | undefined): Run['page'] | undefined {
  const page = opened && tab ? runs.at(-1)?.page : undefined;
  return page && withoutHash(page.url) !== withoutHash(tab?.url ?? '') ? page : undefined;
}

/** Says that the tab shows another page than the conversation is about, and leads to that. */
export function OpenedNote({ page, onOpenPage }: { page: Run['page']; onOpenPage: () => void }) {
  return (
    <div class="notice opened-note" role="note">
      <p class="grow">{t('chatKeptPage', page.title || page.url)}</p>
      {/^https?:/.test(page.url) && (
        <button type="button" class="button compact" onClick={onOpenPage}>
          {t('actionOpenItsPage')}
        </button>
      )}
    </div>
  );
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? '';
}
