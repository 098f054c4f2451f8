import { useEffect, useState } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import type { OutgoingRequest, Run } from '~/lib/shared/run';
import { usePartsView } from '../hooks/use-parts-view';
import { ErrorNotice } from '../ui/error-notice';
import { SentMessages } from './sent-messages';

interface SentTextProps {
  run: Pick<Run, 'id' | 'pictures'>;
  /** The sentence above the text, once host and model are known. */
  intro: (request: OutgoingRequest) => string;
}

/** The exact text of a run's request, message by message, as it leaves the browser, with its pictures. */
export function SentText({ run: { id: runId, pictures = [] }, intro }: SentTextProps) {
  const [request, setRequest] = useState<OutgoingRequest | null>();
  const [error, setError] = useState<AppErrorData>();
  const view = usePartsView(request?.parts !== undefined);
  useEffect(() => {
    call('getRequest', { runId }).then(setRequest, (thrown: unknown) => setError(toAppError(thrown).data));
  }, [runId]);

  if (error) return <ErrorNotice error={error} remedies={{}} />;
  if (request === undefined) return <div class="spinner" />;
  if (request === null) return <p>{t('sentDialogNothing')}</p>;
  return (
    <>
      <p>{intro(request)}</p>
      {request.web && <p>{t(request.web === 'asked' ? 'sentWeb' : 'searchWebAlways')}</p>}
      {request.masked && <p>{plural('sentMasked', request.masked.length)}</p>}
      {request.embedded && <p>{t('sentEmbedded', request.embedded.passages, request.embedded.model)}</p>}
      {request.parts !== undefined && (view ? <view.SentParts runId={runId} count={request.parts} scan={request.scan} /> : <div class="spinner" />)}
      {request.parts !== undefined && request.messages.length > 0 && <h3>{t('sentPartsAnswer')}</h3>}
      {(request.parts === undefined || request.messages.length > 0) && <SentMessages runId={runId} messages={request.messages} masked={request.masked} pictures={pictures} />}
    </>
  );
}
