import { beforeEach, expect, it } from 'vitest';
import { attachmentKey } from '~/lib/shared/attachment';
import { estimateImageTokens } from '~/lib/shared/tokens';
import { makeModel } from '../fake-api';
import { GUARD_MODEL, guardOptions } from '../guard/guard-world';
import { ask, makePage, World } from '../world';

const PRICE = { input: 1, output: 2 };
const MODELS = [makeModel('test/answers', { contextLength: 100_000, price: PRICE }), makeModel(GUARD_MODEL, { contextLength: 8_000, price: { input: 4, output: 4 } })];

let world: World;
async function open(options: { accepted?: boolean } = {}): Promise<void> {
  world = await World.open(options);
  world.api.listModels = async () => ({ models: MODELS });
  await world.call('updateSettings', { chatModel: 'test/answers' });
  if (options.accepted !== false) await world.call('listModels', { refresh: true });
}
beforeEach(() => open());

const SIZE = { width: 1_024, height: 768 };
/** A picture of the page that has been read. */
async function attachPicture(): Promise<void> {
  const picture = { kind: 'picture' as const, picture: { id: 'p1' }, url: 'https://example.org/story', name: 'The lamp' };
  const { threadId } = await world.call('changeTray', { tabId: 7, add: [picture] });
  const { putText } = await import('~/lib/storage/text-store');
  const image = { type: 'image' as const, url: 'https://example.org/lamp.png', ...SIZE };
  await putText({ threadId, key: attachmentKey(picture), page: { ...makePage(), blocks: [], findings: [] }, picture: { shown: { imageIds: [], thumbnail: '', way: 'address', animated: false, ...SIZE }, images: [image] } }, false);
}

const estimate = (kind: 'page' | 'kept' = 'page', version = 1) => world.call('estimateQuestion', { tabId: 7, kind, version });

it('is told before anything was agreed to be sent to the server, which is asked for nothing', async () => {
  await open({ accepted: false });
  let asked = 0;
  const list = world.api.listModels;
  world.api.listModels = async (...given) => {
    asked++;
    return list(...given);
  };
  // Nothing is known of the server's models: tokens, and no price.
  const unknown = await estimate();
  expect(unknown).toMatchObject({ model: 'test/answers' });
  expect(unknown?.sent).toBeGreaterThan(100);
  expect(unknown).not.toHaveProperty('price');
  expect(asked).toBe(0);
  await world.call('listModels', { refresh: true });
  expect(asked).toBe(1);
  expect(await estimate('page', 2)).toMatchObject({ price: PRICE });
  expect(asked).toBe(1);
  expect(world.api.answers).toEqual([]);
});

it('counts what the guard is asked, where pages, messages or answers are checked', async () => {
  expect(await estimate()).not.toHaveProperty('guard');
  await world.call('updateSettings', { guard: guardOptions({ message: 'warn' }) });
  const message = (await estimate())?.guard;
  await world.call('updateSettings', { guard: guardOptions({ page: 'warn', message: 'warn', answer: 'warn' }) });
  const all = (await estimate())?.guard;
  expect(message?.tokens).toBeGreaterThan(50);
  expect(all?.tokens).toBeGreaterThan((message?.tokens ?? 0) * 3);
  expect(all?.usd).toBeGreaterThanOrEqual(((all?.tokens ?? 0) * 4) / 1_000_000);
});

it('is about the page of the tab, once the reader has chosen it in the place of the one that the conversation was about', async () => {
  const watcher = world.watch();
  const runId = await world.start(ask('Why?'));
  (await world.answer()).text('So.').finish();
  await world.reach(watcher, runId, 'done');
  world.tabs.set(7, { id: 7, url: 'https://example.org/next', title: 'Next', incognito: false });
  world.page = makePage({ url: 'https://example.org/next', title: 'Next', blocks: [{ id: 'b1', kind: 'paragraph', text: 'Many more words stand here than there did. '.repeat(200) }] });
  const former = await estimate('kept', 2);
  await world.call('changeTray', { tabId: 7, source: { kind: 'page', url: 'https://example.org/next' } });
  const present = await estimate('kept', 2);
  expect(present?.sent).toBeGreaterThan((former?.sent ?? 0) + 1_000);
});

it('counts the pictures that the guard is asked about, those that are attached and those of the conversation', async () => {
  const sees = makeModel('test/sees', { contextLength: 100_000, vision: true, price: PRICE });
  const guard = makeModel(GUARD_MODEL, { contextLength: 8_000, vision: true, price: { input: 4, output: 4 } });
  world.api.listModels = async () => ({ models: [sees, guard] });
  await world.call('listModels', { refresh: true });
  await world.call('updateSettings', { chatModel: 'test/sees', guard: guardOptions({ image: 'warn' }) });
  expect(await estimate()).not.toHaveProperty('guard');

  await attachPicture();
  const one = (await estimate())?.guard;
  expect(one?.tokens).toBeGreaterThan(estimateImageTokens(SIZE));
  expect(one?.usd).toBeGreaterThanOrEqual((one?.tokens ?? 0) / 1_000_000);
  await world.call('updateSettings', { guard: guardOptions({ message: 'warn', image: 'warn' }) });
  expect((await estimate())?.guard?.tokens).toBeGreaterThan((one?.tokens ?? 0) + 50);
});
