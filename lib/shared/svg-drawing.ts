import { z } from './zod';

/** An SVG that is to be drawn, in the size in which a page shows it, or else in its own. */
export const SvgToDraw = z.object({
  markup: z.string(),
  /** CSS pixels. */
  width: z.optional(z.number()),
  height: z.optional(z.number()),
  /** Pixels on the long side of a picture that is sent. */
  maxSide: z.number(),
});
export type SvgToDraw = z.infer<typeof SvgToDraw>;

export const DrawnSvg = z.object({
  /** `data:` address of a PNG, transparent where the drawing is. */
  dataUrl: z.string(),
  /** Pixels of the drawing as shown, or as its file says; not those of the PNG. */
  width: z.number(),
  height: z.number(),
});
export type DrawnSvg = z.infer<typeof DrawnSvg>;
