import { ALT_TEXT_LENGTH } from '~/lib/shared/picture-limits';
import type { RunRequest } from '~/lib/shared/run';

import { pictureMessages } from './prompt/picture-messages';
import { pictureLanguageRule } from './prompt/picture-rules';
import { tidyAltText } from './prompt/tidy-alt-text';
import type { Task, TaskMeta } from './task';

type AltTextRequest = Extract<RunRequest, { task: 'write-alt-text' }>;

/** Writes the alternative text of a picture: one short line that a screen reader says in its place. */
export const meta: TaskMeta<AltTextRequest> = {
  id: 'write-alt-text',
  titleKey: 'taskWriteAltText',
  menuKeys: {},
};

const ROLE = 'You write alternative texts for pictures on web pages. A screen reader says them in the place of the picture.';

const FORM = `Form:
- One line of at most ${ALT_TEXT_LENGTH} characters, spaces included: fewer is better. It must be complete within that length.
- What the picture means here, on this page: what is seen, most important first. Not what the caption or the text around it says already.
- No "image of", "picture of", "photo of" or their like in any language. The kind of picture only where it matters (map, painting, screenshot, chart).
- A short text in the picture (a sign, a logo, a title) is given as it stands. A chart: its subject and its main trend.
- Only the text itself: no quotation marks around it, no lead-in such as "Alt text:", no Markdown, no remark, no line break.`;

const writeAltText: Task<AltTextRequest> = {
  ...meta,
  buildMessages: (input) =>
    pictureMessages(input, {
      role: ROLE,
      form: FORM,
      wish: [`Write its alternative text, at most ${ALT_TEXT_LENGTH} characters.`, pictureLanguageRule(input)],
    }),
  // A line, and what reasoning models think before it.
  answerTokens: () => 1_500,
  tidyAnswer: tidyAltText,
};
export default writeAltText;
