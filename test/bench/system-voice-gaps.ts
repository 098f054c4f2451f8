import { findSilences } from './silences.ts';
import { silencesBetween } from './speech.ts';
import { chooseVoice, pressReadAloud, type SpeechRig, stopReading } from './speech-rig.ts';
import { takeSounds, type Timed, waitForSounds, watchSounds } from './speech-watch.ts';
import { percentile, type Row } from './table.ts';

const PATIENCE = 300_000;

/** Silence between sentences of a system voice, beside that of a page that gives the browser all of them at once. */
export async function* measureSystemVoices(rig: SpeechRig, sentences: number): AsyncGenerator<Row> {
  if (!rig.voices) return;
  await chooseVoice(rig, 'system', 1);
  const page = await rig.openText(sentences);
  const tape = rig.voices.record();
  const clicking = pressReadAloud(rig, page);
  const document = await watchSounds(rig.docent);
  await clicking;
  await waitForSounds(document, 'end', sentences, PATIENCE);
  const ours = { told: silencesBetween(await takeSounds(document), 'start', 'end'), heard: findSilences(await tape.end()).silences };
  await stopReading(rig);
  const text = await page.$eval('article', (article) => article.innerText);
  await page.close();
  const floorTape = rig.voices.record();
  const floorTold = silencesBetween(await speakAtOnce(rig, text.match(/[^.]+\./g) ?? []), 'start', 'end');
  const floorHeard = findSilences(await floorTape.end()).silences;
  yield { what: 'system voice, from one utterance\'s end to the next, 95th percentile', ours: percentile(ours.told, 0.95), floor: percentile(floorTold, 0.95), unit: 'ms' };
  yield { what: 'system voice, silence as recorded, 95th percentile', ours: percentile(ours.heard, 0.95), floor: percentile(floorHeard, 0.95), unit: 'ms' };
}

function speakAtOnce({ own }: SpeechRig, texts: string[]): Promise<Timed[]> {
  return own.evaluate(async (texts) => {
    const events: Timed[] = [];
    const utterances = texts.map((text) => Object.assign(new SpeechSynthesisUtterance(text.trim()), { lang: 'en' }));
    const note = ({ type: name }: Event) => events.push({ name, time: performance.timeOrigin + performance.now() });
    for (const utterance of utterances) for (const name of ['start', 'end']) utterance.addEventListener(name, note);
    const over = new Promise((resolve) => utterances.at(-1)?.addEventListener('end', resolve));
    for (const utterance of utterances) speechSynthesis.speak(utterance);
    await over;
    return events;
  }, texts);
}
