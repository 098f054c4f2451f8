import type { ChatMessage } from '~/lib/shared/chat';
import type { GuardSubject } from './subject';

/** Tokens a classifier's reply may have: a word and all its codes. */
export const CLASSIFIER_ANSWER_TOKENS = 100;

/** Tokens that the server's chat template adds: the categories and what they mean. */
export const CLASSIFIER_OVERHEAD = 900;

/** UTF-16 units of a question that stand before its answer: the answer is what is judged. */
const MAX_QUESTION = 2_000;

/**
 * Marks with which guard models' chat templates divide roles and parts. Some servers take them for the real ones also in
 * what a message says, so that a text could end the conversation that is judged and begin another.
 */
const TEMPLATE_MARKS = /<(?=\|[\w ]{1,40}\|>)|<(?=\/?(?:BEGIN|END) [A-Z ]{1,40}>)|<(?=\/?s>)|<(?=<\/?SYS>>)|\[(?=\/?INST\])/gi;

/**
 * What is asked of a classifier: the text or pictures themselves, without any instruction; its chat template brings those.
 * The last message is what is judged (contract section 9), so an answer stands behind the question it replies to.
 */
export function buildClassifierMessages(subject: GuardSubject): ChatMessage[] {
  if (subject.kind === 'image') return [{ role: 'user', content: 'What is in this picture?', images: subject.images }];
  const text = disarm(subject.text);
  if (subject.checkpoint !== 'answer') return [{ role: 'user', content: text }];
  return [
    { role: 'user', content: disarm(subject.question?.slice(0, MAX_QUESTION) ?? '').trim() || 'Explain this page to me.' },
    { role: 'assistant', content: text },
  ];
}

/** Readable as before, but no longer a mark. */
function disarm(text: string): string {
  return text.replace(TEMPLATE_MARKS, '$& ');
}
