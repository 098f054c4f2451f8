import { hashBytes } from '~/lib/image/hash';
import { AppError } from '~/lib/shared/app-error';
import type { ImagePart } from '~/lib/shared/chat';
import type { KeptPart } from '~/lib/shared/parts';
import type { DrawnPage } from '~/lib/shared/pdf';
import type { RunRequest } from '~/lib/shared/run';
import { getFile } from '~/lib/storage/file-store';
import { putImage } from '~/lib/storage/images';
import { fileAddress, findPdfPassword } from '~/lib/storage/pdf-passwords';
import { getSettings } from '~/lib/storage/settings';
import { keepScannedPage } from '~/lib/storage/scanned-pages';
import { readDataUrl } from '../../pictures/read-data-url';
import { isKept } from '../../pictures/run-images';
import { getTab, withoutHash } from '../../read-tab';
import type { RunContext } from '../../run-context';
import type { ScanPages } from '../../whole/parts-reading';
import { fetchPdf } from '../fetch-pdf';

export type ScanRequest = Extract<RunRequest, { task: 'read-scan' }>;
type Place = Pick<RunContext, 'live' | 'tabId' | 'platform' | 'signal'>;

/** Pages that are drawn at a time: the file is opened once for them, and memory holds no more than these. */
const BATCH = 4;

/** The pages of the document that a run reads, as pictures. The file is fetched when the first is wanted. */
export class OpenScan implements ScanPages {
  readonly #place: Place;
  readonly #request: ScanRequest;
  readonly #hash: string;
  /** Those that will be wanted, in order. */
  readonly #wanted: readonly number[];
  readonly #drawn = new Map<number, ImagePart>();
  #file: Promise<{ file: Blob; password: string | undefined }> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(place: Place, request: ScanRequest, hash: string, wanted: readonly number[]) {
    this.#place = place;
    this.#request = request;
    this.#hash = hash;
    this.#wanted = wanted;
  }

  async draw(part: KeptPart, signal: AbortSignal): Promise<void> {
    const { page, image } = part;
    if (page === undefined || (image?.imageId !== undefined && (await isKept(image.imageId)))) return;
    // One page after the other: each takes as much memory as its pictures have pixels.
    const turn = this.#turn.then(() => this.#drawn.get(page) ?? this.#drawFrom(page, signal));
    this.#turn = turn.catch(() => undefined);
    const drawn = await turn;
    if (!drawn) throw new AppError('image-broken');
    part.image = drawn;
  }

  async keep({ page, result }: KeptPart): Promise<void> {
    const { live } = this.#place;
    if (page === undefined || !result || result.cut) return;
    await keepScannedPage(this.#hash, page, { text: result.text, model: live.run.model ?? '' }, live.isPrivate).catch((thrown: unknown) => console.warn('A page was not kept.', thrown));
  }

  async #drawFrom(page: number, signal: AbortSignal): Promise<ImagePart | undefined> {
    const { maxSide } = (await getSettings()).settings.pictures;
    const { file, password } = await (this.#file ??= this.#find(signal));
    const next = this.#wanted.slice(this.#wanted.indexOf(page) + 1).filter((number) => !this.#drawn.has(number));
    const pages = [page, ...(this.#wanted.includes(page) ? next.slice(0, BATCH - 1) : [])];
    const order = { url: '', name: '', ...(password === undefined ? {} : { password }), draw: { pages, maxSide } };
    for await (const reply of this.#place.platform.readPdf(file, order, signal)) if (reply.type === 'picture') await this.#take(reply);
    return this.#drawn.get(page);
  }

  async #take({ page, dataUrl, width, height }: DrawnPage): Promise<void> {
    if (dataUrl === undefined) return;
    const bytes = await readDataUrl(dataUrl);
    const imageId = await hashBytes(bytes);
    await putImage({ id: imageId, blob: new Blob([bytes], { type: 'image/jpeg' }), mediaType: 'image/jpeg', width, height }, this.#place.live.isPrivate);
    this.#drawn.set(page, { type: 'image', imageId, mediaType: 'image/jpeg', width, height });
  }

  async #find(signal: AbortSignal): Promise<{ file: Blob; password: string | undefined }> {
    const { live, tabId } = this.#place;
    const { attachment } = this.#request;
    const fileId = attachment?.kind === 'file' ? attachment.fileId : undefined;
    if (fileId !== undefined) {
      const stored = await getFile(fileId);
      if (!stored) throw new AppError('file-failed', { reason: 'file-gone' });
      return { file: new Blob([stored.bytes]), password: await findPdfPassword(tabId, fileAddress(fileId)) };
    }
    const url = withoutHash((await getTab(tabId)).url);
    if (url !== withoutHash(live.run.page.url)) throw new AppError('page-navigated');
    const file = await fetchPdf(tabId, url, signal);
    // A link that leads to another file the second time would give pages to the wrong text.
    if ((await hashBytes(await file.arrayBuffer())) !== this.#hash) throw new AppError('pdf-unreachable', { reason: 'other-file' });
    return { file, password: await findPdfPassword(tabId, url) };
  }
}
