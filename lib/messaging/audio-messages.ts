import { browser } from 'wxt/browser';
import { AudioCommand, AudioEvent } from '~/lib/shared/audio-host';
import { z } from '~/lib/shared/zod';
import { isOwnPage, type Sender } from './sender';

/**
 * Commands to the offscreen document, and what it tells, as messages: the document outlives the worker, and a message
 * wakes a worker that sleeps.
 */
const CommandMessage = z.object({ audioCommand: AudioCommand });
const EventMessage = z.object({ audioEvent: AudioEvent });

/** The offscreen document's side. Every command is acknowledged, so that the background knows that the document is there. */
export function serveAudio(perform: (command: AudioCommand) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, sendResponse: (reply: unknown) => void) => {
    const told = CommandMessage.safeParse(message);
    if (!told.success || !isFromBackground(sender)) return;
    perform(told.data.audioCommand);
    sendResponse(true);
    return true;
  });
}

/** Tells the background. Nobody to hear it is no failure: the worker is being replaced by a new version. */
export function tellAudioEvent(audioEvent: AudioEvent): void {
  const message: z.input<typeof EventMessage> = { audioEvent };
  browser.runtime.sendMessage(message).catch(() => undefined);
}

/** @returns whether a document took the command. */
export async function sendAudioCommand(audioCommand: AudioCommand): Promise<boolean> {
  const message: z.input<typeof CommandMessage> = { audioCommand };
  return (await browser.runtime.sendMessage(message).catch(() => false)) === true;
}

/** What the document at `path` tells. */
export function onAudioEvent(path: string, listener: (event: AudioEvent) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    const told = EventMessage.safeParse(message);
    if (told.success && isOwnPage(sender) && sender.url === browser.runtime.getURL(path as '/')) listener(told.data.audioEvent);
  });
}

/** Chromium gives a worker's messages the address of its script, if any; a page's have the address of the page. */
function isFromBackground(sender: Sender): boolean {
  return sender.id === browser.runtime.id && (sender.url === undefined || isOwnPage(sender));
}
