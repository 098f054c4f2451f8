import type { ChatMessage } from '~/lib/shared/chat';
import type { PictureAnswerRequest } from '~/lib/shared/run';

import type { TaskInput } from '../task';
import { pictureData } from './picture-data';
import { describeOrigin, pictureSystem } from './picture-rules';

interface PicturePrompt {
  /** Who the model is here, in one sentence. */
  role: string;
  /** What the answer looks like. */
  form: string;
  /** What is wanted now: lines, of which empty ones are left out. */
  wish: (string | false)[];
}

/** Messages about pictures: rules in `system`; in `user` the page as data, what is wanted, and the pictures. */
export function pictureMessages(input: TaskInput<PictureAnswerRequest>, { role, form, wish }: PicturePrompt): ChatMessage[] {
  const { request, pictures } = input;
  const words = [pictureData(input), [describeOrigin(request.source, pictures), ...wish].filter(Boolean).join('\n')];
  return [
    { role: 'system', content: pictureSystem(role, input, form) },
    { role: 'user', content: words.join('\n\n'), images: pictures.flatMap(({ images }) => images) },
  ];
}
