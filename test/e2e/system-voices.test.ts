import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { VoiceList } from '~/lib/messaging/speech-calls';
import { AudioDocument, type SystemClip } from './support/audio-document.ts';
import { type Docent, killWorker, launchDocent } from './support/docent.ts';
import { RECORDED_RATE, type SystemVoices, startSystemVoices, voicesMissing } from './support/system-voices.ts';

if (voicesMissing) console.log(`Skipped: ${voicesMissing}.`);

describe.skipIf(voicesMissing)('system voices', () => {
  let docent: Docent;
  let audio: AudioDocument;
  let voices: SystemVoices | undefined;

  beforeAll(async () => {
    voices = await startSystemVoices();
    docent = await launchDocent({ args: voices.args, env: voices.env });
    audio = await AudioDocument.open(docent);
    // A speech service that has just started takes its time to list them all.
    await vi.waitUntil(async () => (await audio.call<VoiceList>('findVoices', { query: '', limit: 1 })).total > 0, { timeout: 120_000 });
  });
  afterAll(async () => {
    await docent?.browser.close();
    await voices?.[Symbol.asyncDispose]();
  });
  beforeEach(() => audio.forget());

  const SENTENCES = ['The lighthouse was built in 1851.', 'Its lamp was the brightest on the coast.', 'Nobody believed in it at first.', 'No.', 'Ships came from everywhere.'];
  const say = (id: string, text: string): SystemClip => ({ id, kind: 'system', text, voice: '', lang: 'en', pause: 0 });
  const clips = SENTENCES.map((text, index) => say(`s${index}`, text));
  const heard = async () => (await audio.heard()).filter(({ type }) => type !== 'voices').map((event) => ('id' in event ? `${event.type} ${event.id}` : event.type));
  const waitFor = (event: string) => expect.poll(heard, { interval: 20 }).toContain(event);
  const inOrder = clips.flatMap(({ id }) => [`started ${id}`, `ended ${id}`]);

  test('sentences are spoken one after the other, none left out, also when the worker dies in the middle', async () => {
    const tape = voices?.record();
    await audio.send({ type: 'replace', clips });
    await waitFor('started s1');
    await killWorker(docent);
    await waitFor('dry');
    expect(await heard()).toEqual([...inOrder, 'dry']);
    const loud = (await tape?.end())?.samples.filter((sample) => Math.abs(sample) > 500).length ?? 0;
    expect(loud / RECORDED_RATE).toBeGreaterThan(1);
  });

  test('thousands of voices are searched in the background, which hands out what was found', async () => {
    const list = await audio.call<VoiceList>('findVoices', { query: '', lang: 'fr-FR', limit: 50 });
    expect(list.total).toBeGreaterThan(100);
    expect(list.voices).toHaveLength(50);
    for (const { lang } of list.voices) expect(lang).toMatch(/^fr/);
    const german = await audio.call<VoiceList>('findVoices', { query: 'german', limit: 5 });
    expect(german.voices[0]?.lang).toMatch(/^de/);
  });

  test('a voice that is chosen speaks, and one that does not exist leaves the choice to the browser', async () => {
    const { voices: [german] } = await audio.call<VoiceList>('findVoices', { query: 'german', limit: 1 });
    const uri = german?.ref.kind === 'system' ? german.ref.uri : '';
    await audio.call('previewVoice', { voice: { kind: 'system', uri }, lang: 'de', accept: false });
    await audio.send({ type: 'replace', clips: [{ ...say('gone', 'Still here.'), voice: 'urn:removed' } as SystemClip] });
    await waitFor('dry');
    expect(await heard()).toEqual(expect.arrayContaining(['started gone', 'ended gone', 'dry']));
  });

  test('pausing holds the sentence; it goes on, and no word of the rest is lost', async () => {
    await audio.send({ type: 'replace', clips });
    await waitFor('started s1');
    await audio.send({ type: 'pause' });
    const before = await heard();
    // Longer than the sentence would have taken: a pause is told by nothing else than by what does not come.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(await heard()).toEqual(before);
    await audio.send({ type: 'resume' });
    await waitFor('dry');
    expect(await heard()).toEqual([...inOrder, 'dry']);
  });

  test('speed takes effect within the sentence', async () => {
    const text = 'one two three four five six seven eight nine ten, '.repeat(8);
    await audio.send({ type: 'set', rate: 1, volume: 1 });
    await audio.send({ type: 'replace', clips: [say('long', text)] });
    await waitFor('started long');
    await audio.send({ type: 'set', rate: 3, volume: 1 });
    await waitFor('dry');
    // What is left of the sentence is spoken at the new speed; it begins once for all that.
    const [slow, fast, ...more] = await audio.utterances();
    expect(slow).toEqual({ text, rate: 1 });
    expect(fast?.rate).toBe(3);
    expect(text.endsWith(fast?.text ?? 'nothing')).toBe(true);
    expect(more).toEqual([]);
    expect(await heard()).toEqual(['started long', 'ended long', 'dry']);
  });
});
