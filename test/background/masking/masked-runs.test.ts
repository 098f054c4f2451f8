import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ChatRequest, Server } from '~/lib/api/types';
import { answerAll, openLongWorld, sentText } from '../whole/long-page';
import { ask, makePage, SUMMARIZE, World } from '../world';

const PERSONAL = ['anna@example.org', '+44 20 7946 0958', 'DE89 3704 0044 0532 0130 00', '4111 1111 1111 1111'];
const PAGE = makePage({ blocks: [{ id: 'b1', kind: 'paragraph', text: `Write to ${PERSONAL.join(', or ')}. Built on 01.05.1851, ISBN 978-3-16-148410-0.` }] });

let world: World;
const maskAll = (on = true) => world.call('updateSettings', { masking: { on } });
beforeEach(async () => {
  world = await World.open();
  world.page = PAGE;
  await maskAll();
});

it('nothing personal leaves, and the answer has the originals, however it is cut', async () => {
  const watcher = world.watch();
  const id = await world.start(ask('Mail me at reader@example.net: how do I reach her?'));
  const answer = await world.answer(0);
  const sent = sentText(answer);
  for (const text of [...PERSONAL, 'reader@example.net']) expect(sent).not.toContain(text);
  expect(sent).toContain('Write to [e-mail 1], or [phone 1], or [IBAN 1], or [card 1]. Built on 01.05.1851, ISBN 978-3-16-148410-0.');
  expect(sent).toContain('Mail me at [e-mail 2]: how');
  answer.text('Write to [e-').text('mail 1').text('] or call [Phone 1], [not a mark] [pho').finish();
  const run = await world.reach(watcher, id, 'done');
  expect(run.text).toBe('Write to anna@example.org or call +44 20 7946 0958, [not a mark] [pho');
  expect(run.masked?.map(({ label, text }) => [label, text])).toEqual([
    ['[e-mail 1]', 'anna@example.org'], ['[phone 1]', '+44 20 7946 0958'], ['[IBAN 1]', 'DE89 3704 0044 0532 0130 00'], ['[card 1]', '4111 1111 1111 1111'], ['[e-mail 2]', 'reader@example.net'],
  ]);

  // What is shown is what was sent, also when the setting has changed since.
  await maskAll(false);
  const shown = await world.call('getRequest', { runId: id });
  expect(shown?.messages).toEqual(answer.request.messages);
  expect(shown?.masked).toEqual(run.masked);
  expect(JSON.parse((await world.call('getRequestBody', { runId: id })) ?? '')).toMatchObject({ messages: answer.request.messages });
});

it('an earlier answer goes out masked again, and unmasked only where the reader no longer masks', async () => {
  const watcher = world.watch();
  const first = await world.start(ask('Who?'));
  (await world.answer(0)).text('Anna, [e-mail 1].').finish();
  await world.reach(watcher, first, 'done');
  const second = await world.start(ask('And where?'));
  expect(sentText(await world.answer(1))).toContain('Anna, [e-mail 1].');
  (await world.answer(1)).text('Nowhere.').finish();
  await world.reach(watcher, second, 'done');
  await maskAll(false);
  const third = await world.start(ask('Really?'));
  expect(sentText(await world.answer(2))).toContain('Anna, anna@example.org.');
  (await world.answer(2)).text('[e-mail 1]').finish();
  const run = await world.reach(watcher, third, 'done');
  expect(run.masked).toBeUndefined();
  expect(run.text).toBe('[e-mail 1]');
});

it('what has come of an answer that breaks off in a mark is kept', async () => {
  const watcher = world.watch();
  const id = await world.start(ask('Who?'));
  (await world.answer(0)).text('Anna [e-ma').fail(new world.AppError('stream-broken'));
  expect((await world.reach(watcher, id, 'failed')).text).toBe('Anna [e-ma');
});

it('parts and notes go out masked, and are kept with the originals', async () => {
  world = await openLongWorld(5);
  await maskAll();
  const page = world.page as typeof PAGE;
  world.page = { ...page, blocks: page.blocks.map((block) => ('text' in block && block.text.includes('lighthouse 3 is') ? { ...block, text: `${block.text} Ask anna@example.org.` } : block)) };
  answerAll(world, (answer) => {
    const isPart = sentText(answer).includes('[e-mail 1].');
    if (isPart && sentText(answer).includes('ake notes on what is quoted')) {
      answer.text('- Ask [e-mail 1].').finish();
      return true;
    }
    return false;
  });
  const watcher = world.watch();
  const id = await world.start(SUMMARIZE);
  const run = await world.reach(watcher, id, 'done');
  expect(run.masked?.map(({ text }) => text)).toEqual(['anna@example.org']);
  for (const answer of world.api.answers) expect(sentText(answer)).not.toContain('anna@example.org');
  expect(sentText(world.api.answers.at(-1) as never)).toContain('- Ask [e-mail 1].');
});

it('the guard judges what would leave, and texts for embeddings are masked, too', async () => {
  const checked = { action: 'warn', onUnknown: 'open' } as const;
  const { settings } = await world.call('getSettings', {});
  await world.call('updateSettings', { guard: { ...settings.guard, checkpoints: { ...settings.guard.checkpoints, page: checked } } });
  await world.start(ask('Who?'));
  const guard = await world.answer(0);
  expect(sentText(guard)).toContain('[e-mail 1]');
  for (const text of PERSONAL) expect(sentText(guard)).not.toContain(text);
});

it('nothing is sent while the settings cannot be read, which may forbid it', async () => {
  const { maskApi } = await import('~/lib/background/masking/masked-api');
  const { openEntry } = await import('~/lib/background/spending/ledger');
  const refused = { code: 'storage-failed' };
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('The disk is gone.'));
  try {
    const { signal } = new AbortController();
    const answer = maskApi(world.api).streamChat({} as Server, { messages: [] } as unknown as ChatRequest, { signal });
    await expect(answer[Symbol.asyncIterator]().next()).rejects.toMatchObject(refused);
    await expect(openEntry({ tokens: 1, estimated: true }, false)).rejects.toMatchObject(refused);
  } finally {
    vi.restoreAllMocks();
  }
  expect(world.api.answers).toEqual([]);
});

it('a voice of the server hears what it is in its place', async () => {
  const { maskForEar } = await import('~/lib/background/masking/mask-for-ear');
  await vi.waitFor(() => expect(maskForEar('Ring +44 20 7946 0958 or anna@example.org.')).toBe('Ring maskedPhone or maskedEmail.'));
});
