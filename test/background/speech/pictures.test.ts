import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageImage } from '~/lib/shared/page-content';
import { useMessages } from '../../components/use-messages';
import { FakePage, makePicture, SEEING } from '../pictures/page';
import { makePage, World } from '../world';
import { Ear, PlayerWindow, read, restart, settle } from './ear';

const here = vi.hoisted(() => ({ page: undefined as unknown as FakePage }));
vi.mock('~/lib/background/pictures/run-reader', () => ({ runReader: (...args: Parameters<FakePage['runReader']>) => here.page.runReader(...args), runIn: async () => null }));
vi.mock('~/lib/background/pictures/acquire', () => ({ acquirePicture: (...args: Parameters<FakePage['acquirePicture']>) => here.page.acquirePicture(...args) }));

let world: World;
let ear: Ear;
let view: PlayerWindow;

/** A picture in the text, by number; the page lists the same one by its address. */
const image = (n: number, about: Partial<PageImage> = {}): PageImage => ({ id: `i${n}`, blockId: `b${n}`, src: `https://example.org/p${n}.jpg`, width: 400, height: 300, ...about });
const TEXTS = ['One is here.', 'Two is here.', 'Three is here.', 'Four is here.'];

/** Four paragraphs with a picture behind each. */
async function begin({ images = [1, 2, 3, 4].map((n) => image(n)), ...options }: { images?: PageImage[] } & Parameters<typeof World.open>[0] = {}): Promise<void> {
  here.page = new FakePage();
  here.page.pictures = [1, 2, 3, 4].map((n) => makePicture(`p${n}`));
  world = await World.open(options);
  useMessages();
  world.api.bundledModels = [SEEING];
  world.page = makePage({ blocks: TEXTS.map((text, index) => ({ id: `b${index + 1}`, kind: 'paragraph', text })), images });
  world.executeScript.mockImplementation(async ({ func }) => [{ documentId: 'd1', result: func?.name === 'readLang' ? 'en' : func ? 'text/html' : world.page }]);
  ear = new Ear(world.audio);
  view = new PlayerWindow();
}

/** The pictures that the server was asked about, in order. */
const asked = () => world.api.answers.map(({ request }) => JSON.stringify(request.messages.map(({ images }) => images)).match(/sent-(p\d)/)?.[1]);
const answer = async (n: number) => (await world.answer(n)).text(`Thing ${n}.`).finish();
/** The server describes from now on whatever it is asked, at once. */
function answerAll(): void {
  const { api } = world;
  const stream = api.streamChat.bind(api);
  api.streamChat = (...args) => {
    const events = stream(...args);
    api.answers.at(-1)?.text(`Thing ${api.answers.length - 1}.`).finish();
    return events;
  };
}
const readPictures = () => read(world, { pictures: true });
/** What the reader is asked about the pictures. */
const offer = () => vi.waitFor(() => view.state.pictures ?? Promise.reject(new Error('nothing is asked')));
const playAll = () => ear.playUntil(() => view.state.status === 'ended');

beforeEach(() => begin());
afterEach(() => vi.useRealTimers());

