import { describe, expect, it, vi } from 'vitest';
import { comparedWith, isOpen } from '~/lib/shared/comparison-rules';
import type { Run } from '~/lib/shared/run';
import { makeModel } from './fake-api';
import { ask, SUMMARIZE, type Watcher, World } from './world';

const MODELS = ['maker/one', 'maker/two', 'maker/three'] as const;

/** A world whose server has these models. */
async function open(options?: Parameters<typeof World.open>[0]): Promise<{ world: World; watcher: Watcher }> {
  const world = await World.open(options);
  world.api.bundledModels = [...MODELS, 'maker/other'].map((id) => makeModel(id, { contextLength: 100_000, vision: id !== 'maker/three', price: { input: 1, output: 2 } }));
  await world.call('listModels', { refresh: true });
  return { world, watcher: await world.watchFromNow() };
}

const compare = (world: World, question = 'Who built it?', models: readonly string[] = MODELS) => world.call('compareModels', { tabId: 7, request: ask(question), models: [...models] });
const members = (watcher: Watcher) => comparedWith(watcher.last as Run, watcher.all);
/** The run of a model in the comparison that is shown, once it is. */
const idOf = (watcher: Watcher, model: string) => vi.waitFor(() => {
  const found = watcher.all.find(({ comparison }) => comparison?.model === model);
  if (!found) throw new Error(`no answer of ${model} is shown`);
  return found.id;
});
/** The answer that a model was asked for. */
const asked = (world: World, model: string) => vi.waitFor(() => {
  const found = world.api.answers.findLast(({ request }) => request.model === model);
  if (!found) throw new Error(`${model} was not asked`);
  return found;
});
const say = async (world: World, watcher: Watcher, model: string, text: string) => {
  (await asked(world, model)).text(text).finish();
  await world.reach(watcher, await idOf(watcher, model), 'done');
};
const said = (answer: { request: { messages: { role: string; content: string }[] } }) => answer.request.messages.filter(({ role }) => role !== 'system').map(({ content }) => content).join('\n');

