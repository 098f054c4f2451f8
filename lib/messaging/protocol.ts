import { AppErrorData } from '~/lib/shared/app-error-data';
import { ChatMessage, Usage } from '~/lib/shared/chat';
import { GuardLogEntry } from '~/lib/shared/guard';
import { MaskedText } from '~/lib/shared/masked';
import { Model } from '~/lib/shared/model';
import { PagePicture, PictureBatch, PictureEstimate, PictureProgress, PictureRef } from '~/lib/shared/picture';
import { REGION_KEYS } from '~/lib/shared/region-keys';
import { PlayerState, ReadFrom, Voice, VoiceRef } from '~/lib/shared/player';
import { OutgoingRequest, Run, RunHead, RunRequest } from '~/lib/shared/run';
import { Engine, Settings, SettingsPatch } from '~/lib/shared/settings';
import { z } from '~/lib/shared/zod';
import { ATTACHMENT_CALLS } from './attachment-calls';
import { HISTORY_CALLS } from './history-calls';
import { PROMPT_CALLS } from './prompt-calls';
import { SPENDING_CALLS } from './spending-calls';

/**
 * The protocol between Docent's pages and its background: one row a call, with the schema of what goes in and
 * what comes back. Both sides parse. Calls are accepted from pages of the extension only, never from a content
 * script (`sender.ts`).
 */
const nothing = z.void();
const runId = z.object({ runId: z.string() });
const tab = z.object({ tabId: z.number() });

/** What popup and panel show of a tab before anything is read. */
export const TabInfo = z.object({
  tabId: z.number(),
  title: z.string(),
  url: z.string(),
  /** Why the page cannot be read, when that is known beforehand. */
  blocked: z.optional(AppErrorData),
});
export type TabInfo = z.infer<typeof TabInfo>;

/** Settings as pages see them: the key itself never leaves the background. */
export const SettingsView = z.object({
  settings: Settings,
  hasKey: z.boolean(),
  /** Last characters of the stored key, to recognise it by. */
  keyHint: z.optional(z.string()),
  /** The stored settings could not be read; defaults took their place and the old ones are kept aside. */
  repaired: z.boolean(),
  /** What would answer now: `server` without a key where one is needed becomes `device`. */
  effectiveEngine: Engine,
  /** The built-in Summarizer reports itself usable. */
  browserEngine: z.boolean(),
});
export type SettingsView = z.infer<typeof SettingsView>;

export const ConnectionReport = z.object({
  host: z.string(),
  models: z.number(),
  /** Present when the server tells it (contract section 13). */
  balance: z.optional(z.object({ amount: z.number(), currency: z.string() })),
});
export type ConnectionReport = z.infer<typeof ConnectionReport>;

export const ModelList = z.object({
  models: z.array(Model),
  /** `bundled`: the list that ships with Docent, because the server's could not be had. */
  source: z.enum(['server', 'cache', 'bundled']),
  /** The model that is used when none is chosen. */
  preferred: z.optional(z.string()),
  /** The model that answers about pictures; absent where the chosen one takes none, or none is known that does. */
  seeing: z.optional(z.string()),
  error: z.optional(AppErrorData),
});
export type ModelList = z.infer<typeof ModelList>;

/** The pictures of a tab's page. */
export const PictureList = z.object({
  pictures: z.array(PagePicture),
  /** More pictures than are listed. */
  more: z.number(),
  /** Origins of pictures that Docent may not read; with access it gets them whole, else as the screen shows them. */
  closedOrigins: z.array(z.string()),
  /** Origin of the page, when known descriptions can be put back there by themselves. */
  restoreOrigin: z.optional(z.string()),
});
export type PictureList = z.infer<typeof PictureList>;

const pictureIds = z.extend(tab, { ids: z.array(z.string()).check(z.maxLength(5_000)) });

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

