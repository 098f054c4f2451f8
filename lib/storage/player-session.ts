import { browser } from 'wxt/browser';
import { AppErrorData } from '~/lib/shared/app-error-data';
import { Usage } from '~/lib/shared/chat';
import { GuardNote } from '~/lib/shared/guard';
import { PlayerItem, PlayerState, VoiceRef } from '~/lib/shared/player';
import { SpeechPosition, SpokenSentence } from '~/lib/shared/speech';
import { z } from '~/lib/shared/zod';

/** An item of the queue with what windows need not know. */
export const QueuedItem = z.object({
  item: PlayerItem,
  isPrivate: z.boolean(),
  /** Names the document that the text was read from; see `identifyDocument`. */
  document: z.optional(z.string()),
  /** Where reading is, or will begin. */
  position: z.optional(SpeechPosition),
  /** The reader wants no server to speak. */
  systemOnly: z.boolean(),
  /** What the reader wants done about pictures without description, once asked. */
  pictureChoice: z.optional(z.enum(['describe', 'skip'])),
  /** The picture at which the listener was told that those without description are passed over. */
  toldAtPicture: z.optional(z.string()),
  /** What the checkpoint of its text had to say, and what that took. */
  guard: z.optional(z.array(GuardNote)),
  guardUsage: z.optional(Usage),
});
export type QueuedItem = z.infer<typeof QueuedItem>;

/** All that the player must know to go on after the browser ended the background. */
export const PlayerSession = z.object({
  items: z.array(QueuedItem),
  status: PlayerState.shape.status,
  error: z.optional(AppErrorData),
  ask: PlayerState.shape.ask,
  /** What the audio host was given, the sounding one first. */
  sent: z.array(z.object({ id: z.string(), sentence: SpokenSentence, voice: VoiceRef })),
  turn: z.number(),
  sentence: z.optional(SpokenSentence),
  spending: z.object({ spent: z.object({ characters: z.number(), usd: z.optional(z.number()) }), granted: z.number(), counted: z.number() }),
  /** Characters a second at speed 1, by voice. */
  pace: z.record(z.string(), z.number()),
});
export type PlayerSession = z.infer<typeof PlayerSession>;

const KEY = 'player';

/** Nothing when nothing was kept in this session of the browser, or it cannot be read. */
export async function loadPlayer(): Promise<PlayerSession | undefined> {
  const stored = await browser.storage.session.get(KEY).catch((): Record<string, unknown> => ({}));
  return PlayerSession.safeParse(stored[KEY]).data;
}

/** What cannot be kept is only missing after the background ended. */
export async function savePlayer(session: PlayerSession): Promise<void> {
  // Through JSON: fields that are absent must not come back as `undefined`.
  await browser.storage.session.set({ [KEY]: JSON.parse(JSON.stringify(session)) as unknown }).catch(() => undefined);
}
