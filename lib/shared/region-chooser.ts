import type { RegionKey } from './region-keys';

/** How the background and the chooser in the page (`entrypoints/region.ts`) speak with each other, over a Port. */

export const REGION_PORT = 'region';

/** Everything the chooser says, in the reader's language: scripts in pages have no messages. `{1}` … stand for what is filled in. */
export interface RegionTexts {
  /** Of the language the texts are in: a BCP 47 tag, and its direction. */
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string;
  help: string;
  describe: string;
  cancel: string;
  /** Nothing is chosen yet. */
  whole: string;
  /** Where a part lies, in reading order: "Top left" … "Bottom right". */
  places: string[];
  /** `{1}`: place, `{2}`: width, `{3}`: height, as percentages. */
  size: string;
  /** `{1}`: names of what lies in the part. */
  contents: string;
  smallest: string;
  /** The background is gone: nothing can be described any more. */
  lost: string;
}

/** What the background tells the chooser. `end` closes it without a choice. */
export type RegionCommand = { type: 'open'; texts: RegionTexts } | { type: 'key'; key: RegionKey } | { type: 'end' };