export const CALLS = {
  /** Starts a run in the tab's present thread; a live run with an equal request is joined, not doubled. */
  startRun: { input: z.extend(tab, { request: RunRequest }), output: runId },
  stopRun: { input: runId, output: nothing },
  /** A new run in the place of this one, with another request or model if given. One with an answer stays as another version. `password`: of the PDF that the tab shows; kept in memory only. */
  retryRun: {
    input: z.extend(runId, { request: z.optional(RunRequest), model: z.optional(z.string()), engine: z.optional(Engine), password: z.optional(z.string().check(z.maxLength(1_000))) }),
    output: runId,
  },
  /** Asks in other words beside this run: both are kept, as versions of one turn, and the new one is shown. */
  branchRun: { input: z.extend(runId, { request: RunRequest }), output: runId },
  /** Shows the next (`step` 1) or previous (-1) version of the run's turn, with what follows that. */
  showVersion: { input: z.extend(runId, { step: z.union([z.literal(1), z.literal(-1)]) }), output: nothing },
  /** Deletes a run, with all that follows it, for good. */
  deleteRun: { input: runId, output: nothing },
  /** Goes on writing where an interrupted, stopped or cut-off answer ended; the same run grows. `beyondLimit`: also where the day's limit is reached. */
  continueRun: { input: z.extend(runId, { beyondLimit: z.optional(z.boolean()) }), output: nothing },
  /** Asks once more about the parts of a long text that the answer lacks; the same run gets a new answer. */
  retryParts: { input: runId, output: nothing },
  /** Answers a run in state `confirm`; `accept: false` stops it and nothing was sent. */
  confirmRun: { input: z.extend(runId, { accept: z.boolean() }), output: nothing },
  /** The exact text of a run's request; none when nothing was or will be sent (on-device runs). */
  getRequest: { input: runId, output: z.nullable(OutgoingRequest) },
  /** The exact text of one of the requests about parts of a long text, `number` counted from 0; null when it is no longer kept. */
  getPart: {
    input: z.extend(runId, { number: z.number() }),
    output: z.nullable(z.object({ messages: z.array(ChatMessage), /** From 1 for a part of the text, 0 for a request that puts results together. */ part: z.number(), words: z.number(), masked: z.optional(z.array(MaskedText)) })),
  },
  /** The body of the run's request, or of one about a part, as JSON; null when none was or will be sent. */
  getRequestBody: { input: z.extend(runId, { number: z.optional(z.number()) }), output: z.nullable(z.string()) },
  /** Begins an empty thread for the tab. The old one's live runs are stopped. */
  newThread: { input: tab, output: nothing },
  getTab: { input: tab, output: TabInfo },
  getSettings: { input: z.object({}), output: SettingsView },
  updateSettings: { input: SettingsPatch, output: SettingsView },
  /** Stores the key for the present base URL's host; an empty string deletes it. */
  setKey: { input: z.object({ key: z.string().check(z.maxLength(1_000)) }), output: SettingsView },
  /** Asks the server for its balance or models; fails with the `AppError` that says what is wrong. */
  testConnection: { input: z.object({}), output: ConnectionReport },
  listPictures: { input: tab, output: PictureList },
  /** Thumbnails as `data:` addresses, by picture id; a picture that cannot be had without asking is left out. 24 at most. */
  getThumbnails: { input: pictureIds, output: z.record(z.string(), z.string()) },
  /** A stored image as a `data:` address; null when it is no longer kept. */
  getImage: { input: z.object({ imageId: z.string() }), output: z.nullable(z.string()) },
  estimatePictures: { input: pictureIds, output: PictureEstimate },
  /**
   * Begins to describe pictures of the tab, or adds them to those under way. Watched on a `pictures` Port. `accept`: the
   * reader has seen the estimate with its host, and agrees; without it a host that nothing was ever sent to fails with `not-accepted`.
   */
  describePictures: { input: z.extend(pictureIds, { accept: z.boolean() }), output: nothing },
  stopPictures: { input: tab, output: nothing },
  /** Writes descriptions into the page as alternative text, marked as AI; gives the ids that were written. */
  addToPage: {
    input: z.extend(tab, { entries: z.array(z.object({ ref: PictureRef, text: z.string() })).check(z.maxLength(5_000)) }),
    output: z.object({ added: z.number() }),
  },
  /** Takes back every description in the page. */
  removeFromPage: { input: tab, output: nothing },
  /** Whether known descriptions are put back by themselves on the pages of an origin that Docent may read. */
  setRestore: { input: z.object({ origin: z.string(), on: z.boolean() }), output: SettingsView },
  /** Lets the reader choose a part of what the tab shows, in the page itself, and describes it in the tab's thread. */
  chooseRegion: { input: tab, output: nothing },
  /** A key pressed outside of the page while the reader chooses a region there. What comes of it is watched on a `chooser` Port. */
  steerRegion: { input: z.extend(tab, { key: z.enum(REGION_KEYS) }), output: nothing },
  /** The reader is about to have something read: the player starts. With a tab: the button is being pressed, and its page is read. */
  prepareReading: { input: z.object({ tabId: z.optional(z.number()) }), output: nothing },
  /** Reads a tab's page aloud, now or after what is in the queue. `pictures`: with their descriptions; by default as set. */
  readAloud: {
    input: z.extend(tab, { from: ReadFrom, pictures: z.optional(z.boolean()), append: z.optional(z.boolean()) }),
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
  listModels: { input: z.object({ refresh: z.optional(z.boolean()) }), output: ModelList },
  /** Scrolls the tab's page to a passage and marks it for some seconds; `shown: false` when the page does not hold it (any more). */
  showPassage: { input: z.extend(tab, { quote: z.string().check(z.minLength(1), z.maxLength(1_000)) }), output: z.object({ shown: z.boolean() }) },
  /** Leads to what a source of an answer (its `n`) quotes, in the tab; `gone` when the page does not hold it (any more), `elsewhere` when the tab shows another page. */
  showSource: { input: z.extend(tab, { runId: z.string(), n: z.number() }), output: z.object({ outcome: z.enum(['shown', 'gone', 'elsewhere']) }) },
  /** What was checked for safety on this device, newest first. */
  getGuardLog: { input: z.object({}), output: z.object({ entries: z.array(GuardLogEntry) }) },
  clearGuardLog: { input: z.object({}), output: nothing },
  ...HISTORY_CALLS,
  ...ATTACHMENT_CALLS,
  ...SPENDING_CALLS,
  ...PROMPT_CALLS,
} as const;
export type Calls = typeof CALLS;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Calls[N]['output']>;

/** Envelope of every reply, before its `value` is parsed: an error travels as data. */
export const Reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.optional(z.unknown()) }),
  z.object({ ok: z.literal(false), error: AppErrorData }),
]);

