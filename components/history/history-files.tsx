import { useRef, useState } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import { Dialog } from '../ui/dialog';
import { ErrorNotice } from '../ui/error-notice';
import { useHistoryFiles } from './use-history-files';

/** All conversations as a file, those of a file, and the end of them all. */
export function HistoryFiles({ on }: { on: boolean }) {
  const picker = useRef<HTMLInputElement>(null);
  const { count, busy, said, error, save, take, deleteAll } = useHistoryFiles();
  const [asking, setAsking] = useState(false);
  const none = count === 0;
  const choose = (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    // The same file can be chosen again.
    input.value = '';
    if (file) void take(file);
  };
  return (
    <div class="stack">
      <p class="label">{count === undefined ? '\u00a0' : plural('historyCount', count)}</p>
      {error && <ErrorNotice error={error} remedies={{ inSettings: true }} />}
      <p role="status">{said}</p>
      <div class="row wrap">
        <button type="button" class="button" disabled={busy || none} onClick={() => void save('json')}>
          {t('historySaveJson')}
        </button>
        <button type="button" class="button" disabled={busy || none} onClick={() => void save('markdown')}>
          {t('historySaveMarkdown')}
        </button>
        <button type="button" class="button" disabled={busy || !on} onClick={() => picker.current?.click()}>
          {t('actionImportHistory')}
        </button>
        <input ref={picker} type="file" hidden accept=".json,application/json" onChange={(event) => choose(event.currentTarget)} />
        <button type="button" class="button" disabled={busy} onClick={() => setAsking(true)}>
          {t('historyDeleteAll')}
        </button>
      </div>
      {asking && (
        <Dialog title={t('historyDeleteAll')} onClose={() => setAsking(false)}>
          <p>{plural('historyDeleteAllText', count ?? 0)}</p>
          <div class="row wrap">
            <button
              type="button"
              class="button primary"
              onClick={() => {
                setAsking(false);
                void deleteAll();
              }}
            >
              {t('historyDelete')}
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {t('actionCancel')}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
