import { useCallback, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import type { CallInput } from '~/lib/messaging/protocol';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import { saveLink } from '../ui/save-link';

type Format = CallInput<'saveNarration'>['as'];

interface Saving {
  /** What is being made. */
  busy: Format | undefined;
  /** Name of the file that was saved last. */
  saved: string | undefined;
  /** The reader must agree first that the text goes to a server. */
  asks: { format: Format; host: string; characters: number; usd?: number | undefined } | undefined;
  error: AppErrorData | undefined;
}

const NOTHING: Saving = { busy: undefined, saved: undefined, asks: undefined, error: undefined };

/** Saving the narration of a tab's page as a file, which the browser keeps like any other download. */
export function useSaving(tabId: number) {
  const [state, setState] = useState(NOTHING);
  const save = useCallback(
    async (format: Format, { pictures, accept = false }: { pictures: boolean; accept?: boolean }) => {
      setState({ ...NOTHING, busy: format });
      try {
        const { url, name } = await call('saveNarration', { tabId, as: format, pictures, accept });
        saveLink(url, name);
        setState({ ...NOTHING, saved: name });
      } catch (thrown) {
        const { data } = toAppError(thrown);
        if (data.code === 'not-accepted' && !accept) setState({ ...NOTHING, asks: { format, host: data.host ?? '', characters: data.characters ?? 0, usd: data.usd } });
        else setState(data.code === 'cancelled' ? NOTHING : { ...NOTHING, error: data });
      }
    },
    [tabId],
  );
  const forget = useCallback(() => setState(NOTHING), []);
  return { ...state, save, forget };
}
