import { Region } from './picture';
import { z } from './zod';

/** What the chooser tells: one `status` when it opens and one after each change or key, one `end`. Made in a page: parsed. */
export const RegionEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('status'), status: z.string().check(z.maxLength(1_000)) }),
  z.object({ type: z.literal('end'), region: z.nullable(Region) }),
  /** The page shows nothing that is laid over it (SVG). */
  z.object({ type: z.literal('unable') }),
]);
export type RegionEvent = z.infer<typeof RegionEvent>;
