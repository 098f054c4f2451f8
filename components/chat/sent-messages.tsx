import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t, type MessageKey } from '~/lib/i18n/message';
import type { ChatMessage } from '~/lib/shared/chat';
import type { MaskedText } from '~/lib/shared/masked';
import type { RunPicture } from '~/lib/shared/picture';
import { RawRequest } from './raw-request';
import { SentImage } from './sent-image';

const ROLE_KEYS: Record<ChatMessage['role'], MessageKey> = {
  system: 'sentRoleSystem',
  user: 'sentRoleUser',
  assistant: 'sentRoleAssistant',
};

interface SentMessagesProps {
  runId: string;
  /** Of a request about a part of a long text. */
  number?: number;
  messages: readonly ChatMessage[];
  /** What the marks in them stand for. */
  masked?: readonly MaskedText[] | undefined;
  pictures: readonly RunPicture[];
}

/** The messages of one request as they leave the browser, with their pictures, and its body. */
export function SentMessages({ runId, number, messages, masked, pictures }: SentMessagesProps) {
  return (
    <div>
      {messages.map((message, index) => (
        <section key={index}>
          <h3 class="sent-role">{t(ROLE_KEYS[message.role])}</h3>
          {/* Scrollable, so it must be reachable by keyboard. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre class="sent-text" dir="auto" tabIndex={0} role="group" aria-label={t(ROLE_KEYS[message.role])}>
            {masked?.length ? markMasked(message.content, masked) : message.content}
          </pre>
          {message.files?.map(({ fileId, name, bytes }) => <p key={fileId} class="sent-file">{t('sentFile', name, Math.ceil(bytes / 1_000))}</p>)}
          {message.images?.map((part, place) => <SentImage key={place} part={part} pictures={pictures} />)}
        </section>
      ))}
      {masked && <MaskedTexts masked={masked.filter(({ label }) => messages.some(({ content }) => content.includes(label)))} />}
      <RawRequest runId={runId} number={number} />
    </div>
  );
}

/** What the marks in a request stand for, for every reader: the pointer's hint on them reaches neither keyboard nor ear. */
function MaskedTexts({ masked }: { masked: readonly MaskedText[] }) {
  const titleId = useId();
  if (masked.length === 0) return null;
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId} class="sent-role">{t('sentMaskedMeaning')}</h3>
      <ul class="masked-texts">
        {masked.map(({ label, text }) => (
          <li key={label}>
            <bdi class="masked">{label}</bdi> <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The text with its marks made visible; what they stand for is told to whoever points at them. */
function markMasked(content: string, masked: readonly MaskedText[]): ComponentChildren {
  const texts = new Map(masked.map(({ label, text }) => [label, text]));
  return content.split(/(\[(?:e-mail|phone|card|IBAN) \d+\])/).map((piece, i) => {
    const text = texts.get(piece);
    return text === undefined ? piece : <mark key={i} class="masked" title={text}>{piece}</mark>;
  });
}
