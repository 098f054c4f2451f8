import type { Rig } from './rig.ts';
import { measureStream, openOurs, readHeap } from './streaming.ts';
import type { Row } from './table.ts';

const MEGABYTE = 1_000_000;
/** Tokens of an answer that is drawn in a thousand steps. */
const LONG = 32_000;

/** Memory of the panel, after it has loaded and after many summaries, garbage collected. */
export async function* measureMemory(rig: Rig, summaries: number): AsyncGenerator<Row> {
  const side = await openOurs(rig);
  await side.page.waitForSelector('textarea');
  const loaded = await readHeap(side.page);
  yield { what: 'panel: JavaScript heap after load', ours: loaded / MEGABYTE, unit: 'MB', budget: { most: 4 } };
  await measureStream(rig, side, { tokens: LONG, rate: 1_000 });
  yield { what: `panel: heap after one answer of ${LONG.toLocaleString('en')} tokens, growth`, ours: ((await readHeap(side.page)) - loaded) / MEGABYTE, unit: 'MB' };
  for (let count = 0; count < summaries; count++) await measureStream(rig, side, { tokens: 400 });
  const summarized = (await readHeap(side.page)) - loaded;
  yield { what: `panel: heap after ${summaries} summaries, growth`, ours: summarized / MEGABYTE, unit: 'MB', budget: { most: 10 } };
}
