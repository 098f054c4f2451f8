import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import { useCopy } from '../hooks/use-copy';
import { CopyStatus } from '../ui/copy-status';
import { ErrorNotice } from '../ui/error-notice';

interface RawRequestProps {
  runId: string;
  /** Of a request about a part of a long text. */
  number?: number | undefined;
}

/** The body of a request as JSON, loaded when it is opened. */
export function RawRequest({ runId, number }: RawRequestProps) {
  const [body, setBody] = useState<string | null>();
  const [error, setError] = useState<AppErrorData>();
  const { copied, failed, copy } = useCopy<'body'>();
  const open = (isOpen: boolean) => {
    if (isOpen && body === undefined) call('getRequestBody', { runId, number }).then(setBody, (thrown: unknown) => setError(toAppError(thrown).data));
  };
  return (
    <details class="sent-part" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>{t('sentRaw')}</summary>
      {error && <ErrorNotice error={error} remedies={{}} />}
      {body === undefined && !error && <div class="spinner" />}
      {body === null && <p>{t('sentDialogNothing')}</p>}
      {body && (
        <>
          {/* Scrollable, so it must be reachable by keyboard. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre class="sent-text" dir="ltr" tabIndex={0} role="group" aria-label={t('sentRaw')}>{body}</pre>
          <button type="button" class="button compact" onClick={() => copy('body', body)}>
            {t('sentRawCopy')}
          </button>
          <CopyStatus copied={copied} failed={failed} />
        </>
      )}
    </details>
  );
}
