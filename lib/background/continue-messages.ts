import type { ChatMessage } from '~/lib/shared/chat';

const GO_ON =
  'Your answer was cut off there. Go on exactly where it ended, in the middle of the sentence or word if need be. ' +
  'Repeat nothing, add no introduction, keep language and format.';

/** The conversation so far with the unfinished answer, and the wish to have the rest of it. */
export function continueMessages(messages: ChatMessage[], answer: string): ChatMessage[] {
  return [...messages, { role: 'assistant', content: answer }, { role: 'user', content: GO_ON }];
}
