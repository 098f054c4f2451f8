import { GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { AppError, toAppError } from '~/lib/shared/app-error';
import { PdfOrder, type PdfReply } from '~/lib/shared/pdf';
import { z } from '~/lib/shared/zod';
import { drawPages } from './draw-pages';
import { readDocument } from './read-document';

const Message = z.object({ file: z.instanceof(Blob), order: PdfOrder });

/** Where the build puts the library's files (wxt.config.ts). */
const ASSETS = { cMaps: new URL('/pdf/cmaps/', location.href).href, decoders: new URL('/pdf/decoders/', location.href).href };

/** Milliseconds between two tellings of how far the reading is. */
const TELL = 100;

/** The frame's side of `runInFrame`: reads the one file that the page around it brings. */
export function servePdfFrame(): void {
  GlobalWorkerOptions.workerSrc = workerUrl;
  addEventListener('message', ({ origin, source, data, ports: [port] }: MessageEvent<unknown>) => {
    if (origin !== location.origin || source !== parent || !port) return;
    void answer(data, (reply) => port.postMessage(reply));
  });
}

async function answer(data: unknown, send: (reply: PdfReply) => void): Promise<void> {
  try {
    const message = Message.safeParse(data);
    if (!message.success) throw new AppError('bad-message', { detail: 'PDF order' });
    const { file, order } = message.data;
    // The page around takes the frame away when it no longer waits.
    const { signal } = new AbortController();
    if (order.draw) for await (const picture of drawPages(file, order, order.draw, ASSETS, signal)) send({ type: 'picture', ...picture });
    else send({ type: 'page', page: await readDocument(file, order, ASSETS, seldom((progress) => send({ type: 'progress', ...progress })), signal) });
    send({ type: 'end' });
  } catch (thrown) {
    send({ type: 'error', error: toAppError(thrown).data });
  }
}

/** The first call goes through, and of the others one now and then. */
function seldom<T>(tell: (value: T) => void): (value: T) => void {
  let next = 0;
  return (value) => {
    if (performance.now() < next) return;
    next = performance.now() + TELL;
    tell(value);
  };
}
