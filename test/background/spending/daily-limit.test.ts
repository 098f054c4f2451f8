import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeModel } from '../fake-api';
import { guardOptions } from '../guard/guard-world';
import { answerAll, openLongWorld } from '../whole/long-page';
import { ask, SUMMARIZE, World } from '../world';

let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => void vi.useRealTimers());

const USED = { promptTokens: 1_000, completionTokens: 100, usd: 0.02 };
const limit = (usd: number, tokens = 0) => world.call('updateSettings', { spending: { usd, tokens } });
const spent = () => world.call('getSpending', {});

async function answered(usage: typeof USED | undefined, n = 0, request = SUMMARIZE as Parameters<World['start']>[0]) {
  const watcher = world.watch();
  const id = await world.start(request);
  (await world.answer(n)).text('A lighthouse.').finish('stop', usage);
  return world.reach(watcher, id, 'done');
}

it('counts what the server has counted, also without any limit', async () => {
  await answered(USED);
  await vi.waitFor(async () => expect(await spent()).toEqual({ usd: 0.02, tokens: 1_100, unpriced: 0, estimated: false }));
});

it('estimates what no server has counted, by the price of the list', async () => {
  world.api.bundledModels = [makeModel('google/gemini-3-1-flash-lite', { contextLength: 100_000, price: { input: 100, output: 400 } })];
  await world.call('listModels', { refresh: true });
  await answered(undefined);
  await vi.waitFor(async () => expect((await spent()).tokens).toBeLessThan(2_000));
  const { usd, tokens, unpriced, estimated } = await spent();
  expect({ unpriced, estimated }).toEqual({ unpriced: 0, estimated: true });
  expect(usd).toBeGreaterThan((tokens * 100) / 1_000_000);
});

it('knows no price where nobody tells one', async () => {
  await answered(undefined);
  await vi.waitFor(async () => expect(await spent()).toMatchObject({ usd: 0, estimated: true }));
  expect((await spent()).unpriced).toBe((await spent()).tokens);
});

it('does not send what would exceed the limit; sends it anyway, once, when told so', async () => {
  await limit(0, 3_000);
  await answered({ ...USED, promptTokens: 2_800 });
  await vi.waitFor(async () => expect((await spent()).tokens).toBe(2_900));
  const watcher = world.watch();
  const id = await world.start(ask('Who built it?'));
  const failed = await world.reach(watcher, id, 'failed');
  expect(failed.error).toMatchObject({ code: 'daily-limit', limit: { unit: 'tokens', used: 2_900, limit: 3_000 } });
  expect(failed.error?.limit?.next).toBeGreaterThan(100);
  expect(world.api.answers).toHaveLength(1);
  expect((await spent()).tokens).toBe(2_900);

  await world.call('continueRun', { runId: id, beyondLimit: true });
  (await world.answer(1)).text('Nobody knows.').finish('stop', USED);
  expect((await world.reach(watcher, id, 'done')).text).toBe('Nobody knows.');
  await vi.waitFor(async () => expect((await spent()).tokens).toBe(4_000));

  const next = await world.start(ask('And when?'));
  await world.reach(watcher, next, 'failed');
  expect(world.api.answers).toHaveLength(2);
});

it('counts nothing for what was refused, and what has come of a broken answer', async () => {
  const watcher = world.watch();
  const refused = await world.start();
  (await world.answer(0)).fail(new world.AppError('server-error', { status: 500 }));
  await world.reach(watcher, refused, 'failed');
  await vi.waitFor(async () => expect(await spent()).toMatchObject({ tokens: 0, usd: 0 }));
  const broken = await world.start(ask('Who?'));
  (await world.answer(1)).text('A long beginning of an answer').fail(new world.AppError('stream-broken'));
  await world.reach(watcher, broken, 'failed');
  await vi.waitFor(async () => {
    const { tokens, estimated } = await spent();
    expect(estimated).toBe(true);
    expect(tokens).toBeGreaterThan(100);
    expect(tokens).toBeLessThan(1_200);
  });
});