describe('a narration with pictures', () => {
  it('asks about the next two while earlier text is spoken, and tells each where it stands', async () => {
    await readPictures();
    expect(await ear.listen()).toBe(TEXTS[0]);
    await vi.waitFor(() => expect(asked()).toEqual(['p1', 'p2']));
    expect(ear.heard).toEqual([]);
    await answer(0);
    await settle();
    await ear.finish();
    expect(await ear.listen()).toBe('A picture, described by AI: Thing 0.');
    await vi.waitFor(() => expect(asked()).toEqual(['p1', 'p2', 'p3']));
    await answer(1);
    await answer(2);
    await ear.finish();
    await ear.finish();
    await answer(3);
    await playAll();
    expect(ear.heard).toEqual([TEXTS[0], 'A picture, described by AI: Thing 0.', TEXTS[1], 'AI describes a picture: Thing 1.', TEXTS[2], 'In a picture, according to AI: Thing 2.', TEXTS[3], 'A picture, described by AI: Thing 3.']);
    expect(here.page.acquired.every(({ options }) => !options.mayReveal)).toBe(true);
  });

  it('costs nothing the second time, and is known to the list of pictures', async () => {
    answerAll();
    await readPictures();
    await playAll();
    await readPictures();
    await ear.listen();
    await playAll();
    expect(asked()).toHaveLength(4);
    expect(ear.heard.filter((text) => text.includes('Thing 3'))).toHaveLength(2);
    await world.restartBackground();
    world.api.bundledModels = [SEEING];
    view = new PlayerWindow();
    await readPictures();
    await ear.listen();
    await playAll();
    expect(ear.heard.filter((text) => text.includes('Thing 3'))).toHaveLength(3);
    expect(world.api.answers).toHaveLength(0);
  });

  it('sends no picture that the page describes or calls decoration', async () => {
    await begin({ images: [image(1, { alt: 'A gate' }), image(2), image(3)] });
    here.page.pictures = [makePicture('p1', { name: 'A gate' }), makePicture('p2', { decorative: true }), makePicture('p3', { name: 'A wall' })];
    await readPictures();
    await playAll();
    expect(ear.heard).toEqual([TEXTS[0], 'A picture: A gate', TEXTS[1], TEXTS[2], 'In the picture: A wall', TEXTS[3]]);
    expect(world.api.answers).toHaveLength(0);
  });

  it('says that a picture is not described yet, waits, and tells what it shows', async () => {
    await begin({ images: [image(1)] });
    await readPictures();
    await ear.finish();
    expect(ear.isSilent).toBe(true);
    await view.reach('loading');
    expect(await ear.listen()).toBe('Here is a picture whose description is not ready yet.');
    await ear.finish();
    expect(ear.isSilent).toBe(true);
    await answer(0);
    await playAll();
    expect(ear.heard).toEqual([TEXTS[0], 'Here is a picture whose description is not ready yet.', 'A picture, described by AI: Thing 0.', ...TEXTS.slice(1)]);
  });

  it('waits no longer than a moment for a server that does not answer, and goes on', async () => {
    await begin({ images: [image(1)] });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    await readPictures();
    await ear.finish();
    await vi.advanceTimersByTimeAsync(1_000);
    await ear.finish();
    expect(ear.isSilent).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await ear.listen()).toBe(TEXTS[1]);
    await playAll();
    // The description that came after all is heard by who goes back.
    await answer(0);
    await settle();
    await world.call('controlPlayer', { action: 'play' });
    await ear.listen();
    await playAll();
    expect(ear.heard.slice(5)).toEqual([TEXTS[0], 'A picture, described by AI: Thing 0.', ...TEXTS.slice(1)]);
  });

  it('does not wait when the reader goes on', async () => {
    await begin({ images: [image(1)] });
    await readPictures();
    await ear.finish();
    await view.reach('loading');
    await world.call('controlPlayer', { action: 'next-sentence' });
    expect(await ear.listen()).toBe(TEXTS[1]);
  });

  it('goes on without what fails; what fails for all is asked no further, and said', async () => {
    await readPictures();
    await ear.listen();
    (await world.answer(0)).fail(new world.AppError('content-filtered'));
    (await world.answer(1)).fail(new world.AppError('bad-key', { host: 'api.aimlapi.com' }));
    await playAll();
    expect(ear.heard.filter((text) => TEXTS.includes(text))).toEqual(TEXTS);
    expect(asked()).toEqual(['p1', 'p2']);
    expect(view.state).toMatchObject({ status: 'ended', pictures: { reason: { code: 'bad-key' } } });
  });

  it('goes on after the background was ended, without asking again for what is kept', async () => {
    await readPictures();
    await ear.listen();
    await answer(0);
    await settle();
    await restart(world);
    useMessages();
    world.api.bundledModels = [SEEING];
    view = new PlayerWindow();
    answerAll();
    await playAll();
    expect(ear.heard.filter((text) => TEXTS.includes(text))).toEqual(TEXTS);
    expect(ear.heard.filter((text) => text.includes('Thing'))).toHaveLength(4);
    expect(asked()).toEqual(['p2', 'p3', 'p4']);
  });
});

