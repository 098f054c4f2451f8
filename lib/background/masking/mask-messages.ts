import { Masking } from '~/lib/masking/masking';
import type { ChatMessage } from '~/lib/shared/chat';

/** Tells the model what the marks are. */
const RULE = 'Marks in square brackets such as [e-mail 1], [phone 2], [card 1] or [IBAN 1] stand for data that the reader has masked. Where such data is needed, write its mark, unchanged; never ask or guess what it stands for.';

/**
 * The messages of one request as they leave, when personal data is masked: always the same for the same messages, so that what is
 * shown is what was sent. The rule goes to a model that is instructed at all; a classifier is not.
 */
export function maskMessages(messages: readonly ChatMessage[]): { messages: ChatMessage[]; masking: Masking } {
  const masking = new Masking(messages.map(({ content }) => content));
  const masked = messages.map((message) => ({ ...message, content: masking.mask(message.content) }));
  const first = masked.findIndex(({ role }) => role === 'system');
  const withRule = masking.masked.length === 0 ? masked : masked.map((message, i) => (i === first ? { ...message, content: `${message.content}\n\n${RULE}` } : message));
  return { messages: withRule, masking };
}
