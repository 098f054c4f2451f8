import type { ChatRequest } from '~/lib/api/types';
import type { CallOutput } from '~/lib/messaging/protocol';
import { hostOf } from '~/lib/shared/base-url';
import type { ChatMessage } from '~/lib/shared/chat';
import type { MaskedText } from '~/lib/shared/masked';
import type { Run } from '~/lib/shared/run';
import { webSearchOf } from '~/lib/shared/web-search';
import { getSettings } from '~/lib/storage/settings';
import { continueMessages } from './continue-messages';
import type { LiveRun } from './live-run';
import { maskMessages } from './masking/mask-messages';
import { loadFiles } from './pdf/as-file/load-files';
import { loadImages } from './pictures/run-images';
import type { Platform } from './platform';
import { readPart } from './whole/read-part';

/** The request of a run as it went out, or would now: what "What is sent" shows. Null when nothing was or will be sent. */
export async function showRequest(live: LiveRun): Promise<CallOutput<'getRequest'>> {
  const stored = await live.request();
  if (!stored) return null;
  const { host, model, messages, continued, continuedList = '', plan, embedded, web } = stored;
  const answer = live.run.text.slice(0, continued ?? 0) + continuedList;
  const kept = plan ? await live.parts() : [];
  const parts = plan ? { parts: kept.length, ...(plan.scan ? { scan: kept.flatMap(({ page }) => page ?? []) } : {}) } : {};
  return { host, model, ...(await asSent(live, answer ? continueMessages(messages, answer) : messages)), ...parts, ...(embedded ? { embedded } : {}), ...(web ? { web } : {}) };
}

/** The same of one of the requests about parts, counted from 0. */
export async function showPart(place: Showing, number: number): Promise<CallOutput<'getPart'>> {
  const { live } = place;
  const part = await readPart(place, number);
  return part && { ...part, ...(await asSent(live, part.messages)) };
}

/** A run whose requests are shown: pages of a scan are drawn for it where they have not been. */
export interface Showing {
  live: LiveRun;
  tabId: number;
  platform: Platform;
}

/** Characters of a picture's file that are shown of it. */
const SHOWN_OF_FILE = 60;

/** The body of the same as JSON, with all its fields, without the key, which is none of it. Of pictures the beginning. */
export async function showBody(place: Showing, number?: number): Promise<string | null> {
  const { live, platform: { api } } = place;
  const [stored, shown] = await Promise.all([live.request(), number === undefined ? showRequest(live) : showPart(place, number)]);
  if (!stored || !shown) return null;
  const { baseUrl } = (await getSettings()).settings;
  const { messages } = shown;
  const none = () => new Map<string, string>();
  const [images, files] = await Promise.all([loadImages(messages).catch(none), loadFiles(messages).catch(none)]);
  const [picture] = images.values();
  if (stored.plan?.scan?.ocr && picture !== undefined) return writeBody({ model: stored.model, document: { type: 'image_url', image_url: `data:image/jpeg;base64,${picture}` } });
  const bare = messages.map(({ role, content, images: pictures, files: pdfs }) => ({ role, content, ...(images.size > 0 && pictures ? { images: pictures } : {}), ...(files.size > 0 && pdfs ? { files: pdfs } : {}) }));
  // Requests about parts of a long text search nothing.
  const webSearch = stored.web === 'asked' && number === undefined ? webSearchOf(stored.model) : undefined;
  const request: ChatRequest = { model: stored.model, messages: bare, maxTokens: (number !== undefined && stored.plan?.noteMax) || stored.maxTokens, ...(images.size > 0 ? { images } : {}), ...(files.size > 0 ? { files } : {}), ...(webSearch ? { webSearch } : {}) };
  const body = api.describeRequest({ baseUrl: hostOf(baseUrl) === stored.host ? baseUrl : `https://${stored.host}/v1` }, request);
  return writeBody(body);
}

function writeBody(body: object): string {
  return JSON.stringify(body, (_, value: unknown) => (isFile(value) ? `${value.slice(0, SHOWN_OF_FILE)}… (${value.length} characters)` : value), 2);
}

function isFile(value: unknown): value is string {
  return typeof value === 'string' && value.length > 500 && (/^data:[\w/+.-]+;base64,/.test(value) || /^[A-Za-z0-9+/]+={0,2}$/.test(value));
}

/** With marks where personal data was masked when it was sent, or would be. */
async function asSent(live: LiveRun, messages: ChatMessage[]): Promise<{ messages: ChatMessage[]; masked?: MaskedText[] }> {
  const isMasked = live.run.masked !== undefined || (isUnsent(live.run) && (await getSettings()).settings.masking.on);
  if (!isMasked) return { messages };
  const masked = maskMessages(messages);
  return { messages: masked.messages, masked: masked.masking.masked };
}

function isUnsent({ state, error }: Readonly<Run>): boolean {
  return ['queued', 'reading', 'confirm', 'checking'].includes(state) || error?.code === 'guard-blocked';
}