describe('consent', () => {
  it('comes first: until then those without description are passed over, which is said once', async () => {
    await begin({ accepted: false });
    await readPictures();
    await ear.finish();
    await ear.finish();
    expect(await ear.listen()).toBe(TEXTS[1]);
    expect(ear.heard).toEqual([TEXTS[0], 'Pictures without description are skipped.']);
    expect(await offer()).toEqual({ missing: 4, reason: { code: 'not-accepted', host: 'api.aimlapi.com' } });
    await world.call('decidePictures', { choice: 'estimate' });
    await expect.poll(() => view.state.pictures?.estimate).toMatchObject({ pictures: 4, host: 'api.aimlapi.com', model: SEEING.id });
    expect(view.state.pictures?.estimate?.usd).toBeGreaterThan(0);
    expect(world.api.answers).toEqual([]);
    await world.call('decidePictures', { choice: 'describe' });
    await vi.waitFor(() => expect(asked()).toEqual(['p2', 'p3']));
    await expect.poll(() => view.state.pictures).toBeUndefined();
    expect((await world.call('getSettings', {})).settings.sendAcceptedHosts).toContain('api.aimlapi.com');
  });

  it('that is refused is asked for no more, and the text is read as before', async () => {
    await begin({ accepted: false });
    await readPictures();
    await ear.listen();
    await world.call('decidePictures', { choice: 'skip' });
    await playAll();
    expect(ear.heard.filter((text) => TEXTS.includes(text))).toEqual(TEXTS);
    expect(view.state.pictures).toBeUndefined();
    expect(world.api.answers).toEqual([]);
  });

  it('is asked for again where there are many pictures, or the reader wants to be asked always', async () => {
    await begin({ images: Array.from({ length: 21 }, (_, index) => image(index + 1, { blockId: 'b4' })) });
    await readPictures();
    await ear.listen();
    expect(await offer()).toMatchObject({ missing: 21, reason: { code: 'not-accepted' } });
    await begin();
    const { settings } = await world.call('getSettings', {});
    await world.call('updateSettings', { player: { ...settings.player, limit: 0 } });
    await readPictures();
    await ear.listen();
    expect(await offer()).toMatchObject({ missing: 4, reason: { code: 'not-accepted' } });
    expect(world.api.answers).toEqual([]);
  });

  it('without a key nothing is sent, and the state says what is missing until there is one', async () => {
    await begin({ key: '' });
    await readPictures();
    await ear.listen();
    expect(await offer()).toMatchObject({ missing: 4, reason: { code: 'no-key' } });
    await world.call('setKey', { key: 'sk-test-key-1234567' });
    await expect.poll(() => view.state.pictures).toBeUndefined();
    await ear.finish();
    await vi.waitFor(() => expect(asked()).toContain('p2'));
  });

  it('before a long text counts the pictures, too', async () => {
    const { settings } = await world.call('getSettings', {});
    await world.call('updateSettings', { player: { ...settings.player, limit: 20, voice: { kind: 'api', model: 'hume/octave-2', voice: 'x' } } });
    await readPictures();
    const { ask } = await view.reach('paused');
    expect(ask).toMatchObject({ host: 'api.aimlapi.com', pictures: { count: 4 } });
    expect(ask?.pictures?.usd).toBeGreaterThan(0);
    expect(world.api.answers).toEqual([]);
  });
});

it('menus and the key read with pictures if the reader has set so, as the buttons do', async () => {
  const { settings } = await world.call('getSettings', {});
  await world.call('updateSettings', { speech: { ...settings.speech, pictures: true } });
  const { commands } = fakeBrowser as unknown as { commands: { onCommand: { addListener: { mock: { calls: [(command: string, tab: { id: number }) => void][] } } } } };
  commands.onCommand.addListener.mock.calls.at(-1)?.[0]('read-aloud', { id: 7 });
  await ear.listen();
  expect(view.state.queue).toMatchObject([{ pictures: true }]);
});
