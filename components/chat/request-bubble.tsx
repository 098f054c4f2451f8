import { t, type MessageKey } from '~/lib/i18n/message';
import { hostOf } from '~/lib/shared/base-url';
import type { RunRequest } from '~/lib/shared/run';
import { TASK_META } from '~/lib/tasks/meta';
import { nameStyle } from '../page/summary-names';

/** What the reader asked for, in their words or in those of the button. */
export function RequestBubble({ request }: { request: RunRequest }) {
  if (request.task === 'ask') {
    return (
      <p class="bubble" dir="auto">
        {request.question}
      </p>
    );
  }
  const task = TASK_META.find(({ id }) => id === request.task);
  const { source, options } = request;
  const title = source.kind === 'page' ? task?.titleKey : task?.menuKeys[source.kind];
  const details = [
    nameStyle(options.style),
    source.kind === 'link' ? (hostOf(source.url) || source.url) : undefined,
    options.instruction || undefined,
  ];
  return (
    <p class="bubble">
      {title && t(title as MessageKey)}
      <span class="small" dir="auto">
        {details.filter(Boolean).join(' · ')}
      </span>
    </p>
  );
}
