import { z } from './zod';

/** A caption as it is shown; `text` still has its mark-up (https://www.w3.org/TR/webvtt1/#webvtt-cue-text). */
export const Cue = z.object({
  /** Seconds. */
  start: z.number(),
  end: z.number(),
  text: z.string(),
});
export type Cue = z.infer<typeof Cue>;

/** A track of captions or descriptions: what the browser has loaded of it, or else the address of its WebVTT file. */
export const CaptionTrack = z.object({
  /** BCP 47, as the page names it. */
  lang: z.optional(z.string()),
  cues: z.optional(z.array(Cue)),
  /** Of the page's own origin, `data:` or `blob:`. */
  src: z.optional(z.string()),
});
export type CaptionTrack = z.infer<typeof CaptionTrack>;

/** A film or a sound recording that the reader sees on a page, with what can be read of it. */
export const MediaPlayer = z.object({
  /** As the page calls it; hostile, and not always in sight. */
  name: z.optional(z.string()),
  /** Captions first, then descriptions for who cannot see the film. */
  tracks: z.array(CaptionTrack),
});
export type MediaPlayer = z.infer<typeof MediaPlayer>;
