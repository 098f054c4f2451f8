import { z } from './zod';

/** Types of reading aloud that cross boundaries: what `lib/speech` makes, and what others play, show and highlight. */

/** How a text is made ready for the ear, where people differ. */
export const SpeechOptions = z.object({
  /** Footnote marks: `[1]`, `[citation needed]`, superscripts, `*`, `†`. */
  footnotes: z.enum(['skip', 'read']),
  /** Bare web addresses in the text; links are always read by their text. */
  addresses: z.enum(['host', 'full', 'skip']),
  /** `short`: a row of emoji becomes a few of them, each once. */
  emoji: z.enum(['short', 'read', 'skip']),
  /** `announce`: "Code, 12 lines". */
  code: z.enum(['announce', 'read', 'skip']),
  /** `headers`: each cell with its column's header. */
  tables: z.enum(['headers', 'cells', 'skip']),
  /** The numbers of an ordered list. */
  listNumbers: z.boolean(),
  /** Descriptions of pictures where they stand. */
  pictures: z.boolean(),
  /** `detect`: a passage in another language is read in that language, also where the page does not say so. */
  languages: z.enum(['detect', 'declared']),
  /** Silence after headings, paragraphs, list items and rows. */
  pauses: z.boolean(),
});
export type SpeechOptions = z.infer<typeof SpeechOptions>;

export const DEFAULT_SPEECH_OPTIONS: SpeechOptions = {
  footnotes: 'skip',
  addresses: 'host',
  emoji: 'short',
  code: 'announce',
  tables: 'headers',
  listNumbers: true,
  pictures: false,
  languages: 'detect',
  pauses: true,
};

/**
 * Words that Docent adds to a text. Those within a sentence (`link`, `times`, `about`) are used only where the
 * sentence is in the same language.
 */
export interface SpeechPhrases {
  /** BCP 47 tag of these words. */
  lang: string;
  /** A code block that is not read. */
  code(lines: number): string;
  /** A bare address, by its host. */
  link(host: string): string;
  /** The same emoji several times in a row. */
  times(what: string, count: number): string;
  /** What `~5` means. */
  about(number: string): string;
  /** Introduces a picture; `turn` counts pictures from 0, so that the words can vary. `byAi`: the description is an AI's. */
  picture(description: string, turn: number, byAi: boolean): string;
  /** A picture whose description is being made. */
  picturePending: string;
  /** Pictures without description are passed over. */
  picturesSkipped: string;
}

/** What is said where a picture stands. */
export type PictureWords =
  | { kind: 'described'; text: string; byAi: boolean }
  /** The description is being made, and is worth waiting for. `late`: the listener has come to it. */
  | { kind: 'pending'; late: boolean }
  /** There is none. `tell`: nor will others like it be described, which the listener is told here. */
  | { kind: 'none'; tell: boolean };

const SPOKEN_KINDS = ['heading', 'paragraph', 'list-item', 'quote', 'code', 'table-row', 'caption', 'picture', 'announcement'] as const;

/**
 * `[at, start, end]`: from `at` in the spoken text up to the next span, what is said stands at `start` to `end` in
 * the block's own text. Of equal length both are the same, character by character; otherwise all of it stands for all
 * of that.
 */
const SpokenSpan = z.tuple([z.number(), z.number(), z.number()]);
export type SpokenSpan = z.infer<typeof SpokenSpan>;

/** What is spoken at one go: a sentence, or a part of one that is too long for the voice. */
export const SpokenSentence = z.object({
  /** Block and place: `b3:120`, for a picture `b3:i2.0`. The same whatever the options and the voice, except for parts of a sentence. */
  id: z.string(),
  blockId: z.string(),
  /** The picture that is described. */
  imageId: z.optional(z.string()),
  kind: z.enum(SPOKEN_KINDS),
  text: z.string(),
  /** BCP 47; absent when nothing tells. */
  lang: z.optional(z.string()),
  /** Milliseconds of silence after it, at speed 1. */
  pause: z.number(),
  /** UTF-16 offsets into `blockText(block)`; equal for words that do not stand there. */
  start: z.number(),
  end: z.number(),
  /** Ascending by `at`; empty for words that do not stand in the block's text. */
  spans: z.array(SpokenSpan),
});
export type SpokenSentence = z.infer<typeof SpokenSentence>;

/** Where to begin: the sentence at, or else the first after, this offset in the block's text, or the description of this picture. */
export const SpeechPosition = z.object({
  blockId: z.string(),
  offset: z.number(),
  imageId: z.optional(z.string()),
});
export type SpeechPosition = z.infer<typeof SpeechPosition>;
