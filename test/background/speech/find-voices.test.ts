import { beforeEach, expect, it } from 'vitest';
import type { SystemVoice } from '~/lib/shared/audio-host';
import { makeModel } from '../fake-api';
import { World } from '../world';

const voice = (name: string, lang: string, about: Partial<SystemVoice> = {}): SystemVoice => ({ uri: `urn:${name}`, name, lang, offline: true, standard: false, ...about });

const FEW = [voice('Zoe', 'en-US'), voice('Amélie', 'fr-CA'), voice('Thomas', 'fr-FR'), voice('Cloud', 'fr-FR', { offline: false }), voice('Anna', 'de-DE'), voice('Jacques', 'fr-FR', { standard: true }), voice('Odd', '???')];

let world: World;

beforeEach(async () => {
  world = await World.open({ key: '' });
});

/** The system has these voices. */
function install(voices: SystemVoice[]): void {
  world.audio.send = async (command) => {
    world.audio.commands.push(command);
    if (command.type === 'voices') queueMicrotask(() => world.audio.tell({ type: 'voices', voices }));
  };
}

const find = async (query: string, lang?: string, limit = 200) => {
  const list = await world.call('findVoices', { query, limit, ...(lang ? { lang } : {}) });
  return { ...list, names: list.voices.map(({ name }) => name) };
};

it("puts the page's language first, its region before others, the system's own choice and offline voices at the top", async () => {
  install(FEW);
  const { names, total, languages } = await find('', 'fr-FR');
  expect(names.slice(0, 4)).toEqual(['Jacques', 'Thomas', 'Cloud', 'Amélie']);
  expect(total).toBe(7);
  expect(languages).toEqual([{ lang: 'fr', count: 4 }, { lang: 'de', count: 1 }, { lang: 'en', count: 1 }]);
});

it('finds voices by name without accents, by tag, and by the name of the language', async () => {
  install(FEW);
  expect((await find('amelie')).names).toEqual(['Amélie']);
  expect((await find('GERMAN')).names).toEqual(['Anna']);
  expect((await find('french canada')).names).toEqual(['Amélie']);
  expect((await find('de-DE')).names).toEqual(['Anna']);
  expect(await find('nobody')).toMatchObject({ names: [], total: 0, languages: [{ lang: 'fr' }, { lang: 'de' }, { lang: 'en' }] });
});

it('asks the host once for thousands of voices, and hands out 200 at most', async () => {
  install(Array.from({ length: 13_362 }, (_, index) => voice(`Voice ${index}`, ['af', 'en-GB', 'sw', 'zh'][index % 4] as string)));
  const found = await find('', 'en', 5_000);
  expect(found.voices).toHaveLength(200);
  expect(found.total).toBe(13_362);
  expect(new Set(found.voices.map(({ lang }) => lang))).toEqual(new Set(['en-GB']));
  expect((await find('voice 77', undefined, 3)).voices).toHaveLength(3);
  expect(world.audio.commands.filter(({ type }) => type === 'voices')).toHaveLength(1);
});

it('says soon what there is, and that the voices of a slow system may yet come', async () => {
  world.audio.send = async (command) => void world.audio.commands.push(command);
  const search = { query: '', limit: 10, soon: true };
  expect(await world.call('findVoices', search)).toMatchObject({ total: 0, mayCome: true });
  expect(await world.call('findVoices', search)).not.toHaveProperty('error');
  world.audio.tell({ type: 'voices', voices: FEW });
  const list = await world.call('findVoices', search);
  expect(list.total).toBe(7);
  expect(list).not.toHaveProperty('mayCome');
});

it('gives the next part of what was found', async () => {
  install(FEW);
  const all = await find('', 'fr-FR');
  const { voices, total } = await world.call('findVoices', { query: '', lang: 'fr-FR', offset: 3, limit: 2 });
  expect(voices).toEqual(all.voices.slice(3, 5));
  expect(total).toBe(7);
});

it('says that there are no voices at all', async () => {
  install([]);
  expect(await find('')).toMatchObject({ total: 0, error: { code: 'no-voices' } });
});

it("adds the server's voices once there is a key, each by its model, and says why they are missing before", async () => {
  install(FEW);
  world.api.bundledModels = [makeModel('tts-9', { name: 'Nine', chat: false, speech: true }), makeModel('silent', { speech: true, chat: false }), makeModel('gpt-4o-mini')];
  world.api.listVoices = async (_, model) => (model === 'tts-9' ? [{ id: 'v1', name: 'Marie', languages: ['fr'] }, { id: 'v2', name: 'Any', languages: [] }] : []);
  expect(await find('marie')).toMatchObject({ total: 0, error: { code: 'no-key' } });
  await world.call('setKey', { key: 'sk-test-key-1234567' });
  const { voices, error } = await find('', 'fr-FR');
  expect(error).toBeUndefined();
  expect(voices).toContainEqual({ ref: { kind: 'api', model: 'tts-9', voice: 'v1' }, name: 'Marie (Nine)', lang: 'fr', offline: false });
  expect(voices).toContainEqual({ ref: { kind: 'api', model: 'silent', voice: '' }, name: 'silent', lang: '', offline: false });
  const names = voices.map(({ name }) => name);
  expect(names.indexOf('Any (Nine)')).toBeLessThan(names.indexOf('Anna'));
  expect(names.indexOf('Any (Nine)')).toBeGreaterThan(names.indexOf('Marie (Nine)'));
});

it('lets a voice be heard in its language, tells when it sounds, and why it does not', async () => {
  const heard = world.call('previewVoice', { voice: { kind: 'system', uri: 'urn:Anna' }, lang: 'de-DE', accept: false });
  await expect.poll(() => world.audio.commands.at(-1)).toMatchObject({ type: 'preview', clip: { kind: 'system', voice: 'urn:Anna', text: 'Hallo! So lese ich Ihnen vor.' } });
  const idOf = () => (world.audio.commands.at(-1) as { clip: { id: string } }).clip.id;
  const first = idOf();
  world.audio.tell({ type: 'started', id: first });
  await heard;
  const mute = world.call('previewVoice', { voice: { kind: 'system', uri: 'urn:Odd' }, lang: 'fo', accept: false });
  const refused = expect(mute).rejects.toMatchObject({ code: 'no-voices' });
  await expect.poll(idOf).not.toBe(first);
  expect(world.audio.commands.at(-1)).toMatchObject({ clip: { text: 'føroyskt' } });
  world.audio.tell({ type: 'failed', id: idOf(), error: { code: 'no-voices' } });
  await refused;
});