describe('a question to several models', () => {
  it('goes to each of them, about the page that is read once; each answer grows by itself', async () => {
    const { world, watcher } = await open();
    world.executeScript.mockClear();
    await compare(world);
    const answers = await Promise.all(MODELS.map((model) => asked(world, model)));
    // Each has data marks of its own; the rest is the same.
    for (const answer of answers) expect(said(answer)).toContain('Its lamp was the brightest on the coast.');
    expect(world.executeScript.mock.calls.filter(([{ files }]) => files).length).toBe(1);
    answers[1]?.text('A mason.');
    await world.reach(watcher, await idOf(watcher, 'maker/two'), 'streaming');
    await vi.waitFor(() => expect(members(watcher).map(({ text }) => text)).toEqual(['', 'A mason.', '']));
    expect(isOpen(members(watcher))).toBe(true);
    // The conversation shows one turn, not three.
    expect(watcher.runs.map(({ comparison }) => comparison?.model)).toEqual(['maker/one']);
  });

  it('keeps what becomes of one from the others: one fails, one is stopped, one is whole', async () => {
    const { world, watcher } = await open();
    await compare(world);
    (await asked(world, 'maker/one')).fail(new world.AppError('rate-limited', { retryAfter: 60 }));
    (await asked(world, 'maker/two')).text('A ma');
    await world.reach(watcher, await idOf(watcher, 'maker/two'), 'streaming');
    await world.call('stopRun', { runId: await idOf(watcher, 'maker/two') });
    await say(world, watcher, 'maker/three', 'A keeper.');
    expect(members(watcher).map(({ state, text }) => [state, text])).toEqual([['failed', ''], ['stopped', 'A ma'], ['done', 'A keeper.']]);

    // Each is asked again by itself, of its own model, and keeps its place.
    await world.call('retryRun', { runId: await idOf(watcher, 'maker/one') });
    await vi.waitFor(() => expect(world.api.answers).toHaveLength(4));
    await say(world, watcher, 'maker/one', 'Nobody.');
    await world.call('continueRun', { runId: await idOf(watcher, 'maker/two') });
    await vi.waitFor(() => expect(world.api.answers).toHaveLength(5));
    await say(world, watcher, 'maker/two', 'son.');
    expect(members(watcher).map(({ comparison, text }) => [comparison?.place, text])).toEqual([[0, 'Nobody.'], [1, 'A mason.'], [2, 'A keeper.']]);
  });

  it('may be a saved prompt', async () => {
    const { world, watcher } = await open();
    await world.call('savePrompts', { prompts: [{ id: 'a', name: 'Facts', text: 'What does {{page}} say?' }] });
    await world.call('runPrompt', { tabId: 7, id: 'a', source: { kind: 'page' }, models: [...MODELS] });
    const answers = await Promise.all(MODELS.map((model) => asked(world, model)));
    for (const answer of answers) expect(said(answer)).toContain('Its lamp was the brightest on the coast.');
    expect(members(watcher).map(({ request }) => 'promptName' in request && request.promptName)).toEqual(['Facts', 'Facts', 'Facts']);
  });

  it('asks one again while another still writes', async () => {
    const { world, watcher } = await open();
    await compare(world);
    (await asked(world, 'maker/one')).fail(new world.AppError('server-error'));
    await world.reach(watcher, await idOf(watcher, 'maker/one'), 'failed');
    (await asked(world, 'maker/two')).text('A ma');
    await world.reach(watcher, await idOf(watcher, 'maker/two'), 'streaming');
    const failed = await idOf(watcher, 'maker/one');
    await world.call('retryRun', { runId: failed });
    await vi.waitFor(() => expect(world.api.answers).toHaveLength(4));
    await say(world, watcher, 'maker/one', 'Nobody.');
    expect(members(watcher).map(({ state }) => state)).toEqual(['done', 'streaming', 'waiting']);
  });

  it('goes on from the one that is kept, and from it alone; the others are versions', async () => {
    const { world, watcher } = await open();
    await compare(world);
    for (const [index, model] of MODELS.entries()) await say(world, watcher, model, `Answer ${index}.`);
    await world.call('keepAnswer', { runId: await idOf(watcher, 'maker/two') });
    await vi.waitFor(() => expect(watcher.runs.map(({ text }) => text)).toEqual(['Answer 1.']));
    expect(isOpen(members(watcher))).toBe(false);
    await world.start(ask('Are you sure?'));
    const next = await vi.waitFor(() => world.api.answers[3] ?? Promise.reject(new Error('not asked')));
    expect(said(next)).toContain('Answer 1.');
    expect(said(next)).not.toMatch(/Answer [02]/);
    const versions = watcher.events.flatMap((event) => (event.type === 'snapshot' ? [event.versions] : [])).at(-1);
    expect(versions?.[await idOf(watcher, 'maker/two')]?.total).toBe(3);
    await world.call('showVersion', { runId: await idOf(watcher, 'maker/two'), step: -1 });
    await vi.waitFor(() => expect(watcher.runs.at(-1)?.text).not.toBe('Answer 1.'));
    expect(isOpen(members(watcher))).toBe(false);
  });

  it('goes on from the first answer that there is where the reader keeps none', async () => {
    const { world, watcher } = await open();
    await compare(world);
    (await asked(world, 'maker/one')).fail(new world.AppError('server-error'));
    await world.reach(watcher, await idOf(watcher, 'maker/one'), 'failed');
    await say(world, watcher, 'maker/two', 'Second.');
    await say(world, watcher, 'maker/three', 'Third.');
    await world.start(ask('And then?'));
    const next = await vi.waitFor(() => world.api.answers[3] ?? Promise.reject(new Error('not asked')));
    expect(said(next)).toContain('Second.');
    expect(said(next)).not.toContain('Third.');
  });

  it('survives the death of the background: what was there stays side by side, and each goes on by itself', async () => {
    const { world, watcher } = await open();
    await compare(world);
    await say(world, watcher, 'maker/one', 'Whole.');
    (await asked(world, 'maker/two')).text('Half');
    await world.reach(watcher, await idOf(watcher, 'maker/two'), 'streaming');
    const { indexedRuns } = await import('~/lib/storage/indexed-runs');
    await vi.waitFor(async () => expect((await indexedRuns.loadThread(watcher.last?.threadId ?? '')).map(({ run }) => run.text).sort()).toEqual(['', 'Half', 'Whole.']));
    await world.restartBackground();
    const later = await world.watchFromNow();
    expect(members(later).map(({ comparison, state, text }) => [comparison?.model, state, text])).toEqual([
      ['maker/one', 'done', 'Whole.'], ['maker/two', 'interrupted', 'Half'], ['maker/three', 'interrupted', ''],
    ]);
    await world.call('continueRun', { runId: await idOf(later, 'maker/two') });
    await say(world, later, 'maker/two', ' and whole.');
    expect(members(later)[1]?.text).toBe('Half and whole.');
    // Nothing had been heard of the third: its model is asked from the beginning.
    await world.call('continueRun', { runId: await idOf(later, 'maker/three') });
    await say(world, later, 'maker/three', 'Here.');
  });

  it('is asked once however often it is sent, and of no model twice', async () => {
    const { world } = await open();
    const first = await compare(world);
    await Promise.all(MODELS.map((model) => asked(world, model)));
    expect(await compare(world)).toEqual(first);
    expect(world.api.answers).toHaveLength(3);
    await expect(compare(world, 'What?', ['maker/one', 'maker/one'])).rejects.toMatchObject({ code: 'bad-message' });
    await expect(compare(world, 'What?', ['maker/one'])).rejects.toMatchObject({ code: 'bad-message' });
  });

  it('asks as many at a time as the reader has set', async () => {
    const { world, watcher } = await open();
    await world.call('updateSettings', { documents: { parallel: 1, embeddingModel: '' } });
    await compare(world);
    await asked(world, 'maker/one');
    await vi.waitFor(() => expect(members(watcher).map(({ state }) => state)).toEqual(['waiting', 'queued', 'queued']));
    await world.call('stopRun', { runId: await idOf(watcher, 'maker/two') });
    await say(world, watcher, 'maker/one', 'First.');
    await say(world, watcher, 'maker/three', 'Third.');
    expect(world.api.answers.map(({ request }) => request.model)).toEqual(['maker/one', 'maker/three']);
    await world.reach(watcher, await idOf(watcher, 'maker/two'), 'stopped');
  });

  it('is sent to a new server after one question, which holds for all', async () => {
    const { world, watcher } = await open({ accepted: false });
    await compare(world);
    for (const model of MODELS) await world.reach(watcher, await idOf(watcher, model), 'confirm');
    await world.call('confirmRun', { runId: await idOf(watcher, 'maker/two'), accept: true });
    for (const model of MODELS) await say(world, watcher, model, 'Yes.');
  });

  it('is not sent at all when the reader refuses', async () => {
    const { world, watcher } = await open({ accepted: false });
    await compare(world);
    for (const model of MODELS) await world.reach(watcher, await idOf(watcher, model), 'confirm');
    await world.call('confirmRun', { runId: await idOf(watcher, 'maker/one'), accept: false });
    for (const model of MODELS) await world.reach(watcher, await idOf(watcher, model), 'stopped');
    expect(world.api.answers).toHaveLength(0);
  });

  it('never costs more than the day allows: those beyond the limit are not asked', async () => {
    const { world, watcher } = await open();
    const first = await world.start(ask('What?'));
    await world.answer(0);
    const { tokens } = await world.call('getSpending', {});
    expect(tokens).toBeGreaterThan(100);
    await world.call('stopRun', { runId: first });
    await world.call('newThread', { tabId: 7 });
    const { tokens: spent } = await world.call('getSpending', {});
    // Room for two more like it.
    await world.call('updateSettings', { spending: { usd: 0, tokens: spent + Math.floor(tokens * 2.5) } });
    await compare(world);
    await vi.waitFor(() => expect(members(watcher).map(({ state }) => state).sort()).toEqual(['failed', 'waiting', 'waiting']));
    expect(members(watcher).find(({ state }) => state === 'failed')?.error?.code).toBe('daily-limit');
    expect(world.api.answers).toHaveLength(3);
  });

  it('is refused where no server answers', async () => {
    const { world } = await open({ key: '' });
    await expect(compare(world)).rejects.toMatchObject({ code: 'needs-model' });
    expect(await world.call('estimateComparison', { tabId: 7, kind: 'page', version: 1, models: [...MODELS] })).toBeNull();
  });
});

