import type { RunRequest } from '~/lib/shared/run';

import { pictureMessages } from './prompt/picture-messages';
import { pictureLanguageRule } from './prompt/picture-rules';
import type { SentPicture, Task, TaskMeta } from './task';

type CompareRequest = Extract<RunRequest, { task: 'compare-images' }>;

/** Compares two to eight pictures of the page: their differences, or whatever the reader asks about them. */
export const meta: TaskMeta<CompareRequest> = {
  id: 'compare-images',
  titleKey: 'taskCompareImages',
  menuKeys: {},
};

const ROLE = 'You compare pictures on web pages for a reader who cannot see them and relies on your words.';

const FORM = `Form:
- Call the pictures by their numbers ("Picture 1"), and by their subject where that is clearer.
- Answer first what was asked. For their differences: what they have in common in one or two sentences, then the differences, the most important first, as a list; a table where several properties of several pictures are compared. If there is no difference to be seen, say so.
- Plain Markdown, no pictures, no greeting, no closing remark or offer.`;

const compareImages: Task<CompareRequest> = {
  ...meta,
  buildMessages: (input) => {
    const question = input.request.question.trim();
    return pictureMessages(input, {
      role: ROLE,
      form: FORM,
      wish: [
        nameOrder(input.pictures),
        question ? `The reader's question about them: ${question}` : 'Tell the differences between them.',
        question ? 'Answer in the language of the question.' : pictureLanguageRule(input),
      ],
    });
  },
  answerTokens: () => 3_000,
};
export default compareImages;

/** Which of the images that follow is which picture: a long one comes in pieces. */
function nameOrder(pictures: readonly SentPicture[]): string {
  let next = 1;
  const names = pictures.map(({ images }, i) => {
    const first = next;
    next += images.length;
    return images.length > 1 ? `Picture ${i + 1} is images ${first} to ${next - 1}` : `Picture ${i + 1} is image ${first}`;
  });
  return `${pictures.length} pictures follow, in this order: ${names.join('; ')}.`;
}
