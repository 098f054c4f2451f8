import type { Docent } from './docent.ts';
import { callDocent } from './guarded.ts';

const FILLER = ['The keeper lit the lamp at dusk and went home at dawn.', 'Nobody in the harbour had seen a light so bright.', 'Ships came from the north with coal and timber.'];

/** The fact that only one section of a long page holds, counted from 1. */
export const factOf = (section: number): string => `The number of lighthouse ${section} is ${7_000 + section}.`;

/** A page of sections that each fill a part for the model `SMALL`, with a fact of its own at the end. */
export function composeLongPage(sections: number): string {
  const text = Array.from({ length: 34 }, (_, i) => FILLER[i % FILLER.length]).join(' ');
  const body = Array.from({ length: sections }, (_, i) => `<h2>Lighthouse ${i + 1}</h2><p>${text}</p><p>${factOf(i + 1)}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A long history of lighthouses</title></head><body><main><article><h1>A long history of lighthouses</h1>${body}</article></main></body></html>`;
}

/** A model of the stand-in whose context holds 2,048 tokens. */
const SMALL = 'test/small';

/** Has the small model answer, so many parts at a time. */
export async function useSmallModel(docent: Docent, parallel = 4): Promise<void> {
  await callDocent(docent, 'updateSettings', { chatModel: SMALL, documents: { parallel, embeddingModel: '' } });
}

/** A wait that ends when `release` is called. */
export function hold(): { until: Promise<void>; release: () => void } {
  let release = () => {};
  const until = new Promise<void>((resolve) => (release = resolve));
  return { until, release };
}
