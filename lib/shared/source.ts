import { z } from './zod';

/** What an answer rests on, as shown under it. */

/** Words of the page that an answer names for one of its marks. */
const PassageSource = z.object({
  kind: z.literal('passage'),
  /** As it is shown: 1, 2, 3 … by where marks first stand in the answer. */
  n: z.number(),
  /** The number as it stands in the answer's text; absent when the answer has no marks. */
  mark: z.optional(z.number()),
  /** `holds`: the page's own words; else what was given for them, empty for nothing. */
  quote: z.string(),
  /** The block it begins in; absent for what stands above the text, such as the title. */
  blockId: z.optional(z.string()),
  /** Of several documents, the one it stands in. */
  documentId: z.optional(z.string()),
  /** Page of a document that has pages. */
  page: z.optional(z.number()),
  /** It was compared with the page's text, and stands there. */
  holds: z.boolean(),
});
export type PassageSource = z.infer<typeof PassageSource>;

/** A page of the web that a model found by itself. */
const WebSource = z.object({
  kind: z.literal('web'),
  n: z.number(),
  mark: z.optional(z.number()),
  url: z.string(),
  title: z.string(),
  /** As the server gives it. */
  date: z.optional(z.string()),
});

export const Source = z.discriminatedUnion('kind', [PassageSource, WebSource]);
export type Source = z.infer<typeof Source>;
