import { Block } from './page-content';
import { ALT_TEXT_LENGTH, PagePicture, PictureRef } from './picture';
import { SpeechPosition } from './speech';
import { z } from './zod';

/**
 * What the background has the reader script (`entrypoints/reader.ts`) do in a page. One row a job, with the schema of
 * what goes in and what comes back. What comes back was made in a hostile place and is parsed. Everything is JSON:
 * Chromium hands over nothing else.
 */

/** CSS pixels, relative to what the tab shows (the visual viewport). */
export const Rect = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Rect = z.infer<typeof Rect>;

/** What the page can give of a picture. */
export const PagePixels = z.discriminatedUnion('kind', [
  /** Drawn or read in the page: `data:` address of its file, or of a PNG or JPEG of what it shows, at most as large as asked for. */
  z.object({ kind: z.literal('bytes'), dataUrl: z.string(), /** Pixels before it was made smaller, where that was done. */ width: z.number(), height: z.number() }),
  /** A larger file, to be read in slices by job `slice`, within a minute. */
  z.object({ kind: z.literal('file'), file: z.string(), slices: z.number() }),
  /** Inline SVG, computed styles written into it, to be drawn elsewhere at this size. */
  z.object({ kind: z.literal('svg'), markup: z.string(), width: z.number(), height: z.number() }),
  /** The page may not read it (another origin without CORS). */
  z.object({ kind: z.literal('closed'), src: z.string() }),
  /** Its file has more bytes than are handed over. */
  z.object({ kind: z.literal('too-large') }),
  z.object({ kind: z.literal('gone') }),
]);
export type PagePixels = z.infer<typeof PagePixels>;

const ref = z.object({ ref: PictureRef });

/**
 * How the page scrolls along with what is read: `off`: not at all; `along`: unless the reader has scrolled away; `go`: in
 * any case, for what the reader themselves has asked for (next sentence, play).
 */
const Follow = z.enum(['off', 'along', 'go']);
export type Follow = z.infer<typeof Follow>;

/** UTF-16 offsets into `blockText(block)`. */
const Passage = z.object({ blockId: z.string(), start: z.number(), end: z.number() });
export type Passage = z.infer<typeof Passage>;

/** `unknown`: the page was never told of this reading, or has forgotten it. `missing`: the text is no longer there, or cannot be marked. */
const Marked = z.enum(['marked', 'missing', 'unknown']);

/** Where something stands in the page. `from`: what it was told by: what is selected, or where that is empty, the first text in sight. */
export const Place = z.object({ from: z.enum(['selection', 'caret', 'view']), start: SpeechPosition, /** Of a selection. */ end: z.optional(SpeechPosition) });
export type Place = z.infer<typeof Place>;

/** Name of what is read, secret from the page; never used again for another text. */
const reading = z.object({ reading: z.string() });

export const READER_JOBS = {
  /** All that readers see of the page's text, the first million characters of it. */
  visibleText: { input: z.object({}), output: z.string() },
  /** Lists the page's pictures. `maxSide`: pixels on the long side that are sent, to choose among sources. */
  list: {
    input: z.object({ maxSide: z.number() }),
    output: z.object({ pictures: z.array(PagePicture), more: z.number() }),
  },
  /** One picture, also one that the listing leaves out; null when it is gone. */
  find: { input: z.extend(ref, { maxSide: z.number() }), output: z.nullable(PagePicture) },
  /** Small `data:` JPEGs by id, `side` pixels at most; pictures that the page may not read are left out. */
  thumbnails: { input: z.object({ ids: z.array(z.string()), side: z.number() }), output: z.record(z.string(), z.string()) },
  pixels: { input: z.extend(ref, { maxSide: z.number() }), output: PagePixels },
  /** A slice of a file that `pixels` has named, as a `data:` address; null when it is no longer held. */
  slice: { input: z.extend(ref, { file: z.string(), slice: z.number() }), output: z.nullable(z.string()) },
  /** Brings the picture into sight and waits until it is drawn. `rect` is the part of it that can be seen; null when gone or covered. */
  reveal: {
    input: ref,
    output: z.nullable(z.object({ rect: Rect, /** All of it can be seen. */ whole: z.boolean(), viewport: z.object({ width: z.number(), height: z.number() }) })),
  },
  /** Scrolls back to where the reader was before the first `reveal`. */
  unreveal: { input: z.object({}), output: z.null() },
  /** Writes descriptions as alternative text. `mark` is the word that says "by AI" in the reader's language, `lang` the tag of the texts. */
  describe: {
    input: z.object({
      entries: z.array(z.object({ ref: PictureRef, text: z.string().check(z.maxLength(ALT_TEXT_LENGTH * 8)) })),
      mark: z.string(),
      lang: z.optional(z.string()),
    }),
    output: z.object({ added: z.number() }),
  },
  /** Takes back every description. */
  undescribe: { input: z.object({}), output: z.null() },
  /** Tells of what is about to be read: the blocks of the page's `PageContent`. Ends the marks of any other reading. */
  openMarks: { input: z.extend(reading, { blocks: z.array(Block) }), output: z.null() },
  /** Marks a sentence, and no other; clicks on other sentences are told from now on. `word` lies within it. */
  mark: {
    input: z.extend(reading, { sentence: Passage, word: z.optional(Passage), follow: Follow }),
    output: Marked,
  },
  /** Marks another word of the marked sentence. */
  markWord: { input: z.extend(reading, { word: Passage, follow: Follow }), output: Marked },
  /** Where the reader has selected something, or else clicked, or else looks; null when no block of the reading is there. */
  findPlace: { input: reading, output: z.union([z.nullable(Place), z.literal('unknown')]) },
  /** Scrolls to a passage and marks it for some seconds; false when the page does not hold it. */
  showPassage: { input: z.object({ text: z.string() }), output: z.boolean() },
  /** Takes every mark and every listener out of the page. */
  unmark: { input: z.object({}), output: z.null() },
} as const;
export type ReaderJobs = typeof READER_JOBS;
export type ReaderJobName = keyof ReaderJobs;

/** Name of the function that the reader script leaves in its own (isolated) world: `(name, input) => Promise<output>`. */
export const READER_GLOBAL = 'docentReader';

/** What the reader script tells the background of a click on a sentence; whoever receives it parses it. */
export const PageClick = z.strictObject({ jumpTo: z.extend(reading, { blockId: z.string(), offset: z.number() }) });
export type PageClick = z.infer<typeof PageClick>;
