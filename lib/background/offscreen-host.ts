import { browser } from 'wxt/browser';
import { OFFSCREEN_PORT, type OffscreenJob, OffscreenReply } from '~/lib/messaging/offscreen-jobs';
import { isOwnPage } from '~/lib/messaging/sender';
import { handOverFile } from '~/lib/messaging/file-channel';
import { AUDIO_STAY, AudioCommands, onAudioEvent } from '~/lib/messaging/audio-messages';
import { EventQueue } from '~/lib/shared/event-queue';
import { AppError } from '~/lib/shared/app-error';
import type { AudioCommand } from '~/lib/shared/audio-host';
import type { ExtractedPage } from '~/lib/shared/page-content';
import type { PdfOrder, PdfReply } from '~/lib/shared/pdf';
import type { DrawnSvg, SvgToDraw } from '~/lib/shared/svg-drawing';
import type { AudioOutput, Summarizer } from './platform';
import { withLimit } from './time-limit';

const PATH = '/offscreen.html';
/** Milliseconds the document has to start and to answer the announcement. */
const START_UP = 10_000;
/** Milliseconds to hand over a file, of which nothing is copied. */
const FILE_TIME = 60_000;

/** Milliseconds in which a document that is there takes a command, however busy; then it is looked for, and told once more. */
const ANSWER = 2_000;

type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];

/** Runs jobs in the offscreen document. Must be made synchronously when the background starts. */
export class OffscreenHost {
  readonly #awaited = new Map<string, (port: Port) => void>();
  readonly #commands = new AudioCommands();
  /** Ends when all commands so far are on their way. */
  #posted: Promise<unknown> = Promise.resolve();
  /** When a command was last taken. */
  #takenAt = Number.NEGATIVE_INFINITY;
  #opening: Promise<void> | undefined;

  constructor() {
    browser.runtime.onConnect.addListener((port) => {
      if (!port.name.startsWith(OFFSCREEN_PORT) || !isOwnPage(port.sender)) return;
      this.#awaited.get(port.name.slice(OFFSCREEN_PORT.length))?.(port);
    });
  }

  async extractHtml(html: string, url: string, signal: AbortSignal): Promise<ExtractedPage> {
    for await (const reply of this.#run({ type: 'extract', html, url }, signal)) {
      if (reply.type === 'page') return reply.page;
    }
    throw new AppError('unexpected', { detail: 'the page could not be read' });
  }

  async drawSvg(svg: SvgToDraw, signal: AbortSignal): Promise<DrawnSvg> {
    for await (const reply of this.#run({ type: 'draw-svg', ...svg }, signal)) {
      if (reply.type === 'drawing') return { dataUrl: reply.dataUrl, width: reply.width, height: reply.height };
    }
    throw new AppError('unexpected', { detail: 'the drawing could not be made' });
  }

