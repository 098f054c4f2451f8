import { AppErrorData } from '~/lib/shared/app-error-data';
import { ChatMessage } from '~/lib/shared/chat';
import { GuardLogEntry } from '~/lib/shared/guard';
import { MaskedText } from '~/lib/shared/masked';
import { Model } from '~/lib/shared/model';
import { OutgoingRequest, Run, RunHead, RunRequest } from '~/lib/shared/run';
import { Engine, SettingsPatch } from '~/lib/shared/settings';
import { z } from '~/lib/shared/zod';
import { ATTACHMENT_CALLS } from './attachment-calls';
import { COMPARE_CALLS } from './compare-calls';
import { HISTORY_CALLS } from './history-calls';
import { PICTURE_CALLS } from './picture-calls';
import { PROMPT_CALLS } from './prompt-calls';
import { SettingsView } from './settings-view';
import { SPEECH_CALLS } from './speech-calls';
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

export const CALLS = {
  /**
   * Starts a run in the tab's present thread; a live run with an equal request is joined, not doubled. `runId`: chosen by who asks, who may
   * ask once more with it when no answer came, and starts nothing twice. A message is kept before this is answered.
   */
  startRun: { input: z.extend(tab, { request: RunRequest, runId: z.optional(z.string().check(z.maxLength(100))) }), output: runId },
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
  /** Takes a run and all that follows it out of the conversation. For `UNDO_SECONDS` that can be taken back, then it is gone. */
  deleteRun: { input: runId, output: nothing },
  /** Takes the deletion back; false when it is too late. */
  keepRun: { input: runId, output: z.object({ kept: z.boolean() }) },
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
  listModels: { input: z.object({ refresh: z.optional(z.boolean()) }), output: ModelList },
  /** Scrolls the tab's page to a passage and marks it for some seconds; `shown: false` when the page does not hold it (any more). */
  showPassage: { input: z.extend(tab, { quote: z.string().check(z.minLength(1), z.maxLength(1_000)) }), output: z.object({ shown: z.boolean() }) },
  /** Leads to what a source of an answer (its `n`) quotes, in the tab; `gone` when the page does not hold it (any more), `elsewhere` when the tab shows another page. */
  showSource: { input: z.extend(tab, { runId: z.string(), n: z.number() }), output: z.object({ outcome: z.enum(['shown', 'gone', 'elsewhere', 'page']) }) },
  /** What was checked for safety on this device, newest first. */
  getGuardLog: { input: z.object({}), output: z.object({ entries: z.array(GuardLogEntry) }) },
  clearGuardLog: { input: z.object({}), output: nothing },
  ...PICTURE_CALLS,
  ...SPEECH_CALLS,
  ...HISTORY_CALLS,
  ...ATTACHMENT_CALLS,
  ...SPENDING_CALLS,
  ...PROMPT_CALLS,
  ...COMPARE_CALLS,
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

/** Which version of a turn is shown, counted from 1. */
export const Version = z.object({ number: z.number(), total: z.number() });
export type Version = z.infer<typeof Version>;

/**
 * What the background sends on a `thread` Port: one `snapshot`, then changes. `delta.at` and `delta.reasoningAt`
 * are the lengths (UTF-16 units) before the addition, so that a watcher notices a gap and reconnects.
 */
const DeletedTurn = z.object({ runId: z.string(), count: z.number(), seconds: z.number() });
export type DeletedTurn = z.infer<typeof DeletedTurn>;

export const ThreadEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('snapshot'),
    threadId: z.string(),
    /** Those that are shown, each following the one before. */
    runs: z.array(Run),
    /** Answers that are compared with one of those. They change as well. */
    beside: z.optional(z.array(Run)),
    /** Of those that are one of several versions of their turn: which of how many, counted from 1. */
    versions: z.optional(z.record(z.string(), Version)),
    /** The reader took it out of the history: the tab may show another page than it is about. */
    opened: z.optional(z.boolean()),
    /** Runs that are stored and cannot be read. */
    damaged: z.optional(z.number()),
    /** The run that was deleted last, with how many all that follows it makes, and for how long that can be taken back. */
    deleted: z.optional(DeletedTurn),
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
