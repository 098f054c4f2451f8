import { t, type MessageKey } from '~/lib/i18n/message';
import type { ChatMessage } from '~/lib/shared/chat';
import type { RunPicture } from '~/lib/shared/picture';
import { SentImage } from './sent-image';

const ROLE_KEYS: Record<ChatMessage['role'], MessageKey> = {
  system: 'sentRoleSystem',
  user: 'sentRoleUser',
  assistant: 'sentRoleAssistant',
};

/** The messages of one request as they leave the browser, with their pictures. */
export function SentMessages({ messages, pictures }: { messages: readonly ChatMessage[]; pictures: readonly RunPicture[] }) {
  return (
    <div>
      {messages.map((message, index) => (
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
  );
}
