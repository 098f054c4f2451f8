import type { Page } from 'puppeteer';
import type { CallInput, CallName, CallOutput, CallReply } from '../../../lib/messaging/protocol.ts';
import type { PictureRef } from '../../../lib/shared/picture.ts';
import type { RunRequest } from '../../../lib/shared/run.ts';

/** A page with pictures, each in a figure. */
export function composeGallery(pictures: { src: string; alt?: string; caption?: string }[], text = 'The harbour was painted by many hands.'): string {
  const figures = pictures.map(({ src, alt, caption }) =>
    `<figure><img src="${src}" width="320" height="240"${alt === undefined ? '' : ` alt="${alt}"`}>${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The harbour in pictures</title></head>
<body><main><h1>The harbour in pictures</h1><p>${text}</p>${figures.join('\n')}</main></body></html>`;
}

/** Calls the background from one of Docent's own windows. */
export async function callDocent<N extends CallName>(window: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = (await window.evaluate((call) => chrome.runtime.sendMessage(call), { name, input })) as CallReply<N>;
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
}

/** Asks the background to start a run about the tab in front. */
export async function startRun(window: Page, request: RunRequest): Promise<string> {
  const tabId = await window.evaluate(async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0]?.id);
  return (await callDocent(window, 'startRun', { tabId: tabId ?? -1, request })).runId;
}

/** Describes a picture that is named by its address, as the context menu does. */
export function describePicture(window: Page, picture: PictureRef): Promise<string> {
  return startRun(window, { task: 'describe-image', source: { kind: 'image', picture } });
}
