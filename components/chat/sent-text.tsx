import { useEffect, useState } from 'preact/hooks';
import { t, type MessageKey } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import type { ChatMessage } from '~/lib/shared/chat';
import type { OutgoingRequest, Run } from '~/lib/shared/run';
import { ErrorNotice } from '../ui/error-notice';
import { SentImage } from './sent-image';

const ROLE_KEYS: Record<ChatMessage['role'], MessageKey> = {
  system: 'sentRoleSystem',
  user: 'sentRoleUser',
  assistant: 'sentRoleAssistant',
};

interface SentTextProps {
  run: Pick<Run, 'id' | 'pictures'>;
  /** The sentence above the text, once host and model are known. */
  intro: (request: OutgoingRequest) => string;
}

/** The exact text of a run's request, message by message, as it leaves the browser, with its pictures. */
export function SentText({ run: { id: runId, pictures = [] }, intro }: SentTextProps) {
  const [request, setRequest] = useState<OutgoingRequest | null>();
  const [error, setError] = useState<AppErrorData>();
  useEffect(() => {
    call('getRequest', { runId }).then(setRequest, (thrown: unknown) => setError(toAppError(thrown).data));
  }, [runId]);

  if (error) return <ErrorNotice error={error} remedies={{}} />;
  if (request === undefined) return <div class="spinner" />;
  if (request === null) return <p>{t('sentDialogNothing')}</p>;
  return (
    <>
      <p>{intro(request)}</p>
      <div>
        {request.messages.map((message, index) => (
          <section key={index}>
            <h3 class="sent-role">{t(ROLE_KEYS[message.role])}</h3>
            {/* Scrollable, so it must be reachable by keyboard. */}
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <pre class="sent-text" dir="auto" tabIndex={0} role="group" aria-label={t(ROLE_KEYS[message.role])}>
              {message.content}
            </pre>
            {message.images?.map((part, place) => <SentImage key={place} part={part} pictures={pictures} />)}
          </section>
        ))}
      </div>
    </>
  );
}
