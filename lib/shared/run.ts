import { AppErrorData } from './app-error-data';
import { Attachment } from './attachment';
import { ChatMessage, FinishReason, Usage } from './chat';
import { Comparison } from './comparison';
import { Checkpoint, Finding, GuardNote, SafetyReport } from './guard';
import { MaskedText } from './masked';
import { Omission, PageDocument } from './page-content';
import { PartsReport } from './parts';
import { MAX_ATTACHMENTS, MAX_COMPARED, MIN_COMPARED, PictureRef, Region, RunPicture } from './picture';
import { Engine, SummaryOptions } from './settings';
import { Source } from './source';
import { z } from './zod';

/** One execution of a task; see "Runs" in the README. Lives in the background, journaled, watched by windows. */

export const RUN_STATES = [
  'queued',
  'reading', // the page is being read
  'confirm', // waits for the reader to accept "What is sent"
  'checking', // a guard judges what is about to be sent
  'waiting', // request sent, no text yet
  'streaming',
  'done',
  'stopped',
  'failed',
  'interrupted', // the browser ended the background in the middle
] as const;
export const RunState = z.enum(RUN_STATES);
export type RunState = z.infer<typeof RunState>;

/** Text a run reads. */
export const TextSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page') }),
  z.object({ kind: z.literal('selection'), text: z.optional(z.string()) }),
  z.object({ kind: z.literal('link'), url: z.string() }),
]);
export type TextSource = z.infer<typeof TextSource>;

/**
 * What a question is about: `kept` is the page of the conversation as it was last sent, whatever the tab shows now; `none` is
 * no page, but what is attached, if anything.
 */
export const QuestionSource = z.discriminatedUnion('kind', [...TextSource.def.options, z.object({ kind: z.literal('kept') }), z.object({ kind: z.literal('none') })]);
export type QuestionSource = z.infer<typeof QuestionSource>;

/** What a run looks at: a picture of the page, all that the tab shows, or a part of that. */
export const PictureSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('image'), picture: PictureRef }),
  z.object({ kind: z.literal('view') }),
  z.object({ kind: z.literal('region'), region: Region }),
]);
export type PictureSource = z.infer<typeof PictureSource>;

/** Several pictures of the page at once. */
export const PicturesSource = z.object({
  kind: z.literal('images'),
  pictures: z.array(PictureRef).check(z.minLength(MIN_COMPARED), z.maxLength(MAX_COMPARED)),
});
export type PicturesSource = z.infer<typeof PicturesSource>;

export type RunSource = QuestionSource | PictureSource | PicturesSource;

/** What the reader asked for, by task. */
export const RunRequest = z.discriminatedUnion('task', [
  z.object({ task: z.literal('summarize'), source: TextSource, options: SummaryOptions }),
  /** `images`: the pictures of the page too. Gives a `report` in place of a text, as `check-image` does. */
  z.object({ task: z.literal('check-safety'), source: TextSource, images: z.boolean() }),
  z.object({ task: z.literal('check-image'), source: PictureSource }),
  /** `whole`: all of the page is read, however long; else, of one that does not fit, what fits the question best. */
  z.object({
    task: z.literal('ask'),
    source: QuestionSource,
    question: z.string().check(z.maxLength(100_000)),
    whole: z.optional(z.boolean()),
    /** The model is to search the web as well, if it can. */
    web: z.optional(z.boolean()),
    /** The saved prompt it was made from. */
    promptName: z.optional(z.string()),
    attachments: z.optional(z.array(Attachment).check(z.maxLength(MAX_ATTACHMENTS))),
  }),
  /** Reads those pages of a PDF that are pictures: of the one that the tab shows (`page`), or of an attached one (`none`). */
  z.object({ task: z.literal('read-scan'), source: z.discriminatedUnion('kind', [z.object({ kind: z.literal('page') }), z.object({ kind: z.literal('none') })]), attachment: z.optional(Attachment) }),
  z.object({ task: z.literal('describe-image'), source: PictureSource }),
  z.object({ task: z.literal('write-alt-text'), source: PictureSource }),
  z.object({ task: z.literal('read-image-text'), source: PictureSource }),
  z.object({ task: z.literal('explain-chart'), source: PictureSource }),
  /** An empty question asks for the differences. */
  z.object({ task: z.literal('compare-images'), source: PicturesSource, question: z.string().check(z.maxLength(100_000)) }),
]);
export type RunRequest = z.infer<typeof RunRequest>;

/** A request that ends in a report about safety (`Run.report`) and no text. */
export type ReportRequest = Extract<RunRequest, { task: 'check-safety' | 'check-image' }>;

/** A request that one message to a model answers, with a text. */
export type AnswerRequest = Exclude<RunRequest, ReportRequest>;

/** A request about pictures: it needs a model that sees. */
export type PictureRequest = Extract<RunRequest, { source: PictureSource | PicturesSource }>;
export type PictureAnswerRequest = Extract<PictureRequest, AnswerRequest>;

/** A PDF that the reader wants to be sent as a file; `why` it was sent as text in its place: the model takes none, or refused it, it hides something, it is too large, or encrypted. */
const FileNote = z.object({ name: z.string(), why: z.optional(z.enum(['model', 'refused', 'hidden', 'large', 'locked'])) });
export type FileNote = z.infer<typeof FileNote>;

