import { browser } from 'wxt/browser';
import { AppError, toAppError } from '~/lib/shared/app-error';
import { OFFSCREEN_PORT, OffscreenAnnouncement, OffscreenJob, type OffscreenReply } from './offscreen-jobs';
import { isOwnPage, type Sender } from './sender';

/** Does a job and yields its replies; the signal aborts when the background no longer waits for them. */
export type PerformJob = (job: OffscreenJob, signal: AbortSignal) => AsyncIterable<OffscreenReply>;

/** Milliseconds without anything to do after which the document closes itself, and how often it looks in that time. */
const IDLE = 20_000;
const LOOKS = 4;

/**
 * The offscreen document's side: does what the background announces, and calls `onIdle` when nothing is left to do and
 * nothing else (`isBusy`) needs the document.
 */
export function serveOffscreen(perform: PerformJob, isBusy: () => boolean, onIdle: () => void): void {
  let running = 0;
  // What has just ended is often followed by the next: a document that closed between them would lose it.
  const rest = (looks = LOOKS): ReturnType<typeof setTimeout> => setTimeout(() => {
    if (isBusy()) timer = rest();
    else if (looks > 1) timer = rest(looks - 1);
    else onIdle();
  }, IDLE / LOOKS);
  let timer = rest();

  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    const announced = OffscreenAnnouncement.safeParse(message);
    if (!announced.success || !isOwnPage(sender)) return;
    clearTimeout(timer);
    running++;
    const port = browser.runtime.connect({ name: OFFSCREEN_PORT + announced.data.offscreen });
    const gone = new AbortController();
    port.onDisconnect.addListener(() => gone.abort());
    port.onMessage.addListener((data: unknown) => {
      void answer(data, perform, gone.signal, (reply) => {
        if (!gone.signal.aborted) port.postMessage(reply);
      });
    });
    gone.signal.addEventListener('abort', () => {
      if (--running === 0) timer = rest();
    });
  });
}

async function answer(
  data: unknown,
  perform: PerformJob,
  signal: AbortSignal,
  send: (reply: OffscreenReply) => void,
): Promise<void> {
  try {
    const job = OffscreenJob.safeParse(data);
    if (!job.success) throw new AppError('bad-message', { detail: 'offscreen job' });
    for await (const reply of perform(job.data, signal)) send(reply);
    send({ type: 'end' });
  } catch (thrown) {
    send({ type: 'error', error: toAppError(thrown).data });
  }
}