it('a background that ends in the middle loses nothing of it and doubles nothing', async () => {
  await answered(USED);
  const watcher = world.watch();
  const id = await world.start(ask('Who?'));
  (await world.answer(1)).text('Half');
  await world.reach(watcher, id, 'streaming');
  const before = await spent();
  expect(before.tokens).toBeGreaterThan(1_100);
  await world.restartBackground();
  expect(await spent()).toEqual(before);
  const again = world.watch();
  await world.reach(again, id, 'interrupted');
  await world.call('continueRun', { runId: id });
  (await world.answer(0)).text(' and whole.').finish('stop', USED);
  await world.reach(again, id, 'done');
  await vi.waitFor(async () => expect((await spent()).tokens).toBe(before.tokens + 1_100));
});

it('a private window counts, and leaves nothing but sums on the disk', async () => {
  world.tabs.set(8, { id: 8, url: 'https://secret.example/story', title: 'A secret', incognito: true });
  const watcher = world.watch(8);
  const id = await world.start(ask('A secret question'), 8);
  (await world.answer(0)).text('A secret answer.').finish('stop', USED);
  await world.reach(watcher, id, 'done');
  await vi.waitFor(async () => expect((await spent()).tokens).toBe(1_100));
  const { openDatabase } = await import('~/lib/storage/database');
  const rows = await (await openDatabase()).getAll('spending');
  expect(rows).toEqual([{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), usd: 0.02, tokens: 1_100, unpriced: 0, estimated: false, open: {} }]);
});

it('begins anew with the day; what was under way at midnight belongs to the day it was sent on', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 2, 1, 23, 59, 50) });
  const watcher = world.watch();
  const id = await world.start();
  const answer = await world.answer(0);
  vi.setSystemTime(new Date(2026, 2, 2, 0, 0, 10));
  answer.text('A lighthouse.').finish('stop', USED);
  await world.reach(watcher, id, 'done');
  expect(await spent()).toMatchObject({ tokens: 0 });
  // The clock is set back: yesterday's account is still there.
  vi.setSystemTime(new Date(2026, 2, 1, 12));
  await vi.waitFor(async () => expect(await spent()).toMatchObject({ tokens: 1_100 }));
});

it('a text in parts stops between parts, and goes on from there', async () => {
  world = await openLongWorld(6);
  await world.call('updateSettings', { documents: { parallel: 1, embeddingModel: '' } });
  await limit(0, 9_000);
  answerAll(world, (answer) => {
    const isNote = answer.request.messages.some(({ content }) => content.includes('ake notes on what is quoted'));
    if (isNote) answer.text('- Noted.').finish('stop', { promptTokens: 2_000, completionTokens: 100 });
    return isNote;
  });
  const watcher = world.watch();
  const id = await world.start();
  const failed = await world.reach(watcher, id, 'failed');
  expect(failed.error?.code).toBe('daily-limit');
  expect(world.api.answers.length).toBeGreaterThan(0);
  expect(failed.parts).toMatchObject({ total: expect.any(Number), done: world.api.answers.length });
  await world.call('continueRun', { runId: id, beyondLimit: true });
  const done = await world.reach(watcher, id, 'done');
  expect(done.text).toBe('Whole answer.');
  // Each part once, and the answer.
  expect(world.api.answers.length).toBe((failed.parts?.total ?? 0) + 1);
  await vi.waitFor(async () => expect((await spent()).tokens).toBe((failed.parts?.total ?? 0) * 2_100 + 110));
});

it('parts that are asked about at the same time do not slip under the limit together', async () => {
  world = await openLongWorld(6);
  await world.call('updateSettings', { documents: { parallel: 4, embeddingModel: '' } });
  await limit(0, 6_000);
  const watcher = world.watch();
  const id = await world.start();
  const failed = await world.reach(watcher, id, 'failed');
  expect(failed.error?.code).toBe('daily-limit');
  expect(world.api.answers.length).toBeLessThan(4);
});

