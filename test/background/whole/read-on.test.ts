import { describe, expect, it, vi } from 'vitest';
import type { FakeAnswer } from '../fake-api';
import { SUMMARIZE, type World } from '../world';
import { answerAll, makeLongPage, openLongWorld, partOf, sentText, USAGE } from './long-page';

const SECTIONS = 9;

/** The request in which the answer itself is asked for. */
const last = (world: World) => world.api.answers.at(-1) as FakeAnswer;

describe('when it ends early', () => {
  it('Stop keeps the notes there are, says how much was read, and Continue asks about the rest only', async () => {
    const world = await openLongWorld(SECTIONS);
    const watcher = world.watch();
    const runId = await world.start();
    for (const n of [0, 1, 2]) (await world.answer(n)).text(`- Note ${n}.`).finish('stop', USAGE);
    await vi.waitFor(() => expect(watcher.last?.parts?.done).toBe(3));
    await world.call('stopRun', { runId });
    const stopped = await world.reach(watcher, runId, 'stopped');
    for (const n of [0, 1, 2]) expect(stopped.text).toContain(`- Note ${n}.`);
    expect(stopped.parts?.step).toBe('parts');
    const { wordsRead = 0, wordsTotal = 0 } = stopped.read ?? {};
    expect(wordsRead / wordsTotal).toBeCloseTo(3 / SECTIONS, 1);
    const asked = world.api.answers.length;
    answerAll(world);
    await world.call('continueRun', { runId });
    const done = await world.reach(watcher, runId, 'done');
    expect(done.text).toBe('Whole answer.');
    const again = world.api.answers.slice(asked).flatMap((answer) => partOf(answer) ?? []);
    expect(again.sort((a, b) => a - b)).toEqual(Array.from({ length: (done.parts?.total ?? 0) - 3 }, (_, i) => i + 4));
    for (const n of [0, 1, 2]) expect(sentText(last(world))).toContain(`- Note ${n}.`);
    expect(done.read?.wordsRead).toBe(wordsTotal);
  });

  it('a background that dies in part 5 goes on at part 5, and pays for none twice', async () => {
    const world = await openLongWorld(SECTIONS);
    await world.call('updateSettings', { documents: { parallel: 1, embeddingModel: '' } });
    const before = world.watch();
    const runId = await world.start();
    for (const n of [0, 1, 2, 3]) (await world.answer(n)).text(`- Note ${n}.`).finish('stop', USAGE);
    await world.answer(4);
    await vi.waitFor(() => expect(before.last?.parts?.done).toBe(4));
    // As far as it has come by then is on disk.
    await vi.waitFor(async () => {
      const { indexedParts } = await import('~/lib/storage/indexed-parts');
      expect((await indexedParts.load(runId)).filter(({ result }) => result)).toHaveLength(4);
    });
    world.page = makeLongPage(1);
    await world.restartBackground();
    const after = world.watch();
    const interrupted = await world.reach(after, runId, 'interrupted');
    expect(interrupted.parts).toMatchObject({ done: 4, step: 'parts' });
    answerAll(world);
    await world.call('continueRun', { runId });
    const done = await world.reach(after, runId, 'done');
    const asked = world.api.answers.flatMap((answer) => partOf(answer) ?? []);
    expect(asked).toEqual(Array.from({ length: (done.parts?.total ?? 0) - 4 }, (_, i) => i + 5));
    for (const n of [0, 1, 2, 3]) expect(sentText(last(world))).toContain(`- Note ${n}.`);
    expect(done.usage?.promptTokens).toBe(100 * (4 + world.api.answers.length));
  });

  it('after the parts are read, what puts them together is not paid for twice either', async () => {
    const world = await openLongWorld(40, { contextLength: 3_000 });
    const isJoin = (answer: FakeAnswer) => sentText(answer).includes('Make one set of notes');
    const long = (answer: FakeAnswer) => {
      if (!partOf(answer)) return false;
      answer.text(`- ${'Something to note. '.repeat(60)}`).finish();
      return true;
    };
    // The second of the requests that put notes together is never answered.
    let joins = 0;
    answerAll(world, (answer) => long(answer) || (isJoin(answer) && ++joins === 2));
    await world.call('updateSettings', { documents: { parallel: 1, embeddingModel: '' } });
    const runId = await world.start();
    await vi.waitFor(() => expect(joins).toBe(2));
    const first = world.api.answers.find(isJoin) as FakeAnswer;
    const notesOf = (answer: FakeAnswer) => /Notes:\n\n([^]*?)\n<\/page-/.exec(sentText(answer))?.[1];
    await vi.waitFor(async () => {
      const { indexedParts } = await import('~/lib/storage/indexed-parts');
      expect((await indexedParts.load(runId)).some(({ level, result }) => level === 1 && result)).toBe(true);
    });
    await world.restartBackground();
    const after = world.watch();
    await world.reach(after, runId, 'interrupted');
    answerAll(world, long);
    await world.call('continueRun', { runId });
    await world.reach(after, runId, 'done');
    expect(world.api.answers.some((answer) => partOf(answer))).toBe(false);
    expect(world.api.answers.map(notesOf)).not.toContain(notesOf(first));
  });

  it('in the middle of the answer, it is continued like any other', async () => {
    const world = await openLongWorld(SECTIONS);
    answerAll(world, (answer) => {
      if (partOf(answer)) return false;
      answer.text('Half of');
      return true;
    });
    const before = world.watch();
    const runId = await world.start();
    await world.reach(before, runId, 'streaming');
    const asked = last(world).request.messages;
    await world.call('stopRun', { runId });
    const { text } = await world.reach(before, runId, 'stopped');
    expect(text).toBe('Half of');
    await world.call('continueRun', { runId });
    const rest = await vi.waitFor(() => {
      expect(last(world).request.messages.slice(0, -2)).toEqual(asked);
      return last(world);
    });
    expect(rest.request.messages.at(-2)).toMatchObject({ role: 'assistant', content: 'Half of' });
    await world.call('stopRun', { runId });
  });
});

