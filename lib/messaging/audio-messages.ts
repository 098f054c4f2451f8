import { browser } from 'wxt/browser';
import { AudioCommand, AudioEvent } from '~/lib/shared/audio-host';
import { z } from '~/lib/shared/zod';
import { isOwnPage, type Sender } from './sender';

/**
 * Commands to the offscreen document go through a channel of Docent's own origin: messages of the extension are text, and
 * reach every open window, while here sound files go as they are, to the one that plays them. What the document tells is
 * told by messages: it outlives the worker, and a message wakes a worker that sleeps.
 */
const CHANNEL = 'docent-audio';
const Sent = z.object({ id: z.string(), command: AudioCommand });
/** Every command is acknowledged, so that the background knows that the document is there. */
const Taken = z.object({ taken: z.string() });
const EventMessage = z.object({ audioEvent: AudioEvent });

/** Commands that the document remembers to have obeyed: one that was sent once more is not obeyed twice. */
const REMEMBERED = 50;

/** Milliseconds that the document stays at least after it took a command. */
export const AUDIO_STAY = 10_000;

/** The offscreen document's side. @returns whether another command may come soon, for which the document has to stay */
export function serveAudio(perform: (command: AudioCommand) => void): () => boolean {
  const channel = new BroadcastChannel(CHANNEL);
  let takenAt = Number.NEGATIVE_INFINITY;
  const obeyed: string[] = [];
  channel.addEventListener('message', ({ data }) => {
    const sent = Sent.safeParse(data).data;
    if (!sent) return;
    takenAt = Date.now();
    if (!obeyed.includes(sent.id)) {
      obeyed.push(sent.id);
      if (obeyed.length > REMEMBERED) obeyed.shift();
      perform(sent.command);
    }
    channel.postMessage({ taken: sent.id } satisfies z.input<typeof Taken>);
  });
  return () => Date.now() - takenAt < AUDIO_STAY;
}

/** The background's side. Sending the same command once more has no effect if it arrived the first time. */
export class AudioCommands {
  readonly #channel = new BroadcastChannel(CHANNEL);
  readonly #awaited = new Map<string, () => void>();

  constructor() {
    this.#channel.addEventListener('message', ({ data }) => {
      const told = Taken.safeParse(data).data;
      if (told) this.#awaited.get(told.taken)?.();
    });
  }

  /** @returns whether a document took the command within so many milliseconds */
  async send(id: string, command: AudioCommand, patience: number): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const taken = new Promise<boolean>((resolve) => {
      this.#awaited.set(id, () => resolve(true));
      timer = setTimeout(() => resolve(false), patience);
    });
    this.#channel.postMessage({ id, command } satisfies z.input<typeof Sent>);
    try {
      return await taken;
    } finally {
      clearTimeout(timer);
      this.#awaited.delete(id);
    }
  }
}

/** Tells the background. Nobody to hear it is no failure: the worker is being replaced by a new version. */
export function tellAudioEvent(audioEvent: AudioEvent): void {
  const message: z.input<typeof EventMessage> = { audioEvent };
  browser.runtime.sendMessage(message).catch(() => undefined);
}

/** What the document at `path` tells. */
export function onAudioEvent(path: string, listener: (event: AudioEvent) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    const told = EventMessage.safeParse(message);
    if (told.success && isOwnPage(sender) && sender.url === browser.runtime.getURL(path as '/')) listener(told.data.audioEvent);
  });
}
