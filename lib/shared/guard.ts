import { AppErrorData } from './app-error-data';
import { z } from './zod';

/** What the guard finds and decides, as it travels and is kept. The rules themselves are in `lib/guard`. */

/**
 * Hazards a text or picture can hold: S1 to S14 of the MLCommons taxonomy in the order in which Llama Guard 3 numbers
 * them (contract section 9), and what only Docent looks for. `other`: a code that the guard's own model family does not
 * define, or one outside of this list.
 */
export const HAZARDS = [
  'violent-crimes',
  'non-violent-crimes',
  'sex-crimes',
  'child-exploitation',
  'defamation',
  'specialized-advice',
  'privacy',
  'intellectual-property',
  'indiscriminate-weapons',
  'hate',
  'self-harm',
  'sexual-content',
  'elections',
  'code-abuse',
  'prompt-injection',
  'other',
] as const;
export const Hazard = z.enum(HAZARDS);
export type Hazard = z.infer<typeof Hazard>;

/** Why there is no verdict. Never taken for `safe`. */
export const UNKNOWN_REASONS = [
  'unreadable', // an answer that is no verdict, or several that differ
  'refused', // the model would not judge, or its provider filtered the answer
  'timeout', // no answer in time
  'unavailable', // no server, no key, the model is missing or has no credits; `error` says which
  'not-taken', // a picture that the guard's model does not take
] as const;

/** What a guard says of one text or picture. */
export const Verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('safe') }),
  z.object({ kind: z.literal('unsafe'), hazards: z.array(Hazard) }),
  z.object({ kind: z.literal('unknown'), reason: z.enum(UNKNOWN_REASONS) }),
]);
export type Verdict = z.infer<typeof Verdict>;

/** What keeps a guard from giving a verdict, without the words of the other side. */
export const GuardError = z.omit(AppErrorData, { detail: true });
export type GuardError = z.infer<typeof GuardError>;

/** Where something is checked: what the reader writes, what a page says, a picture, what a model answers. */
export const CHECKPOINTS = ['message', 'page', 'image', 'answer'] as const;
export const Checkpoint = z.enum(CHECKPOINTS);
export type Checkpoint = z.infer<typeof Checkpoint>;

/** What is done about something unsafe. `off`: it is checked only when the reader asks. */
export const GUARD_ACTIONS = ['off', 'warn', 'block'] as const;

/** Of one checkpoint. `onUnknown`: without a verdict go on with a note (`open`), or take it for unsafe (`closed`). */
export const CheckpointPolicy = z.object({
  action: z.enum(GUARD_ACTIONS),
  onUnknown: z.enum(['open', 'closed']),
});
export type CheckpointPolicy = z.infer<typeof CheckpointPolicy>;

/**
 * `classifier`: a model trained to answer `safe` or `unsafe` (Llama Guard). `prompted`: a chat model asked for a verdict.
 * `auto`: by the id of the model.
 */
export const GUARD_MODES = ['auto', 'prompted', 'classifier'] as const;

export const GuardOptions = z.object({
  mode: z.enum(GUARD_MODES),
  /** Empty means: the server's first known guard model, else the chat model. */
  model: z.string().check(z.maxLength(300)),
  /** For shared and children's computers: every checkpoint blocks, without a verdict too, and every hazard counts. */
  strict: z.boolean(),
  checkpoints: z.object({ message: CheckpointPolicy, page: CheckpointPolicy, image: CheckpointPolicy, answer: CheckpointPolicy }),
  /** Hazards that count; of others nothing is said. */
  hazards: z.array(Hazard),
  /** Seconds after which a guard that has not answered counts as `unknown`. */
  patience: z.number().check(z.minimum(2), z.maximum(120)),
  /** Whether what was found is kept in the log on this device. */
  log: z.boolean(),
});
export type GuardOptions = z.infer<typeof GuardOptions>;

const ON_DEMAND: CheckpointPolicy = { action: 'off', onUnknown: 'open' };

export const DEFAULT_GUARD_OPTIONS: GuardOptions = {
  mode: 'auto',
  model: '',
  strict: false,
  checkpoints: { message: ON_DEMAND, page: ON_DEMAND, image: ON_DEMAND, answer: ON_DEMAND },
  hazards: [...HAZARDS],
  patience: 20,
  log: true,
};

