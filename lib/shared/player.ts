import { AppErrorData } from './app-error-data';
import { Usage } from './chat';
import { GuardNote } from './guard';
import { PictureEstimate } from './picture';
import { z } from './zod';

/** Reading aloud as windows see it: voices, the queue, and what is being read. */

/** A voice. A system voice with an empty `uri` is the browser's own choice for the language. */
export const VoiceRef = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('system'), uri: z.string().check(z.maxLength(500)) }),
  z.object({ kind: z.literal('api'), model: z.string().check(z.maxLength(300)), voice: z.string().check(z.maxLength(300)) }),
]);
export type VoiceRef = z.infer<typeof VoiceRef>;

export const Voice = z.object({
  ref: VoiceRef,
  name: z.string(),
  /** BCP 47; empty when it speaks any language. */
  lang: z.string(),
  /** Speaks without any network. */
  offline: z.boolean(),
});
export type Voice = z.infer<typeof Voice>;

/** Where reading begins. `resume`: where the reader stopped last time on this page, else the start. */
export const ReadFrom = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start') }),
  z.object({ kind: z.literal('resume') }),
  /** Only what is selected; the text comes with a menu click. */
  z.object({ kind: z.literal('selection'), text: z.optional(z.string()) }),
  /** From the place in the page that was clicked last, or from the selection on, to the end. */
  z.object({ kind: z.literal('here') }),
]);
export type ReadFrom = z.infer<typeof ReadFrom>;

/** Something in the queue. */
export const PlayerItem = z.object({
  id: z.string(),
  kind: z.enum(['page', 'selection', 'answer']),
  tabId: z.number(),
  title: z.string(),
  url: z.string(),
  /** The answer that is read, for kind `answer`. */
  runId: z.optional(z.string()),
  /** Pictures are described where they stand. */
  pictures: z.boolean(),
});
export type PlayerItem = z.infer<typeof PlayerItem>;

const PLAYER_STATUSES = [
  'idle', // nothing to read
  'loading', // the page is being read, or the first sound is awaited
  'playing',
  'paused',
  'failed', // `error` says why; the position is kept
  'ended', // read to the end
] as const;

export const PlayerState = z.object({
  status: z.enum(PLAYER_STATUSES),
  /** In the order they are read; the first is the present one. */
  queue: z.array(PlayerItem),
  /** The sentence that is being read, as it is spoken. */
  sentence: z.optional(z.object({ id: z.string(), text: z.string(), lang: z.optional(z.string()) })),
  /** Share of the present item that has been read, 0 to 1; absent while its length is unknown (an answer that grows). */
  share: z.optional(z.number()),
  /** Seconds that are left at the present speed, by estimate. */
  secondsLeft: z.optional(z.number()),
  /** What is speaking. */
  voice: z.optional(Voice),
  /** API voices only, since reading began. */
  spent: z.optional(z.object({ characters: z.number(), usd: z.optional(z.number()) })),
  /** What the guard had to say of the present item's text before it went to an API voice, and what that took. */
  guard: z.optional(z.array(GuardNote)),
  guardUsage: z.optional(Usage),
  /** The reader's limit for API voices was reached, or would be: reading waits for an answer. */
  ask: z.optional(
    z.object({
      characters: z.number(),
      usd: z.optional(z.number()),
      host: z.string(),
      /** Pictures that will be described as reading comes to them, which costs something, too. */
      pictures: z.optional(z.object({ count: z.number(), usd: z.optional(z.number()) })),
    }),
  ),
  /** Pictures without description are passed over, and why; `not-accepted`: until the reader agrees to what it comes to. */
  pictures: z.optional(z.object({ missing: z.number(), reason: AppErrorData, estimate: z.optional(PictureEstimate) })),
  /** A narration is being saved: pieces done, of all. */
  saving: z.optional(z.object({ done: z.number(), of: z.number() })),
  error: z.optional(AppErrorData),
});
export type PlayerState = z.infer<typeof PlayerState>;

/** Limits of speed; `1` is the voice's own. */
export const SLOWEST = 0.5;
export const FASTEST = 4;

/** How Docent reads aloud; texts for the ear are made by `SpeechOptions`. */
export const PlayerOptions = z.object({
  voice: VoiceRef,
  /** Voices by primary language subtag, e.g. `fr`, where the reader chose one. */
  voices: z.record(z.string(), VoiceRef),
  /** Voice for descriptions of pictures; absent: the same as for the text. */
  pictureVoice: z.optional(VoiceRef),
  rate: z.number().check(z.minimum(SLOWEST), z.maximum(FASTEST)),
  /** 0 to 1. */
  volume: z.number().check(z.minimum(0), z.maximum(1)),
  /** Characters an API voice may read before the reader is asked again; 0: always ask. */
  limit: z.number(),
  /** The word that is spoken is marked too, where the voice reports it. */
  words: z.boolean(),
  /** The page scrolls along. */
  follow: z.boolean(),
});
export type PlayerOptions = z.infer<typeof PlayerOptions>;

export const DEFAULT_PLAYER_OPTIONS: PlayerOptions = {
  voice: { kind: 'system', uri: '' },
  voices: {},
  rate: 1,
  volume: 1,
  limit: 20_000,
  words: true,
  follow: true,
};