  async *readPdf(file: Blob, order: PdfOrder, signal: AbortSignal): AsyncGenerator<PdfReply> {
    const name = crypto.randomUUID();
    const over = new AbortController();
    handOverFile(name, file, over.signal);
    try {
      for await (const reply of this.#run({ type: 'pdf', name, order }, signal)) if (reply.type === 'pdf') yield reply.reply;
    } finally {
      over.abort();
    }
  }

  async offerFile(file: Blob): Promise<string> {
    const name = crypto.randomUUID();
    const over = new AbortController();
    handOverFile(name, file, over.signal);
    try {
      for await (const reply of this.#run({ type: 'offer-file', name }, AbortSignal.timeout(FILE_TIME))) {
        if (reply.type === 'file') return reply.url;
      }
    } finally {
      over.abort();
    }
    throw new AppError('unexpected', { detail: 'the file could not be offered' });
  }

  readonly summarizer: Summarizer = {
    isAvailable: async () => {
      const job = this.#run({ type: 'summarizer-available' }, AbortSignal.timeout(START_UP));
      for await (const reply of job) if (reply.type === 'available') return reply.available;
      return false;
    },
    summarize: (request, signal) => texts(this.#run({ type: 'summarize', ...request }, signal)),
  };

  readonly audio: AudioOutput = {
    send: async (command) => {
      const id = crypto.randomUUID();
      // A pause must not overtake what it pauses, however long the browser looks for the document.
      const posting = this.#posted.then(() => this.#post(id, command));
      this.#posted = posting.then(() => undefined, () => undefined);
      const posted = await posting;
      if (!posted || (await this.#await(posted.taken))) return;
      if (!isQuiet(command)) await this.#open();
      if ((await this.#await(this.#commands.send(id, command, START_UP))) || isQuiet(command)) return;
      throw new AppError('unexpected', { detail: 'no offscreen document' });
    },
    onEvent: (listener) => onAudioEvent(PATH, listener),
  };

  /** Nothing where there is no document, and the command has nothing to do then. */
  async #post(id: string, command: AudioCommand): Promise<{ taken: Promise<boolean> } | undefined> {
    // A document that has just taken one is there: the sound need not wait until the browser has looked.
    if (Date.now() - this.#takenAt > AUDIO_STAY / 2) {
      if (!isQuiet(command)) await this.#open();
      else if (!(await isOpen())) return undefined;
    }
    return { taken: this.#commands.send(id, command, ANSWER) };
  }

  async #await(answer: Promise<boolean>): Promise<boolean> {
    const taken = await answer;
    this.#takenAt = taken ? Date.now() : Number.NEGATIVE_INFINITY;
    return taken;
  }

  /** Yields the replies to a job. Throws the error the job ended with, or `unexpected` when the document died. */
  async *#run(job: OffscreenJob, signal: AbortSignal): AsyncGenerator<OffscreenReply> {
    const port = await this.#connect(signal);
    const replies = new EventQueue<OffscreenReply>();
    port.onMessage.addListener((message: unknown) => {
      const reply = OffscreenReply.safeParse(message);
      if (reply.success) replies.push(reply.data);
      else replies.break();
    });
    port.onDisconnect.addListener(() => replies.break());
    try {
      port.postMessage(job);
      yield* replies.read(signal, 'the offscreen document ended');
    } finally {
      port.disconnect();
    }
  }

  async #connect(signal: AbortSignal): Promise<Port> {
    await this.#open();
    const id = crypto.randomUUID();
    const connected = new Promise<Port>((resolve) => this.#awaited.set(id, resolve));
    try {
      browser.runtime.sendMessage({ offscreen: id }).catch(() => undefined);
      return await withLimit(connected, START_UP, new AppError('unexpected', { detail: 'no offscreen document' }), signal);
    } finally {
      this.#awaited.delete(id);
    }
  }

  async #open(): Promise<void> {
    this.#opening ??= openDocument().finally(() => (this.#opening = undefined));
    await this.#opening;
  }
}

/** Has nothing to do where there is no document. */
function isQuiet({ type }: AudioCommand): boolean {
  return type === 'pause' || type === 'stop';
}

/** A document left by a background that died is used again; there can only be one. */
async function openDocument(): Promise<void> {
  if (await isOpen()) return;
  await browser.offscreen.createDocument({
    url: PATH,
    // For sound alone the browser would close the document 30 s after the last sound, however the reader has paused.
    reasons: ['DOM_PARSER', 'AUDIO_PLAYBACK'],
    justification: 'Reads pages aloud; reads linked pages and draws SVG pictures, which need a DOM; reaches the built-in Summarizer.',
  });
}

async function isOpen(): Promise<boolean> {
  const url = browser.runtime.getURL(PATH);
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'], documentUrls: [url] });
  return contexts.length > 0;
}

async function* texts(replies: AsyncIterable<OffscreenReply>): AsyncGenerator<string> {
  for await (const reply of replies) if (reply.type === 'text') yield reply.text;
}
