import { Carrier, Finding } from './guard';
import { z } from './zod';

/**
 * A page as data. Built by `lib/page` inside the page (a hostile place: whoever receives it parses it),
 * read by tasks, guard and speech. All text is plain: white space collapsed (kept in code blocks),
 * zero-width and Unicode tag characters removed.
 */

const base = {
  /** `b1`, `b2` … in reading order; unique within one `PageContent`. */
  id: z.string(),
  /** BCP 47, where the page declares another language for this block than for itself. */
  lang: z.optional(z.string()),
  /** Page it begins on, from 1, in documents that have pages. */
  page: z.optional(z.number()),
};

export const Block = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('heading'), level: z.number(), text: z.string() }),
  z.object({ ...base, kind: z.literal('paragraph'), text: z.string() }),
  /** Items in reading order; `depth` 0 is the outermost level. */
  z.object({
    ...base,
    kind: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(z.object({ text: z.string(), depth: z.number() })),
  }),
  z.object({ ...base, kind: z.literal('quote'), text: z.string() }),
  z.object({ ...base, kind: z.literal('code'), text: z.string(), language: z.optional(z.string()) }),
  /** The first `headerRows` of `rows` are headers; rows may differ in length. */
  z.object({
    ...base,
    kind: z.literal('table'),
    rows: z.array(z.array(z.string())),
    headerRows: z.number(),
    caption: z.optional(z.string()),
  }),
  /** A picture (or several) with its caption, where it stands in the text. */
  z.object({ ...base, kind: z.literal('figure'), imageIds: z.array(z.string()), caption: z.optional(z.string()) }),
]);
export type Block = z.infer<typeof Block>;

export const PageImage = z.object({
  /** `i1`, `i2` … in reading order. */
  id: z.string(),
  /** The block the picture stands in or follows; absent before the first block. */
  blockId: z.optional(z.string()),
  /** Absolute address; `data:` addresses are kept, cut to none when longer than 2,000 characters. */
  src: z.string(),
  alt: z.optional(z.string()),
  caption: z.optional(z.string()),
  /** CSS pixels as laid out, 0 when unknown. */
  width: z.number(),
  height: z.number(),
});
export type PageImage = z.infer<typeof PageImage>;

const OMISSION_REASONS = [
  'furniture', // navigation, share bars, related links, newsletter and cookie boxes, author boxes
  'hidden', // display, visibility, opacity, zero size, clip, off-screen
  'same-colour', // text in the colour of its background
  'invisible-characters', // zero-width, Unicode tags, bidirectional overrides
  'picture-page', // a page of a PDF that is a picture without text, as of a scan
  'limit', // beyond what is read of one page
] as const;

/** What was left out and why; `excerpts` are the first few passages, 200 characters each at most. */
export const Omission = z.object({
  reason: z.enum(OMISSION_REASONS),
  passages: z.number(),
  words: z.number(),
  excerpts: z.array(z.string()),
  /** Of how many: the pages of a PDF, of which some are pictures. */
  of: z.optional(z.number()),
  /** Of a page put together from several documents: which of them. */
  documentId: z.optional(z.string()),
});
export type Omission = z.infer<typeof Omission>;

/** One of the documents that a page was put together from. */
export const PageDocument = z.object({
  /** `d1`, `d2` … in order. The ids of its blocks and pictures begin with it: `d2.b5`. */
  id: z.string(),
  /** `page`: that of the conversation's tab. */
  kind: z.enum(['page', 'tab', 'file']),
  title: z.string(),
  /** Empty for a file. */
  url: z.string(),
  tabId: z.optional(z.number()),
  fileId: z.optional(z.string()),
  /** Of a PDF: how many it has. */
  pages: z.optional(z.number()),
});
export type PageDocument = z.infer<typeof PageDocument>;

export const PageContent = z.object({
  url: z.string(),
  title: z.string(),
  /** BCP 47, as declared by the page; absent when it says nothing. */
  lang: z.optional(z.string()),
  dir: z.enum(['ltr', 'rtl']),
  byline: z.optional(z.string()),
  siteName: z.optional(z.string()),
  /** The line or two below the title that say what an article is about; never part of `blocks`. Absent when there is none. */
  standfirst: z.optional(z.string()),
  /** As the page gives it, ISO 8601 where it does. */
  publishedTime: z.optional(z.string()),
  /** `article`: the main text of an article. `page`: all visible text of a page that is none. `text`: a plain-text document. */
  kind: z.enum(['article', 'page', 'text']),
  blocks: z.array(Block),
  images: z.array(PageImage),
  /** Text the reader has selected, trimmed; absent when nothing is. */
  selection: z.optional(z.string()),
  /** Words in `blocks`, by `countWords`. */
  wordCount: z.number(),
  omissions: z.array(Omission),
  /** Of a document that has pages. */
  pages: z.optional(
    z.object({
      total: z.number(),
      /** Which of them are pictures without text, from 1. */
      pictures: z.array(z.number()),
      /** Which were pictures, and have been read by a model: their text is among the blocks. */
      recognized: z.optional(z.array(z.number())),
      /** SHA-256 of the file, where there are pages of these kinds: what was read of them is kept under it. */
      hash: z.optional(z.string()),
    }),
  ),
  /** Passages that give orders to an assistant, found by `lib/guard/instructions`: 50 at most out of sight, which come first, and 50 in plain sight. Absent when there are none. */
  findings: z.optional(z.array(Finding)),
  /**
   * Several documents put together: their blocks stand one after the other, each document's behind a level-1 heading with its
   * title. Absent for a single one. See `composeDocuments`.
   */
  documents: z.optional(z.array(PageDocument)),
});
export type PageContent = z.infer<typeof PageContent>;

/** One text of a page, and how the page carries it: what the guard's rules judge. */
export const PageText = z.object({
  carrier: Carrier,
  text: z.string(),
  /** Shown as what somebody else has said, or may say. */
  quoted: z.optional(z.boolean()),
  /** Shown as code: it tells what the page is about, and is no talk to anybody. */
  code: z.optional(z.boolean()),
  /** Several short texts that stand next to each other: one after the other they may be an order, by their sense they are none. */
  pieces: z.optional(z.boolean()),
  /** The block it stands in, where that is known. */
  blockId: z.optional(z.string()),
});
export type PageText = z.infer<typeof PageText>;

/**
 * A page as the extractor hands it over, not judged yet: `texts` is all that readers or only machines see of it. Becomes a
 * `PageContent`, without what gives orders, by `inspectPage` of `lib/guard/instructions`.
 */
export const ExtractedPage = z.extend(z.omit(PageContent, { findings: true, documents: true }), {
  texts: z.array(PageText),
  /** There is more visible text than `texts` holds. */
  textsCut: z.optional(z.boolean()),
});
export type ExtractedPage = z.infer<typeof ExtractedPage>;
