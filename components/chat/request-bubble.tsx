import type { ComponentChildren } from 'preact';
import { joinFacts, t, type MessageKey } from '~/lib/i18n/message';
import { hostOf } from '~/lib/shared/base-url';
import type { PictureRequest, Run } from '~/lib/shared/run';
import { isPictureRequest } from '~/lib/shared/run-kinds';
import { TASK_META } from '~/lib/tasks/meta';
import { inlinePicture } from '../hooks/thumbnail-loader';
import { nameStyle } from '../page/summary-names';

/** What the reader asked for, in their words or in those of the button, with the pictures it is about. */
export function RequestBubble({ run: { request, pictures } }: { run: Pick<Run, 'request' | 'pictures'> }) {
  if (request.task === 'ask') {
    const { attachments = [] } = request;
    if (attachments.length === 0) {
      return (
        <p class="bubble" dir="auto">
          {request.promptName ?? request.question}
        </p>
      );
    }
    const names = attachments.map((attachment) => (attachment.kind === 'tab' ? attachment.title || hostOf(attachment.url) : attachment.name));
    return (
      <div class="bubble">
        {pictures && <Thumbnails pictures={pictures} />}
        <p dir="auto">{request.promptName ?? request.question}</p>
        <Details>{t('bubbleAttached', joinFacts(names))}</Details>
      </div>
    );
  }
  if (isPictureRequest(request)) {
    return (
      <div class="bubble">
        {pictures && <Thumbnails pictures={pictures} />}
        <p>{namePictureRequest(request)}</p>
        <Details>{joinFacts([request.task === 'compare-images' ? request.question : pictures?.[0]?.name])}</Details>
      </div>
    );
  }
  const { source } = request;
  const options = request.task === 'summarize' ? request.options : undefined;
  const details = [
    options && nameStyle(options.style),
    source.kind === 'link' ? (hostOf(source.url) || source.url) : undefined,
    options?.instruction,
    request.task === 'read-scan' && request.attachment?.kind === 'file' ? request.attachment.name : undefined,
  ];
  return (
    <p class="bubble">
      {nameTask(request)}
      <Details>{joinFacts(details)}</Details>
    </p>
  );
}

function Details({ children }: { children: ComponentChildren }) {
  if (!children) return null;
  return <span class="small">{children}</span>;
}

function Thumbnails({ pictures }: { pictures: NonNullable<Run['pictures']> }) {
  const shown = pictures.flatMap(({ thumbnail }) => inlinePicture(thumbnail) ?? []);
  if (shown.length === 0) return null;
  return (
    <div class="bubble-pictures">
      {shown.map((address, index) => (
        // What it shows is said below, and by the answer.
        <img key={index} src={address} alt="" />
      ))}
    </div>
  );
}

function namePictureRequest(request: PictureRequest): string {
  if (request.task === 'check-image') return nameTask(request);
  switch (request.source.kind) {
    case 'view':
      return t('picturesDescribeView');
    case 'region':
      return t('requestRegion');
    case 'image':
    case 'images':
      return nameTask(request);
  }
}

/** As its menu entry for this source says, else as its button does. */
function nameTask({ task: id, source }: PictureRequest | Extract<Run['request'], { task: 'summarize' | 'check-safety' | 'read-scan' }>): string {
  const task = TASK_META.find((other) => other.id === id);
  const key = (source.kind === 'page' ? undefined : task?.menuKeys[source.kind]) ?? task?.titleKey;
  return key ? t(key as MessageKey) : '';
}
