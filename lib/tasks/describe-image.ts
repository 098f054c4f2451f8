import type { RunRequest } from '~/lib/shared/run';

import { pictureMessages } from './prompt/picture-messages';
import { pictureLanguageRule } from './prompt/picture-rules';
import type { Task, TaskMeta } from './task';

type DescribeRequest = Extract<RunRequest, { task: 'describe-image' }>;

/** Describes a picture, what the tab shows, or a part of that, in full for someone who cannot see it. */
export const meta: TaskMeta<DescribeRequest> = {
  id: 'describe-image',
  titleKey: 'taskDescribeImages',
  menuKeys: { image: 'menuDescribeImage' },
  order: 2,
  opens: 'pictures',
  makeRequest: (source) => ({ task: 'describe-image', source }),
};

const ROLE = 'You describe pictures on web pages for a reader who cannot see them and relies on your words.';

const FORM = `Form:
- First one sentence that says what the picture is and shows: photograph, drawing, map, screenshot, chart, logo …, and its subject. It must be enough for a reader in a hurry.
- Then the rest in a sensible order (whole before parts, foreground before background, or as the eye would go): layout and where things stand, people and what they do, objects, surroundings, colours and light, mood only as far as it can be seen.
- Words in the picture: quote what is short or matters, unchanged; sum up what is long.
- Weigh it by the page: what the page's subject makes important comes first and in detail, mere decoration in half a sentence. Do not retell the page.
- A simple picture needs two or three sentences, a rich one several short paragraphs. Plain Markdown, no headings for fewer than five paragraphs, no tables, no pictures.
- Begin with the description: no greeting, no "Here is", no "This image", no closing remark or offer.`;

const describeImage: Task<DescribeRequest> = {
  ...meta,
  buildMessages: (input) =>
    pictureMessages(input, {
      role: ROLE,
      form: FORM,
      wish: ['Describe it in full for someone who cannot see it.', pictureLanguageRule(input)],
    }),
  answerTokens: () => 2_500,
};
export default describeImage;