it('holds for every kind of request: pictures, searches, texts that go out for their meaning, speech; beyond it each is sent and counted', async () => {
  const model = makeModel('test/all', { contextLength: 100_000, price: { input: 10, output: 10 } });
  world.api.listModels = async () => ({ models: [model, makeModel('openai/tts-1', { chat: false, speech: true, speechPrice: 15 })] });
  await world.call('listModels', { refresh: true });
  const sent: string[] = [];
  const api = world.api;
  api.embedTexts = async () => {
    sent.push('meaning');
    return { vectors: [[1]], usage: { promptTokens: 50 } } as never;
  };
  api.synthesizeSpeech = async () => {
    sent.push('speech');
    return { bytes: new Uint8Array(1), type: 'audio/mpeg', usage: { characters: 100, usd: 0.5 } } as never;
  };
  const { meterApi } = await import('~/lib/background/spending/metered-api');
  const metered = meterApi(api);
  const server = { baseUrl: 'https://api.aimlapi.com/v1', key: 'sk-test-key-1234567' } as never;
  const chat = (about: object) => async (client: typeof metered) => {
    const events = client.streamChat(server, { model: 'test/all', maxTokens: 100, messages: [{ role: 'user', content: 'What is this?' }], ...about } as never, {});
    for await (const event of events) if (event.type === 'finish') sent.push('chat');
  };
  const picture = { messages: [{ role: 'user', content: 'What is this?', images: [{ kind: 'stored', id: 'a', width: 1_024, height: 1_024 }] }] };
  const kinds = {
    picture: chat(picture),
    search: chat({ webSearch: 'sonar' }),
    meaning: (client: typeof metered) => client.embedTexts(server, { model: 'test/all', texts: ['word '.repeat(50)] } as never, {}),
    speech: (client: typeof metered) => client.synthesizeSpeech(server, { model: 'openai/tts-1', voice: 'alloy', text: 'word '.repeat(200) } as never, {}),
  };
  await answered({ ...USED, usd: 1 });
  await vi.waitFor(async () => expect((await spent()).usd).toBe(1));
  await limit(1);
  for (const [name, ask] of Object.entries(kinds)) await expect(ask(metered), name).rejects.toMatchObject({ code: 'daily-limit' });
  expect(sent).toEqual([]);
  expect((await spent()).usd).toBe(1);

  let before = 1;
  for (const [name, ask] of Object.entries(kinds)) {
    const asking = ask(metered.beyondLimit ?? metered);
    if (name === 'picture' || name === 'search') (await world.answer(name === 'picture' ? 1 : 2)).text('A lamp.').finish('stop', { promptTokens: 900, completionTokens: 10, usd: 0.25 });
    await asking;
    await vi.waitFor(async () => expect((await spent()).usd, name).toBeGreaterThan(before));
    before = (await spent()).usd;
  }
  expect(sent).toEqual(['chat', 'chat', 'meaning', 'speech']);
  expect(before).toBeCloseTo(1 + 0.25 + 0.25 + 0.0005 + 0.5, 6);
});

it('holds for the guard as well: what must pass it is not sent, and the reader is told of the limit', async () => {
  await answered(USED);
  await vi.waitFor(async () => expect((await spent()).tokens).toBe(1_100));
  await world.call('updateSettings', { guard: guardOptions({ message: { action: 'block', onUnknown: 'closed' } }) });
  await limit(0, 1_100);
  const watcher = world.watch();
  const id = await world.start(ask('Who built it?'));
  const failed = await world.reach(watcher, id, 'failed');
  expect(JSON.stringify(failed)).toContain('daily-limit');
  expect(world.api.answers).toHaveLength(1);
  expect((await spent()).tokens).toBe(1_100);
});
