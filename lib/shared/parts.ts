import { AppErrorData } from './app-error-data';
import { ChatMessage, ImagePart } from './chat';
import { Block, PageContent } from './page-content';
import { z } from './zod';

/** A text that is larger than a model's context, read whole in parts: what windows see of it, and what is kept of it. */

/** A part that the answer does not rest on. */
export const MissingPart = z.object({
  /** Counted from 1; of a scan, the page. */
  part: z.number(),
  /** Why there is nothing of it; absent when what the model wrote about it was cut off, so that its end may be missing. */
  error: z.optional(AppErrorData),
});
export type MissingPart = z.infer<typeof MissingPart>;

/** How far the reading of a text in parts has come. */
export const PartsReport = z.object({
  /** `parts`: they are read, and the run's text is empty, or what there was when it ended. `answer`: the run's text is made of all. */
  step: z.enum(['parts', 'merging', 'answer']),
  total: z.number(),
  /** The reader has agreed, if they had to be asked: parts have been sent, or were about to be. */
  begun: z.optional(z.boolean()),
  /** Parts that need not be asked about again. */
  done: z.number(),
  missing: z.array(MissingPart),
  /** What it comes to, on the safe side: all requests with those that put the parts together, tokens in and out, US dollars when the price is known. */
  estimate: z.object({ requests: z.number(), tokens: z.number(), usd: z.optional(z.number()) }),
});
export type PartsReport = z.infer<typeof PartsReport>;

/** What all requests about the parts of one text have in common. */
export const PartsPlan = z.object({
  /** The page without blocks and pictures: its parts have those. */
  page: PageContent,
  browserLanguage: z.string(),
  /** The answer marks what it rests on. */
  marks: z.optional(z.boolean()),
  history: z.array(ChatMessage),
  /** Pictures that go along with the question: sent with the request for the answer. */
  pictures: z.optional(z.array(z.object({ images: z.array(ImagePart), animated: z.boolean() }))),
  /** The parts are pages of a scan, each a picture, and what the model writes about them is their text: SHA-256 of its file, and whether `/ocr` reads them. */
  scan: z.optional(z.object({ hash: z.string(), ocr: z.boolean() })),
  /** Tokens of text in one part at most. */
  partTokens: z.number(),
  /** Tokens of notes in one request that puts some together at most. */
  notesTokens: z.number(),
  /** Caps in tokens of the notes on one part, and of the answer. */
  noteMax: z.number(),
  answerMax: z.number(),
});
export type PartsPlan = z.infer<typeof PartsPlan>;

/** What a model wrote about a part, or about several results. */
export const PartResult = z.object({
  text: z.string(),
  /** It ended at the cap of its length. */
  cut: z.optional(z.boolean()),
});
export type PartResult = z.infer<typeof PartResult>;

/**
 * One request of many, kept so that a finished one is never paid for again. Level 0 are the parts of the text, those above
 * put results of the level below together.
 */
export const KeptPart = z.object({
  runId: z.string(),
  level: z.number(),
  /** Within its level, from 0. */
  index: z.number(),
  /** Delimiter of what is quoted in its request; its own, so that no result can hold that of another. */
  boundary: z.string(),
  /** Level 0: what of the text it holds, and under which headings that stands. */
  blocks: z.array(Block),
  trail: z.array(z.string()),
  words: z.number(),
  /** Of a scan: the page, from 1, and its picture once it has been drawn. */
  page: z.optional(z.number()),
  image: z.optional(ImagePart),
  /** Above level 0: the results it puts together, as quoted. */
  notes: z.string(),
  result: z.optional(PartResult),
  /** Why there is none. */
  error: z.optional(AppErrorData),
});
export type KeptPart = z.infer<typeof KeptPart>;
