import { hashBytes } from '~/lib/image/hash';
import type { FilePart } from '~/lib/shared/chat';
import type { Model } from '~/lib/shared/model';
import type { Omission, PageContent, PageDocument } from '~/lib/shared/page-content';
import type { FileNote } from '~/lib/shared/run';
import type { Settings } from '~/lib/shared/settings';
import { estimateTokens } from '~/lib/shared/tokens';
import { getFile, putFile } from '~/lib/storage/file-store';
import { partText } from '~/lib/tasks/whole/split-document';
import type { Material } from '../../build-request';
import type { RunContext } from '../../run-context';
import { fetchPdf } from '../fetch-pdf';

/** Bytes of all files in one request: what the contract has for a PDF (section 10.1); for chat it names no limit that is believed. */
const MOST_BYTES = 50_000_000;
/** Tokens that a page costs beside its text, since models get it as a picture, too: on the safe side of what they are known to count. */
export const PAGE_AS_PICTURE = 1_500;
/** What a reader does not see in a document would reach the model with its file. */
const OUT_OF_SIGHT: readonly Omission['reason'][] = ['hidden', 'same-colour', 'invisible-characters'];
/** Where a file says that it is encrypted: at its end, or, made for the web, at its beginning. */
const ENDS = 100_000;

/** One document that might go out as a file. */
interface Candidate {
  id: string | undefined;
  name: string;
  pages: number;
  read(): Promise<Blob | undefined>;
}

/**
 * What a question or summary is about, with PDFs as files in the place of their text, where the reader wants it so, the model takes them, and
 * nothing stands in them that nobody sees. Of the others, and why, the answer tells.
 * @param room tokens that the request has for texts
 */
export async function sendAsFiles(context: RunContext, settings: Settings, material: Material, model: Model | undefined, room: number): Promise<Material> {
  const candidates = settings.documents.pdfFiles ? findCandidates(context, material) : [];
  const files: FilePart[] = [];
  const sent = new Set<string | undefined>();
  const notes: FileNote[] = [];
  let left = room;
  let bytes = 0;
  for (const candidate of candidates) {
    const tokens = estimateTokens(partText(blocksOf(material.page, candidate.id))) + candidate.pages * PAGE_AS_PICTURE;
    const file = model?.files === true && !hidesSomething(material.page, candidate.id) && tokens <= left ? await candidate.read() : undefined;
    context.signal.throwIfAborted();
    const why = model?.files !== true ? 'model' : hidesSomething(material.page, candidate.id) ? 'hidden' : tokens > left || !file || bytes + file.size > MOST_BYTES ? 'large' : (await isEncrypted(file)) ? 'locked' : undefined;
    notes.push({ name: candidate.name, ...(why ? { why } : {}) });
    if (why || !file) continue;
    left -= tokens;
    bytes += file.size;
    files.push({ type: 'file', fileId: await keep(context, candidate.name, file), name: candidate.name, bytes: file.size, tokens });
    sent.add(candidate.id);
  }
  if (notes.length === 0) return material;
  return { ...material, fileNotes: notes, ...(files.length > 0 ? { pdfs: files, sentPage: withoutText(material.page, sent) } : {}) };
}

function findCandidates({ tabId, signal }: RunContext, { request, page }: Material): Candidate[] {
  const fetchTab = () => fetchPdf(tabId, page.url, signal);
  const ofFile = (fileId: string | undefined) => async () => {
    const stored = fileId === undefined ? undefined : await getFile(fileId);
    return stored && new Blob([stored.bytes]);
  };
  if (request.task !== 'summarize' && request.task !== 'ask') return [];
  const isTab = request.source.kind === 'page';
  if (page.documents) {
    return page.documents.flatMap(({ id, kind, title, pages, fileId }: PageDocument): Candidate[] => {
      if (pages === undefined || kind === 'tab' || (kind === 'page' && !isTab)) return [];
      return [{ id, name: fileName(title), pages, read: kind === 'page' ? fetchTab : ofFile(fileId) }];
    });
  }
  if (!page.pages) return [];
  const [file] = request.task === 'ask' && request.source.kind === 'none' ? (request.attachments ?? []).filter(({ kind }) => kind === 'file') : [];
  if (!isTab && file?.kind !== 'file') return [];
  return [{ id: undefined, name: fileName(page.title), pages: page.pages.total, read: isTab ? fetchTab : ofFile(file?.kind === 'file' ? file.fileId : undefined) }];
}

function fileName(title: string): string {
  const name = title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim().slice(0, 100) || 'document';
  return /\.pdf$/i.test(name) ? name : `${name}.pdf`;
}

function hidesSomething({ omissions, findings = [] }: PageContent, id: string | undefined): boolean {
  const isOf = ({ documentId }: { documentId?: string | undefined }) => documentId === id;
  return findings.some(isOf) || omissions.some((omission) => isOf(omission) && OUT_OF_SIGHT.includes(omission.reason) && omission.passages > 0);
}

function blocksOf({ blocks }: PageContent, id: string | undefined): PageContent['blocks'] {
  return id === undefined ? blocks : blocks.filter((block) => block.id.startsWith(`${id}.`));
}

/** The page, of which the documents that go as files have a line in the place of their text. */
function withoutText(page: PageContent, sent: ReadonlySet<string | undefined>): PageContent {
  const line = (id: string) => ({ id, kind: 'paragraph' as const, text: '(This document goes along as a PDF file.)' });
  if (sent.has(undefined)) return { ...page, blocks: [line('file')] };
  const blocks = page.blocks.flatMap((block) => {
    const [id = ''] = block.id.split('.', 1);
    if (!sent.has(id)) return [block];
    return block.id === `${id}.title` ? [block, line(`${id}.file`)] : [];
  });
  return { ...page, blocks };
}

async function isEncrypted(file: Blob): Promise<boolean> {
  const [start, end] = await Promise.all([file.slice(0, ENDS).text(), file.slice(Math.max(0, file.size - ENDS)).text()]);
  return start.includes('/Encrypt') || end.includes('/Encrypt');
}

/** With the conversation, as an attached file is: what was sent can be shown, and sent again. */
async function keep({ thread, live }: RunContext, name: string, file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  const id = `${thread.id}:${await hashBytes(bytes)}`;
  if (!(await getFile(id))) await putFile({ id, threadId: thread.id, name, mediaType: 'application/pdf', bytes, addedAt: Date.now() }, live.isPrivate);
  return id;
}
