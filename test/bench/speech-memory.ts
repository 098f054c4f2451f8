import { readFileSync } from 'node:fs';
import type { Docent } from '../../scripts/driver/launch.ts';
import { chooseVoice, pressReadAloud, type SpeechRig, stopReading } from './speech-rig.ts';
import { waitForSounds, watchSounds } from './speech-watch.ts';
import { readHeap } from './streaming.ts';
import type { Row } from './table.ts';

const MEGABYTE = 1_000_000;
/** Sentences that are read before memory is looked at for the first time. */
const START = 20;
const PATIENCE = 900_000;

/** What reading a long text leaves behind: in the document that plays, and in the whole process of Docent (Linux). */
export async function* measureSpeechMemory(rig: SpeechRig, sentences: number): AsyncGenerator<Row> {
  // Short sounds, at the highest speed: a thousand in some minutes.
  await chooseVoice(rig, 'test/first=50,audio=wav', 4);
  const page = await rig.openText(sentences, 'Bee');
  const clicking = pressReadAloud(rig, page);
  const document = await watchSounds(rig.docent);
  await clicking;
  const read = async (count: number) => {
    await waitForSounds(document, 'playing', count, PATIENCE);
    return { heap: await readHeap(document), process: await readProcess(rig.docent) };
  };
  const before = await read(START);
  const after = await read(sentences);
  await stopReading(rig);
  await page.close();
  yield { what: `heap of the audio document after ${sentences} sentences, growth`, ours: (after.heap - before.heap) / MEGABYTE, unit: 'MB', budget: { most: 20 } };
  if (after.process) yield { what: `memory of Docent's processes after ${sentences} sentences, growth`, ours: (after.process - (before.process ?? 0)) / MEGABYTE, unit: 'MB', budget: { most: 20 } };
}

/** Bytes that belong to the processes of Docent alone, garbage collected; `undefined` where the system does not tell. */
async function readProcess(docent: Docent): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const session = await docent.browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const own = processInfo.filter(({ id, type }) => type === 'renderer' && readFileSync(`/proc/${id}/cmdline`, 'latin1').includes('--extension-process'));
  return own.reduce((sum, { id }) => sum + readPrivate(id), 0);
}

function readPrivate(id: number): number {
  const kilobytes = readFileSync(`/proc/${id}/smaps_rollup`, 'latin1').matchAll(/^Private_\w+:\s+(\d+) kB$/gm);
  return [...kilobytes].reduce((sum, [, size]) => sum + Number(size) * 1_024, 0);
}