describe('a private window', () => {
  it('leaves nothing of the parts on disk, yet goes on after the background has died', async () => {
    const world = await openLongWorld(SECTIONS);
    world.tabs.set(9, { id: 9, url: 'https://private.example/', title: 'Private', incognito: true });
    const before = world.watch(9);
    const runId = await world.start(SUMMARIZE, 9);
    (await world.answer(0)).text('- Note 0.').finish();
    await vi.waitFor(() => expect(before.last?.parts?.done).toBe(1));
    await world.restartBackground();
    const after = world.watch(9);
    await world.reach(after, runId, 'interrupted');
    answerAll(world);
    await world.call('continueRun', { runId });
    await world.reach(after, runId, 'done');
    expect(sentText(last(world))).toContain('- Note 0.');
    const { openDatabase } = await import('~/lib/storage/database');
    expect(await (await openDatabase()).count('parts')).toBe(0);
  });
});

it('a model that is withdrawn in the middle: the one that is chosen then goes on with the rest', async () => {
  const world = await openLongWorld(SECTIONS);
  await world.call('updateSettings', { documents: { parallel: 1, embeddingModel: '' } });
  const withdrawn = (answer: { request: { model: string } }) => answer.request.model !== 'test/successor';
  answerAll(world, (answer) => {
    if (!withdrawn(answer) || (partOf(answer) ?? 0) < 5) return false;
    answer.fail(new world.AppError('model-unknown'));
    return true;
  });
  const watcher = world.watch();
  const runId = await world.start();
  expect(await world.reach(watcher, runId, 'failed')).toMatchObject({ error: { code: 'model-unknown' }, parts: { done: 4 } });
  // Without another choice it is tried once more, and nothing is lost by that.
  await world.call('continueRun', { runId });
  await vi.waitFor(() => expect(world.api.answers).toHaveLength(6));
  expect((await world.reach(watcher, runId, 'failed')).parts).toMatchObject({ done: 4 });
  await world.call('updateSettings', { chatModel: 'test/successor' });
  await world.call('continueRun', { runId });
  expect(await world.reach(watcher, runId, 'done')).toMatchObject({ text: 'Whole answer.', model: 'test/successor' });
  expect(world.api.answers.map(partOf)).toEqual([1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, undefined]);
  expect(world.api.answers.at(-1)?.request.model).toBe('test/successor');
});