/** Reply of one call. */
export type CallReply<N extends CallName> =
  | { ok: true; value: CallOutput<N> }
  | { ok: false; error: AppErrorData };

/** First message of the watcher on a `thread`, `pictures` or `chooser` Port. */
export const WatchTab = tab;

/** First message of the watcher on a `player` Port. */
export const WatchPlayer = z.object({});

/** What the background sends on a `player` Port: all of the state, at every change. */
export const PlayerEvent = z.object({ type: z.literal('state'), state: PlayerState });
export type PlayerEvent = z.infer<typeof PlayerEvent>;

/** What the background sends on a `pictures` Port: one `snapshot`, then changes, and a snapshot again whenever it likes. */
export const PicturesEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), batch: PictureBatch }),
  z.object({ type: z.literal('item'), item: PictureProgress, live: z.boolean(), usage: z.optional(Usage) }),
]);
export type PicturesEvent = z.infer<typeof PicturesEvent>;

/** What the background sends on a `chooser` Port, each time the whole: whether the reader is choosing, and what is chosen, in words. */
export const ChooserState = z.object({ open: z.boolean(), status: z.string() });
export type ChooserState = z.infer<typeof ChooserState>;

/** Which version of a turn is shown, counted from 1. */
export const Version = z.object({ number: z.number(), total: z.number() });
export type Version = z.infer<typeof Version>;

/**
 * What the background sends on a `thread` Port: one `snapshot`, then changes. `delta.at` and `delta.reasoningAt`
 * are the lengths (UTF-16 units) before the addition, so that a watcher notices a gap and reconnects.
 */
export const ThreadEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('snapshot'),
    threadId: z.string(),
    /** Those that are shown, each following the one before. */
    runs: z.array(Run),
    /** Of those that are one of several versions of their turn: which of how many, counted from 1. */
    versions: z.optional(z.record(z.string(), Version)),
    /** The reader took it out of the history: the tab may show another page than it is about. */
    opened: z.optional(z.boolean()),
    /** Runs that are stored and cannot be read. */
    damaged: z.optional(z.number()),
  }),
  z.object({ type: z.literal('run'), run: Run }),
  z.object({
    type: z.literal('delta'),
    runId: z.string(),
    at: z.number(),
    text: z.string(),
    reasoningAt: z.number(),
    reasoning: z.string(),
  }),
  /** Everything about the run but its texts. */
  z.object({ type: z.literal('patch'), runId: z.string(), run: RunHead }),
]);
export type ThreadEvent = z.infer<typeof ThreadEvent>;