describe('an answer that others are compared with', () => {
  it('stands beside theirs and is not asked for again', async () => {
    const { world, watcher } = await open();
    await world.call('updateSettings', { chatModel: 'maker/other' });
    const first = await world.start(SUMMARIZE);
    (await world.answer(0)).text('Short.').finish();
    await world.reach(watcher, first, 'done');
    const estimates = await world.call('estimateComparison', { tabId: 7, kind: 'page', version: 1, models: ['maker/one'], runId: first });
    expect(estimates?.[0]?.estimate).toMatchObject({ model: 'maker/one', price: { input: 1, output: 2 } });
    await world.call('compareAnswer', { runId: first, models: ['maker/one', 'maker/two'] });
    await say(world, watcher, 'maker/one', 'Shorter.');
    await say(world, watcher, 'maker/two', 'Shortest.');
    expect(members(watcher).map(({ comparison, text }) => [comparison?.model, text])).toEqual([['maker/other', 'Short.'], ['maker/one', 'Shorter.'], ['maker/two', 'Shortest.']]);
    expect(watcher.last?.id).toBe(first);
    expect(world.api.answers).toHaveLength(3);
  });

  it('keeps what has followed it, while the comparison is looked at', async () => {
    const { world, watcher } = await open();
    const first = await world.start(ask('What?'));
    (await world.answer(0)).text('A lamp.').finish();
    await world.reach(watcher, first, 'done');
    const second = await world.start(ask('And?'));
    (await world.answer(1)).text('More.').finish();
    await world.reach(watcher, second, 'done');
    await world.call('compareAnswer', { runId: first, models: ['maker/two'] });
    await say(world, watcher, 'maker/two', 'A tower.');
    expect(watcher.runs.map(({ text }) => text)).toEqual(['A tower.']);
    await world.call('keepAnswer', { runId: first });
    await vi.waitFor(() => expect(watcher.runs.map(({ text }) => text)).toEqual(['A lamp.', 'More.']));
  });

  it('is compared again once it was kept: those that were not kept stay as versions', async () => {
    const { world, watcher } = await open();
    await compare(world, 'Who?', ['maker/one', 'maker/two']);
    await say(world, watcher, 'maker/one', 'First.');
    await say(world, watcher, 'maker/two', 'Second.');
    const kept = await idOf(watcher, 'maker/two');
    await expect(world.call('compareAnswer', { runId: kept, models: ['maker/three'] })).rejects.toMatchObject({ code: 'bad-message' });
    await world.call('keepAnswer', { runId: kept });
    await world.call('compareAnswer', { runId: kept, models: ['maker/three'] });
    await say(world, watcher, 'maker/three', 'Third.');
    expect(members(watcher).map(({ comparison, text }) => [comparison?.model, text])).toEqual([['maker/two', 'Second.'], ['maker/three', 'Third.']]);
    expect(isOpen(members(watcher))).toBe(true);
    expect(world.api.answers).toHaveLength(3);
    await world.call('keepAnswer', { runId: await idOf(watcher, 'maker/three') });
    await vi.waitFor(() => expect(watcher.runs.map(({ text }) => text)).toEqual(['Third.']));
    expect(watcher.events.flatMap((event) => (event.type === 'snapshot' ? [event.versions] : [])).at(-1)?.[watcher.last?.id ?? '']?.total).toBe(3);
  });

  it('keeps its place when it is asked for again, and the old one stays as a version', async () => {
    const { world, watcher } = await open();
    await compare(world, 'Who?', ['maker/one', 'maker/two']);
    await say(world, watcher, 'maker/one', 'First.');
    await say(world, watcher, 'maker/two', 'Second.');
    await world.call('retryRun', { runId: await idOf(watcher, 'maker/one') });
    await vi.waitFor(() => expect(world.api.answers).toHaveLength(3));
    world.api.answers[2]?.text('Better.').finish();
    await vi.waitFor(() => expect(members(watcher).map(({ text, state }) => [text, state])).toEqual([['Better.', 'done'], ['Second.', 'done']]));
    expect(world.api.answers[2]?.request.model).toBe('maker/one');
  });
});
