import { findSilences } from './silences.ts';
import { measureSpeechMemory } from './speech-memory.ts';
import { chooseVoice, openSpeechRig, pressReadAloud, SERVER_TIME, type SpeechRig, stopReading } from './speech-rig.ts';
import { readMarks, takeSounds, type Timed, waitForSounds, watchMarks, watchSounds } from './speech-watch.ts';
import { measureSystemVoices } from './system-voice-gaps.ts';
import { median, percentile, type Row } from './table.ts';
import { measureVoicePicker } from './voice-picker.ts';

/** A model whose sound comes by a link, as most do. */
const MODEL = 'openai/gpt-4o-mini-tts';
/** Milliseconds that a reading of some minutes may take on a slow machine. */
const PATIENCE = 600_000;

/** Reading aloud in the real browser: how soon, how smoothly, how far ahead of the ear, and what it keeps. */
export async function* measureSpeech(extensionDir: string, executablePath: string, quick: boolean): AsyncGenerator<Row> {
  await using rig = await openSpeechRig(extensionDir, executablePath);
  const waits: FirstSound[] = [];
  for (let round = 0; round <= (quick ? 3 : 11); round++) waits.push(await measureFirstSound(rig));
  const [cold, ...warm] = waits;
  yield { what: 'reading aloud: click to first sound, beyond the server\'s time', ours: median(warm.map(({ told }) => told)), unit: 'ms', budget: { most: 60 } };
  yield { what: 'the same: click to the request at the server', ours: median(warm.map(({ asked }) => asked)), unit: 'ms' };
  yield { what: 'the same, the first time after the browser\'s start', ours: cold?.told ?? Number.NaN, unit: 'ms' };
  if (rig.voices) yield { what: 'the same as recorded, sound server included', ours: median(warm.map(({ heard }) => heard ?? Number.NaN)), unit: 'ms' };
  for (const rate of [1, 2, 4, 0.5]) yield* measureReading(rig, rate, quick ? 10 : 40);
  yield* measureSystemVoices(rig, quick ? 6 : 20);
  yield* measureVoicePicker(rig, quick ? 3 : 9);
  yield* measureSpeechMemory(rig, quick ? 150 : 1_000);
}

/** Milliseconds from a click. */
interface FirstSound {
  /** To the first request at the server. */
  asked: number;
  /** To the first sound less the server's time, by the audio element. */
  told: number;
  /** The same as recorded. */
  heard: number | undefined;
}

/** One press on `Read aloud`. */
async function measureFirstSound(rig: SpeechRig): Promise<FirstSound> {
  await chooseVoice(rig, MODEL, 1);
  const page = await rig.openText(3);
  const before = rig.server.speeches().length;
  const tape = rig.voices?.record();
  const clicking = pressReadAloud(rig, page);
  const document = await watchSounds(rig.docent);
  const clickedAt = await clicking;
  await waitForSounds(document, 'ended', 1, PATIENCE);
  const [first] = await takeSounds(document);
  await stopReading(rig);
  const recorded = await tape?.end();
  await page.close();
  const asked = performance.timeOrigin + (rig.server.speeches()[before]?.at ?? Number.NaN) - clickedAt;
  const told = (first?.time ?? Number.NaN) - clickedAt - SERVER_TIME;
  return { asked, told, heard: recorded && findSilences(recorded).firstSound - clickedAt - SERVER_TIME };
}

/** A text is read to its end. */
async function* measureReading(rig: SpeechRig, rate: number, sentences: number): AsyncGenerator<Row> {
  await chooseVoice(rig, MODEL, rate);
  const page = await rig.openText(sentences);
  await watchMarks(page);
  const asked = rig.server.speeches().length;
  const tape = rig.voices?.record();
  const clicking = pressReadAloud(rig, page);
  const document = await watchSounds(rig.docent);
  await clicking;
  await waitForSounds(document, 'ended', sentences, PATIENCE);
  const recorded = await tape?.end();
  const sounds = await takeSounds(document);
  const marks = await readMarks(page);
  await stopReading(rig);
  await page.close();
  const told = silencesBetween(sounds, 'playing', 'ended');
  if (told.length !== sentences - 1) throw new Error(`${told.length + 1} of ${sentences} sentences were read.`);
  const at = `, speed ${rate}`;
  const most = { most: 40 };
  yield { what: `silence between sentences${at}: by the audio elements, 95th percentile`, ours: percentile(told, 0.95), unit: 'ms', budget: most };
  if (recorded) {
    const { silences } = findSilences(recorded);
    // Where there was none to be heard there is none in the list.
    const all = [...silences, ...Array.from({ length: Math.max(0, told.length - silences.length) }, () => 0)];
    yield { what: `silence between sentences${at}: as recorded, 95th percentile`, ours: percentile(all, 0.95), unit: 'ms', budget: most };
    yield { what: `the same: longest`, ours: Math.max(...all), unit: 'ms' };
  }
  const requests = rig.server.speeches().slice(asked).map(({ at, body }) => ({ time: performance.timeOrigin + at, name: (body as { text: string }).text }));
  yield { what: `sentences asked for ahead of the ear${at}, at most`, ours: furthestAhead(requests, sounds), unit: '', budget: { most: 3 } };
  const delays = markDelays(requests, sounds, marks);
  yield { what: `sound to highlight in the page${at}, 95th percentile`, ours: percentile(delays, 0.95), unit: 'ms', budget: { most: 50 } };
}

/** Milliseconds from each sound's end to the next one's beginning; negative: it began before. */
export function silencesBetween(sounds: readonly Timed[], begin: string, end: string): number[] {
  const [begun, ended] = [begin, end].map((wanted) => sounds.filter(({ name }) => name === wanted)) as [Timed[], Timed[]];
  return begun.slice(1).map(({ time }, index) => time - (ended[index]?.time ?? Number.NaN));
}

/** How many sentences further the furthest request was than the one that sounded. */
function furthestAhead(requests: readonly Timed[], sounds: readonly Timed[]): number {
  const begun = sounds.filter(({ name }) => name === 'playing');
  return Math.max(...requests.map(({ time }, index) => index - (begun.filter((sound) => sound.time <= time).length - 1)));
}

/** Milliseconds from the sound of each sentence but the first to the frame in which it stands marked. */
function markDelays(requests: readonly Timed[], sounds: readonly Timed[], marks: readonly Timed[]): number[] {
  const begun = sounds.filter(({ name }) => name === 'playing');
  return requests.slice(1).map(({ name }, index) => {
    const mark = marks.find((one) => one.name === name);
    return mark ? mark.time - (begun[index + 1]?.time ?? Number.NaN) : Infinity;
  });
}