/** How an instruction to an assistant was put where the reader does not see it, or only as talk to a machine. */
const CARRIERS = [
  'hidden-text', // laid out so that nobody sees it
  'same-colour', // in the colour of its background
  'unicode-tags', // written in Unicode tag characters
  'invisible-characters', // zero-width characters in or between its words
  'bidirectional', // turned about by bidirectional controls
  'homoglyphs', // letters of other scripts that look like Latin ones
  'comment', // an HTML comment
  'attribute', // alt, title, aria-label and the like
  'metadata', // meta elements, JSON-LD
  'encoded', // Base64, hexadecimal, escapes
  'visible', // in plain sight, but addressed to an assistant
] as const;
export const Carrier = z.enum(CARRIERS);
export type Carrier = z.infer<typeof Carrier>;

/** One passage of a page that gives orders to an assistant. Hostile text: shown as text, never sent anywhere as a finding. */
export const Finding = z.object({
  carrier: Carrier,
  /** `visible`: readers see it, however it is written, so it is part of the text that is sent. `hidden`: they do not, and it was left out. */
  place: z.enum(['hidden', 'visible']),
  /** Ids of the rules it matches; see `lib/guard/instructions`. */
  rules: z.array(z.string()),
  /** The passage, decoded, at most 300 characters. */
  excerpt: z.string(),
  /** For one in plain sight whose excerpt was decoded or made plain: the passage as the page has it, at most 300 characters. */
  written: z.optional(z.string()),
  /** Where it stands, for those in plain sight. */
  blockId: z.optional(z.string()),
  /** Of a page put together from several documents: which of them. */
  documentId: z.optional(z.string()),
});
export type Finding = z.infer<typeof Finding>;

/** A part of a page that a guard found unsafe. */
export const UnsafePassage = z.object({
  hazards: z.array(Hazard),
  /** Words of the page itself, at most 300 characters: a guard's quotation that the page does not hold is not shown. */
  quote: z.string(),
  blockId: z.optional(z.string()),
});
export type UnsafePassage = z.infer<typeof UnsafePassage>;

/** Who judged. `device`: only Docent's own rules. */
export const Judge = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('device') }),
  z.object({ kind: z.literal('model'), mode: z.enum(['prompted', 'classifier']), model: z.string(), host: z.string() }),
]);
export type Judge = z.infer<typeof Judge>;

/** What `Check safety` tells the reader. Grows while parts are judged. */
export const SafetyReport = z.object({
  /** Of all that was checked; `unknown` as soon as a part could not be judged and none was found unsafe. */
  verdict: Verdict,
  findings: z.array(Finding),
  passages: z.array(UnsafePassage),
  /** Pictures found unsafe, or that could not be judged, by the ids of `listPictures`; for a single picture that is checked, its own or `picture`. */
  images: z.array(z.object({ id: z.string(), verdict: Verdict })),
  checked: z.object({
    words: z.number(),
    wordsTotal: z.number(),
    images: z.number(),
    imagesTotal: z.number(),
    /** Parts of the text, and pictures: those judged (or given up) and all that will be. */
    parts: z.number(),
    partsTotal: z.number(),
  }),
  /** What judging comes to, while the reader is asked whether to begin, and afterwards. Absent when nothing is sent. */
  estimate: z.optional(z.object({ requests: z.number(), tokens: z.number(), /** US dollars, when the price is known. */ usd: z.optional(z.number()) })),
  /** Who judged the texts; the pictures, when there is no text. */
  judge: Judge,
  /** Who judged the pictures, when it was not `judge`. */
  imageJudge: z.optional(Judge),
  /** Why a part could not be judged, where something failed. */
  error: z.optional(GuardError),
  /** Milliseconds since 1970. */
  at: z.number(),
});
export type SafetyReport = z.infer<typeof SafetyReport>;

/** What a checkpoint had to say about a run: shown above its answer. */
export const GuardNote = z.object({
  checkpoint: Checkpoint,
  verdict: Verdict,
  /** What came of it; `passed` is noted only for a check without a verdict. */
  outcome: z.enum(['passed', 'warned', 'blocked']),
  /** Why there is no verdict, where something failed. */
  error: z.optional(GuardError),
  /** For an answer: where the part stands in the run's text, UTF-16 units. Absent when it was never shown. */
  range: z.optional(z.object({ start: z.number(), end: z.number() })),
});
export type GuardNote = z.infer<typeof GuardNote>;

/** One line of the log on this device. No text of the page, the message or the answer. */
export const GuardLogEntry = z.object({
  id: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Host of the page, without path. */
  site: z.string(),
  /** `hidden`: instructions found by Docent's own rules. */
  checkpoint: z.enum([...CHECKPOINTS, 'hidden']),
  verdict: Verdict,
  carriers: z.optional(z.array(Carrier)),
  outcome: z.enum(['passed', 'warned', 'blocked']),
  model: z.optional(z.string()),
});
export type GuardLogEntry = z.infer<typeof GuardLogEntry>;
