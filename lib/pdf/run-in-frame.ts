import { EventQueue } from '~/lib/shared/event-queue';
import { type PdfOrder, PdfReply } from '~/lib/shared/pdf';

/**
 * Reads a file in a page of its own, in a frame: the PDF reader (1.8 MB) is loaded only there, and all of it goes with the
 * frame, whatever a file has made of it. Needs a document: the offscreen document, or Firefox's background page. Yields
 * replies up to `end`, throws what the reading has thrown, and the signal's reason.
 */
export async function* runInFrame(file: Blob, order: PdfOrder, signal: AbortSignal): AsyncGenerator<PdfReply> {
  signal.throwIfAborted();
  const frame = document.createElement('iframe');
  const { port1: port, port2: theirs } = new MessageChannel();
  const replies = new EventQueue<PdfReply>();
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const reply = PdfReply.safeParse(data);
    if (reply.success) replies.push(reply.data);
    else replies.break();
  };
  frame.onload = () => frame.contentWindow?.postMessage({ file, order }, location.origin, [theirs]);
  frame.src = '/pdf.html';
  try {
    document.body.append(frame);
    yield* replies.read(signal, 'the PDF reader ended');
  } finally {
    port.close();
    frame.remove();
  }
}
