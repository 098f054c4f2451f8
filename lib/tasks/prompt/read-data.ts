import type { ChatMessage } from '~/lib/shared/chat';

/** As `quoteData` writes it. */
const QUOTED = /<page-([0-9a-f]{32})>\n([\s\S]*?)\n<\/page-\1>/g;

/** What of a page stands in messages to a model: all that was put between delimiters. Empty when there is nothing. */
export function readData(messages: readonly ChatMessage[]): string {
  const quoted = messages.flatMap(({ role, content }) => (role === 'user' ? [...content.matchAll(QUOTED)] : []));
  return quoted.map(([, , data = '']) => data.trim()).filter(Boolean).join('\n\n');
}
