import { describe, expect, it } from 'vitest';
import { guardOptions } from './guard/guard-world';
import { ask, SUMMARIZE, World } from './world';

const TEXT = 'It is bright [1]. It is old [2].';
const FIRST = '[1] "lamp was the brightest on the coast"\n';
const SECOND = '[2] "was built in 1815"\n';
const HOLDS = { n: 1, mark: 1, holds: true, blockId: 'b1', quote: 'lamp was the brightest on the coast' };
const HOLDS_NOT = { n: 2, mark: 2, holds: false, quote: 'was built in 1815' };

describe('the sources of an answer', () => {
  it('are compared with the page as they come, and are no part of its text', async () => {
    const world = await World.open();
    const [watcher, id] = [world.watch(), await world.start(ask('How bright?'))];
    const answer = await world.answer();
    expect(answer.request.messages.at(-1)?.content).toContain('<sources>');
    answer.text(`${TEXT}\n\n<sources>\n${FIRST}`);
    await expect.poll(() => watcher.last?.sources).toMatchObject([HOLDS]);
    answer.text(`${SECOND}</sources>`).finish();
    const run = await world.reach(watcher, id, 'done');
    expect(run.text.trim()).toBe(TEXT);
    expect(run.sources).toMatchObject([HOLDS, HOLDS_NOT]);
  });

  it('are asked for and looked for only where the reader wants them', async () => {
    const world = await World.open();
    await world.call('updateSettings', { sources: { marks: false } });
    const [watcher, id] = [world.watch(), await world.start()];
    const answer = await world.answer();
    expect(JSON.stringify(answer.request.messages)).not.toContain('<sources>');
    answer.text(TEXT).finish();
    expect(await world.reach(watcher, id, 'done')).not.toHaveProperty('sources');
  });

  it('are told to be missing for marks whose model has named none, and an answer without marks has none', async () => {
    const world = await World.open();
    const watcher = world.watch();
    const first = await world.start(ask('One?'));
    (await world.answer()).text(TEXT).finish();
    expect((await world.reach(watcher, first, 'done')).sources).toMatchObject([{ n: 1, quote: '', holds: false }, { n: 2, quote: '', holds: false }]);
    const second = await world.start(ask('Two?'));
    (await world.answer(1)).text('It is bright, see a[1] = 2 and [2024].').finish();
    expect(await world.reach(watcher, second, 'done')).toMatchObject({ text: 'It is bright, see a[1] = 2 and [2024].', sources: [] });
  });

  it('survive the background: Continue goes on with the list, and what comes is compared with what was sent', async () => {
    const world = await World.open();
    const first = world.watch();
    const id = await world.start();
    (await world.answer()).text(`${TEXT}\n\n<sources>\n${FIRST}[2] "was bu`);
    await expect.poll(() => first.last?.sources).toMatchObject([HOLDS]);
    await world.reach(first, id, 'streaming');
    await world.call('getRequest', { runId: id });
    await world.restartBackground();
    const watcher = world.watch();
    expect(await world.reach(watcher, id, 'interrupted')).toMatchObject({ sources: [HOLDS] });
    await world.call('continueRun', { runId: id });
    const answer = await world.answer();
    expect(answer.request.messages.at(-2)?.content).toMatch(/\n\n<sources>\n\[1\] "lamp was the brightest on the coast"\n$/);
    expect((await world.call('getRequest', { runId: id }))?.messages).toEqual(answer.request.messages);
    answer.text('[2] "lighthouse was built in 1851"\n</sources>').finish();
    const run = await world.reach(watcher, id, 'done');
    expect(run.text.trim()).toBe(TEXT);
    expect(run.sources).toMatchObject([HOLDS, { n: 2, holds: true, quote: 'lighthouse was built in 1851' }]);
  });

  it('keep the sources that came before the answer broke off', async () => {
    const world = await World.open();
    const [watcher, id] = [world.watch(), await world.start()];
    const answer = await world.answer();
    answer.text(`${TEXT}\n<sources>\n${FIRST}`);
    await expect.poll(() => watcher.last?.sources).toHaveLength(1);
    answer.fail(new world.AppError('stream-broken'));
    expect(await world.reach(watcher, id, 'failed')).toMatchObject({ sources: [HOLDS] });
  });

  it('are words of the selection, where that is what the answer is about', async () => {
    const world = await World.open();
    const [watcher, id] = [world.watch(), await world.start({ ...SUMMARIZE, source: { kind: 'selection', text: 'The lighthouse was built in 1851.' } })];
    (await world.answer()).text(`${TEXT}\n<sources>\n${FIRST}[2] "the lighthouse was built in 1851"`).finish();
    expect((await world.reach(watcher, id, 'done')).sources).toMatchObject([{ holds: false }, { holds: true }]);
  });

  it('are the sentences themselves in a quick summary', async () => {
    const world = await World.open({ key: '' });
    const run = await world.reach(world.watch(), await world.start(), 'done');
    expect(run.sources?.length).toBeGreaterThan(0);
    for (const source of run.sources ?? []) expect(run.text).toContain(`[${source.n}]`);
    expect(run.sources?.[0]).toMatchObject({ holds: true, blockId: 'b1' });
  });
});

it('where answers are held until they have passed, so are the words that are named beside them', async () => {
  const world = await World.open();
  await world.call('updateSettings', { guard: guardOptions({ answer: 'block' }) });
  const [watcher, id] = [world.watch(), await world.start()];
  (await world.answer()).text(`It is bright [1].\n\n<sources>\n${FIRST}[2] "words of harm"`).finish();
  const verdict = await world.answer(1);
  expect(watcher.last?.sources).toEqual([]);
  verdict.text('safe').finish();
  const named = await world.answer(2);
  expect(JSON.stringify(named.request.messages)).toContain('words of harm');
  expect(watcher.last?.sources).toEqual([]);
  named.text('unsafe\nS1').finish();
  expect((await world.reach(watcher, id, 'done')).sources).toMatchObject([{ quote: '', holds: false }]);
});