/** How much of the page the answer rests on. */
export const ReadReport = z.object({
  wordsRead: z.number(),
  wordsTotal: z.number(),
  /** Of a text too long for the model, passages were chosen: how many of how many, and whether they have words of the question. */
  passages: z.optional(z.object({ chosen: z.number(), total: z.number(), matched: z.boolean() })),
  /** What was left out of the page before it was read. */
  omissions: z.array(Omission),
  /** Orders to an assistant that were found in the page; those out of sight were left out with the omissions. Absent when there are none. */
  findings: z.optional(z.array(Finding)),
  /** What was read, where that was several documents, or another than the tab's page. */
  documents: z.optional(z.array(PageDocument)),
  /** Where PDFs are to go as files. */
  files: z.optional(z.array(FileNote)),
  /** What was attached and could not be read, by name, so that the answer does not rest on it. */
  unread: z.optional(z.array(z.object({ name: z.string(), error: AppErrorData, fileId: z.optional(z.string()) }))),
});
export type ReadReport = z.infer<typeof ReadReport>;

/** Exactly what goes out, and where to: shown under "What is sent", kept with the run for Retry and Continue. */
export const OutgoingRequest = z.object({
  host: z.string(),
  model: z.string(),
  messages: z.array(ChatMessage),
  /** What marks such as `[e-mail 1]` in the messages stand for, where personal data is masked. */
  masked: z.optional(z.array(MaskedText)),
  /** The model searches the web, in words of its own that go to whoever searches for it: `asked` to, or `always`, as its server sees fit. */
  web: z.optional(z.enum(['asked', 'always'])),
  /** Number of requests about parts of a long text that go before; each is asked for by itself (`getPart`). */
  parts: z.optional(z.number()),
  /** They are about these pages of a scan, each a picture. */
  scan: z.optional(z.array(z.number())),
  /** All passages of the text that went to another model before, to find those that fit the question. */
  embedded: z.optional(z.object({ model: z.string(), passages: z.number() })),
});
export type OutgoingRequest = z.infer<typeof OutgoingRequest>;

export const Run = z.object({
  id: z.string(),
  threadId: z.string(),
  /** The run that it follows; null for one that begins the thread. Absent in older ones: the run before by position. See `run-tree.ts`. */
  parentId: z.optional(z.nullable(z.string())),
  /** Milliseconds since 1970 when it was last chosen among its versions; absent: when it was made. */
  chosenAt: z.optional(z.number()),
  /** Milliseconds since 1970 when the reader deleted it with all that follows it. It is gone soon after. */
  deletedAt: z.optional(z.number()),
  /** Where several models answer the same question side by side. */
  comparison: z.optional(Comparison),
  request: RunRequest,
  /** The page the run is about, as known when it began. */
  page: z.object({ url: z.string(), title: z.string() }),
  state: RunState,
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  engine: Engine,
  /** Why this device answered although a server was chosen. */
  fallback: z.optional(z.enum(['no-key', 'offline'])),
  model: z.optional(z.string()),
  host: z.optional(z.string()),
  /** Answer so far, Markdown. */
  text: z.string(),
  /** The model's reasoning so far, kept apart, never spoken. */
  reasoning: z.string(),
  /** How far the reading of a document with pages is; gone when it is read. */
  reading: z.optional(z.object({ page: z.number(), pages: z.number() })),
  read: z.optional(ReadReport),
  /** What is offered to be asked under a summary: questions, or bare topics where Docent has no words for a question. */
  topics: z.optional(z.array(z.string())),
  /** Of a text that is read in parts. */
  parts: z.optional(PartsReport),
  /** The pictures the run is about, as soon as their pixels are there. */
  pictures: z.optional(z.array(RunPicture)),
  /** What the answer rests on, by its marks, as far as that is known; absent where the answer was not asked for any. */
  sources: z.optional(z.array(Source)),
  usage: z.optional(Usage),
  /** Where personal data was masked before anything was sent: what was, on this device; empty when there was none. */
  masked: z.optional(z.array(MaskedText)),
  /** What checkpoints had to say, oldest first. */
  guard: z.optional(z.array(GuardNote)),
  /** Checkpoints that were set to block all the while the run was made: what of it goes to them has passed. */
  blocking: z.optional(z.array(Checkpoint)),
  /**
   * Of an answer that is shown before it is judged: length of the text (UTF-16 units) up to which it has been. Absent where
   * nobody judges, or nothing is shown that has not passed.
   */
  judged: z.optional(z.number()),
  /** What the guard's own requests used; not part of `usage`. */
  guardUsage: z.optional(Usage),
  /** The result of `check-safety`, in place of a text. */
  report: z.optional(SafetyReport),
  finish: z.optional(FinishReason),
  error: z.optional(AppErrorData),
  /** Why the run could not be saved (storage full …): it goes on, but ends with the background. */
  unsaved: z.optional(AppErrorData),
});
export type Run = z.infer<typeof Run>;

/** Everything about a run but its texts. The schema drops what it does not name, so parsing a run makes one. */
export const RunHead = z.omit(Run, { text: true, reasoning: true });
export type RunHead = z.infer<typeof RunHead>;
