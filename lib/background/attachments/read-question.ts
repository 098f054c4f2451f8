import { AppError } from '~/lib/shared/app-error';
import { type Attachment } from '~/lib/shared/attachment';
import { hostOf } from '~/lib/shared/base-url';
import type { ChatMessage } from '~/lib/shared/chat';
import type { PageContent } from '~/lib/shared/page-content';
import type { RunPicture } from '~/lib/shared/picture';
import type { ReadReport, RunRequest } from '~/lib/shared/run';
import type { Settings } from '~/lib/shared/settings';
import { countWords } from '~/lib/shared/words';
import { PAGE_KEY, putText } from '~/lib/storage/text-store';
import { sourceBlocks } from '~/lib/tasks/prompt/source-blocks';
import type { SentPicture } from '~/lib/tasks/task';
import { withoutPictures } from '~/lib/tasks/prompt/fit-history';
import { isAddressAllowed } from '../pictures/may-use-address';
import { readKeptPage } from '../kept-page';
import { tellReading } from '../pdf/tell-reading';
import { readSource } from '../read-source';
import type { RunContext } from '../run-context';
import { composeDocuments, type ReadDocument } from './compose-documents';
import { emptyPage } from './read-file';
import { type ReadAttachment, readAttachments } from './read-attachments';

type AskRequest = Extract<RunRequest, { task: 'ask' }>;

/** What a question is about, all of it. */
export interface ReadQuestion {
  /** One page, whatever it was put together from; without blocks where there is none. */
  page: PageContent;
  sent: SentPicture[];
  shown: RunPicture[];
  /** What was attached and could not be read. */
  unread: NonNullable<ReadReport['unread']>;
}

/**
 * Reads what a question is about: the page, unless the reader has taken it away, and what is attached. An attachment that
 * cannot be read is named and left out. Throws what keeps the page from being read, and the first failure where nothing is left.
 */
export async function readQuestion(context: RunContext, request: AskRequest, settings: Settings): Promise<ReadQuestion> {
  const { live, thread, tabId, platform, signal } = context;
  const { attachments = [] } = request;
  const page = await readMain(context, request);
  if (page && attachments.length === 0) return { page, sent: [], shown: [], unread: [] };
  const place = { threadId: thread.id, tabId, isPrivate: live.isPrivate, platform, mayUseAddress: isAddressAllowed(settings.guard), keep: true, signal };
  const read = (await readAttachments(attachments, place)).map(withoutScan);
  signal.throwIfAborted();
  const unread = read.flatMap((each) => ('error' in each ? [{ name: nameOf(each.attachment), error: each.error, ...(each.attachment.kind === 'file' ? { fileId: each.attachment.fileId } : {}) }] : []));
  const [failed] = unread;
  if (!page && failed && unread.length === attachments.length) throw AppError.fromData(failed.error);
  // Asked about once more it need not be the one that the tab shows.
  if (page) await putText({ threadId: thread.id, key: PAGE_KEY, page }, live.isPrivate).catch((thrown: unknown) => console.warn('Not kept.', thrown));
  const documents = [...(page ? [mainDocument(page, request, tabId)] : []), ...read.flatMap(toDocument)];
  return { page: documents.length > 0 ? composeDocuments(documents) : emptyPage(''), ...collectPictures(read), unread };
}

/** A scan that nobody has read yet is nothing that an answer could rest on. */
function withoutScan(read: ReadAttachment): ReadAttachment {
  if ('error' in read) return read;
  const { blocks, pages } = read.text.page;
  return blocks.length === 0 && pages?.pictures.length ? { attachment: read.attachment, error: { code: 'page-empty', reason: 'scanned' } } : read;
}

async function readMain({ live, thread, tabId, platform, signal }: RunContext, { source }: AskRequest): Promise<PageContent | undefined> {
  if (source.kind === 'none') return undefined;
  if (source.kind === 'kept') return readKeptPage(thread, signal, live);
  const page = await readSource(source, tabId, live.run.page, platform, signal, tellReading(live));
  // A summary of nothing is one of the page; a prompt that speaks of a selection is about nothing else.
  if (source.kind === 'selection' && !page.selection?.trim()) throw new AppError('no-selection');
  return page;
}

/** The page as the first of several; of a selection only that. */
function mainDocument(page: PageContent, { source }: AskRequest, tabId: number): ReadDocument {
  const { selection, ...rest } = page;
  const chosen = source.kind === 'selection' && selection ? { ...rest, blocks: sourceBlocks(page, source), wordCount: countWords(selection) } : rest;
  return { kind: 'page', url: page.url, page: chosen, ...(source.kind === 'kept' ? {} : { tabId }) };
}

function toDocument(read: ReadAttachment): ReadDocument[] {
  if ('error' in read || read.text.page.blocks.length === 0) return [];
  const { attachment, text: { page } } = read;
  if (attachment.kind === 'tab') return [{ kind: 'tab', url: page.url, tabId: attachment.tabId, page }];
  return attachment.kind === 'file' ? [{ kind: 'file', url: '', fileId: attachment.fileId, page }] : [];
}

function collectPictures(read: readonly ReadAttachment[]): Pick<ReadQuestion, 'sent' | 'shown'> {
  const pictures = read.flatMap((each) => ('text' in each && each.text.picture ? [{ ...each.text.picture, name: each.attachment.kind === 'picture' ? each.text.page.title : '' }] : []));
  return {
    sent: pictures.map(({ images, shown, name }) => ({ images, animated: shown.animated, ...(name ? { about: { kind: 'image', name } } : {}) })),
    shown: pictures.map(({ shown }) => shown),
  };
}

function nameOf(attachment: Attachment): string {
  switch (attachment.kind) {
    case 'tab':
      return attachment.title.trim() || hostOf(attachment.url);
    case 'file':
    case 'picture':
      return attachment.name;
  }
}

/** The conversation so far, without pictures that go along with the present question as well. */
export function withoutRepeated(history: readonly ChatMessage[], sent: readonly SentPicture[]): ChatMessage[] {
  const present = new Set(sent.flatMap(({ images }) => images.flatMap(({ imageId }) => imageId ?? [])));
  return history.map((turn) => {
    const { images, ...bare } = turn;
    const others = images?.filter(({ imageId }) => imageId === undefined || !present.has(imageId));
    if (!images?.length || others?.length === images.length) return turn;
    return others?.length ? { ...bare, images: others } : withoutPictures(bare);
  });
}
