import { useCallback, useEffect, useState } from 'preact/hooks';
import { formatPercent } from '~/lib/i18n/format';
import { plural, t } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import type { ImportReport } from '~/lib/messaging/history-calls';
import { onChangeAnnounced } from '~/lib/messaging/wake';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import { exportFile } from './export-file';
import { importFile } from './import-file';

/** All conversations at once: how many there are, as a file, out of a file, and deleted. */
export function useHistoryFiles() {
  const [count, setCount] = useState<number>();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<AppErrorData>();

  const load = useCallback(() => {
    call('findConversations', { query: '', offset: 0, limit: 0 }).then(({ total }) => setCount(total), (thrown: unknown) => setError(toAppError(thrown).data));
  }, []);
  useEffect(() => {
    const gone = new AbortController();
    load();
    onChangeAnnounced('history', load, gone.signal);
    return () => gone.abort();
  }, [load]);

  /** Resolves to whether it was done; `work` gives what is to be said then. */
  const attempt = useCallback(
    async (work: () => Promise<string>) => {
      setBusy(true);
      setError(undefined);
      setSaid('');
      try {
        setSaid(await work());
        return true;
      } catch (thrown) {
        setSaid('');
        setError(toAppError(thrown).data);
        return false;
      } finally {
        setBusy(false);
        load();
      }
    },
    [load],
  );
  const save = useCallback(
    (as: 'json' | 'markdown') =>
      attempt(async () => {
        const name = `${t('historyFileName')}-${new Date().toISOString().slice(0, 10)}`;
        const damaged = await exportFile({ as, name, onProgress: (conversations) => setSaid(t('historySaving', conversations)) });
        return damaged > 0 ? plural('historyExportDamaged', damaged) : '';
      }),
    [attempt],
  );
  const take = useCallback(
    (file: File) => attempt(async () => describeImport(await importFile(file, (share) => setSaid(t('optionsHistoryImporting', formatPercent(share)))))),
    [attempt],
  );
  const deleteAll = useCallback(
    () =>
      attempt(async () => {
        await call('deleteHistory', {});
        return t('historyDeletedAll');
      }),
    [attempt],
  );
  return { count, busy, said, error, save, take, deleteAll };
}

/** What became of a file, in sentences; what there was none of is left out. */
function describeImport({ added, known, old, damaged }: ImportReport): string {
  return [
    plural('historyImportAdded', added),
    known > 0 && plural('historyImportKnown', known),
    old > 0 && plural('historyImportOld', old),
    damaged > 0 && plural('historyImportDamaged', damaged),
  ].filter(Boolean).join(' ');
}
