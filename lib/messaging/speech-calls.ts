import { AppErrorData } from '~/lib/shared/app-error-data';
import { PlayerState, ReadFrom, Voice, VoiceRef } from '~/lib/shared/player';
import { z } from '~/lib/shared/zod';

const nothing = z.void();
const runId = z.object({ runId: z.string() });
const tab = z.object({ tabId: z.number() });

/** What a search among the voices finds. */
export const VoiceList = z.object({
  voices: z.array(Voice),
  /** All that fit, of which `voices` holds the first. */
  total: z.number(),
  /** Primary language subtags of all voices, with their number. */
  languages: z.array(z.object({ lang: z.string(), count: z.number() })),
  /** Why the server's voices are not among them, or that there are none at all. */
  error: z.optional(AppErrorData),
  /** The system has told none yet, but may: the search is worth repeating. */
  mayCome: z.optional(z.boolean()),
});
export type VoiceList = z.infer<typeof VoiceList>;

/** Rows of the protocol that are about reading aloud. */
export const SPEECH_CALLS = {
  /** The reader is about to have something read: the player starts. With a tab: the button is being pressed, and its page is read. */
  prepareReading: { input: z.object({ tabId: z.optional(z.number()) }), output: nothing },
  /** Reads a tab's page aloud, now or after what is in the queue. `pictures`: with their descriptions; by default as set. `password`: of the PDF that the tab shows; kept in memory only. */
  readAloud: {
    input: z.extend(tab, { from: ReadFrom, pictures: z.optional(z.boolean()), append: z.optional(z.boolean()), password: z.optional(z.string().check(z.maxLength(1_000))) }),
    output: nothing,
  },
  /** Reads an answer aloud, also while it grows. */
  readAnswer: { input: runId, output: nothing },
  /** `use-system-voice`: what is being read goes on with a system voice, also after a failure. */
  controlPlayer: {
    input: z.object({
      action: z.enum(['play', 'pause', 'stop', 'next-sentence', 'previous-sentence', 'next-paragraph', 'previous-paragraph', 'next-item', 'use-system-voice']),
    }),
    output: nothing,
  },
  /** Goes to a share of the present item, 0 to 1. */
  seekPlayer: { input: z.object({ share: z.number() }), output: nothing },
  /** Moves an item of the queue to another place, or takes it out (`to: null`). */
  moveItem: { input: z.object({ id: z.string(), to: z.nullable(z.number()) }), output: nothing },
  /** Answers `PlayerState.ask`; refusing goes on with a system voice. */
  answerSpending: { input: z.object({ accept: z.boolean() }), output: nothing },
  /**
   * What becomes of `PlayerState.pictures`: `estimate` adds what they will come to, `describe` has them described as
   * reading comes to them (the reader has seen the estimate, and agrees), `skip` asks no more about this page.
   */
  decidePictures: { input: z.object({ choice: z.enum(['estimate', 'describe', 'skip']) }), output: nothing },
  /** Voices of the system and of the server by name and language, the best for `lang` first; from the `offset`th on, `limit` (200 at most); `soon`: within a second. */
  findVoices: {
    input: z.object({ query: z.string(), lang: z.optional(z.string()), offset: z.optional(z.number()), limit: z.number(), soon: z.optional(z.boolean()) }),
    output: VoiceList,
  },
  /**
   * Lets a voice say one sentence. `accept`: the reader agrees that it goes to the server; without it a host that nothing was
   * ever sent to fails with `not-accepted`.
   */
  previewVoice: { input: z.object({ voice: VoiceRef, lang: z.string(), accept: z.boolean() }), output: nothing },
  /** Makes one file of a tab's narration; `url` is a `blob:` address of Docent's own origin. Progress is in `PlayerState.saving`. */
  saveNarration: {
    input: z.extend(tab, { as: z.enum(['text', 'audio']), pictures: z.optional(z.boolean()), accept: z.boolean() }),
    output: z.object({ url: z.string(), name: z.string() }),
  },
  stopSaving: { input: z.object({}), output: nothing },
} as const;

/** First message of the watcher on a `player` Port. */
export const WatchPlayer = z.object({});

/** What the background sends on a `player` Port: all of the state, at every change. */
export const PlayerEvent = z.object({ type: z.literal('state'), state: PlayerState });
export type PlayerEvent = z.infer<typeof PlayerEvent>;
