import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../scripts/packages.mjs';
import { buildExtension } from '../../scripts/start/extension.ts';
import { LONG_BLOCKS } from './answers.ts';
import { measureCompare } from './compare.ts';
import { measureExtraction } from './extraction.ts';
import { measureHistory } from './history.ts';
import { measureMemory } from './memory.ts';
import { measurePictureBatch } from './picture-batch.ts';
import { measurePicture } from './picture.ts';
import { measurePdf } from './pdf.ts';
import { benchQuickSummary } from './quick-summary.mjs';
import { addFloor, openRig, type Rig } from './rig.ts';
import { measureScripts } from './scripts-loaded.ts';
import { measureSpeech } from './speech.ts';
import { measureStartUp } from './start-up.ts';
import { compareStreams } from './streaming-rows.ts';
import { type Row, toTable } from './table.ts';
import { measureWhole } from './whole.ts';

const REPORT = join(ROOT, '.output/bench.md');

/**
 * Measures the budgets, each beside its floor in the same run, and prints one table; a budget that is missed is a `NO` in
 * it, no failure. `--quick`: short answers and fewer rounds, for development; `--only NAME`: `start`, `stream`,
 * `compare` (answers side by side), `memory`, `history`, `picture`, `batch` (of pictures), `speech`, `whole` (a long document), `pdf` or `page`; `--extraction DIR`: article extraction too.
 */
export async function bench(args: string[], executablePath: string): Promise<number> {
  const { values } = parseArgs({ args, options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, extraction: { type: 'string' }, build: { type: 'string' } } });
  const wants = (name: string) => !values.only || values.only.split(',').includes(name);
  const built = values.build ?? buildExtension();
  const extensionDir = addFloor(built);
  const rows: Row[] = [];
  const add = (...more: Row[]) => {
    rows.push(...more);
    for (const { what, ours, floor, unit } of more) console.error(`${what}: ${ours.toFixed(3)} ${unit}${floor === undefined ? '' : `, floor ${floor.toFixed(3)}`}`);
  };
  if (wants('start')) {
    add(...(await measureScripts(extensionDir, executablePath)));
    add(...(await measureStartUp(extensionDir, executablePath, values.quick ? 3 : 9)));
  }
  if (wants('stream')) for await (const row of withRig(extensionDir, executablePath, (rig) => compareStreams(rig, LONG_BLOCKS, values.quick))) add(row);
  if (wants('compare')) for await (const row of withRig(extensionDir, executablePath, (rig) => measureCompare(rig, values.quick))) add(row);
  if (wants('history')) add(...(await measureHistory(extensionDir, executablePath, values.quick)));
  if (wants('memory')) for await (const row of withRig(extensionDir, executablePath, (rig) => measureMemory(rig, values.quick ? 20 : 100))) add(row);
  if (wants('batch')) for await (const row of withRig(extensionDir, executablePath, (rig) => measurePictureBatch(rig))) add(row);
  if (wants('whole')) for await (const row of withRig(extensionDir, executablePath, (rig) => measureWhole(rig))) add(row);
  if (wants('pdf')) for await (const row of withRig(extensionDir, executablePath, (rig) => measurePdf(rig))) add(row);
  if (wants('picture')) for await (const row of withRig(extensionDir, executablePath, (rig) => measurePicture(rig, values.quick ? 3 : 9))) add(row);
  if (wants('speech')) for await (const row of measureSpeech(extensionDir, executablePath, values.quick)) add(row);
  if (wants('page')) {
    for (const { name, ms, budget } of await benchQuickSummary()) add({ what: name, ours: ms, unit: 'ms', ...(budget ? { budget: { most: budget } } : {}) });
    if (values.extraction) add(...measureExtraction(values.extraction));
  }
  const table = toTable(rows);
  mkdirSync(dirname(REPORT), { recursive: true });
  writeFileSync(REPORT, `${table}\n`);
  console.log(table);
  return 0;
}

async function* withRig(extensionDir: string, executablePath: string, measure: (rig: Rig) => AsyncGenerator<Row>): AsyncGenerator<Row> {
  const rig = await openRig(extensionDir, executablePath);
  try {
    yield* measure(rig);
  } finally {
    await rig.close();
  }
}
