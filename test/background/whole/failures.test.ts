import { describe, expect, it, vi } from 'vitest';
import { addGuard, guardOptions } from '../guard/guard-world';
import { answerAll, factOf, makeLongPage, openLongWorld, partOf, sentText } from './long-page';

const SECTIONS = 9;

describe('a part that fails', () => {
  it('by the filter of the provider is left out: the others go on, the answer says which is missing, and the percentage is honest', async () => {
    const world = await openLongWorld(SECTIONS);
    answerAll(world, (answer) => {
      if (partOf(answer) !== 4) return false;
      answer.text('Sorry').finish('filtered');
      return true;
    });
    const watcher = world.watch();
    const runId = await world.start();
    const run = await world.reach(watcher, runId, 'done');
    expect(run.parts).toMatchObject({ done: SECTIONS - 1, total: SECTIONS, missing: [{ part: 4, error: { code: 'content-filtered' } }] });
    const { wordsRead = 0, wordsTotal = 0 } = run.read ?? {};
    expect(wordsRead / wordsTotal).toBeCloseTo(8 / 9, 2);
    const final = world.api.answers.at(-1);
    expect(final && sentText(final)).toContain('the notes cover 88 % of it');
    expect(final && sentText(final)).not.toContain(factOf(3));
  });

  it('is read again alone when the reader asks, and a new answer is made of all', async () => {
    const world = await openLongWorld(SECTIONS);
    let fails = true;
    answerAll(world, (answer) => {
      if (partOf(answer) !== 4 || !fails) return false;
      answer.fail(new world.AppError('server-error', { status: 500 }));
      return true;
    });
    const watcher = world.watch();
    const runId = await world.start();
    await world.reach(watcher, runId, 'done');
    const asked = world.api.answers.length;
    fails = false;
    await world.call('retryParts', { runId });
    await vi.waitFor(() => expect(watcher.last).toMatchObject({ state: 'done', parts: { missing: [], step: 'answer' } }));
    const again = world.api.answers.slice(asked);
    expect(again.map(partOf)).toEqual([4, undefined]);
    expect(sentText(again[1] as never)).toContain(factOf(3));
    expect(watcher.last?.read?.wordsRead).toBe(watcher.last?.read?.wordsTotal);
    expect(watcher.last?.text).toBe('Whole answer.');
  });

  it('again and again leaves the answer as it was', async () => {
    const world = await openLongWorld(SECTIONS);
    answerAll(world, (answer) => {
      if (partOf(answer) !== 4) return false;
      answer.fail(new world.AppError('content-filtered'));
      return true;
    });
    const watcher = world.watch();
    const runId = await world.start();
    await world.reach(watcher, runId, 'done');
    const asked = world.api.answers.length;
    await world.call('retryParts', { runId });
    await vi.waitFor(() => expect(world.api.answers).toHaveLength(asked + 1));
    const run = await world.reach(watcher, runId, 'done');
    expect(run.text).toBe('Whole answer.');
    expect(run.parts?.missing).toHaveLength(1);
  });

  it('as every other does ends the run with that reason', async () => {
    const world = await openLongWorld(3);
    answerAll(world, (answer) => {
      answer.finish('filtered');
      return true;
    });
    const watcher = world.watch();
    const run = await world.reach(watcher, await world.start(), 'failed');
    expect(run.error?.code).toBe('content-filtered');
    expect(run.text).toBe('');
  });

  it('for a reason that meets all ends the reading; what is there stays, and is not paid for again', async () => {
    const world = await openLongWorld(SECTIONS);
    await world.call('updateSettings', { documents: { parallel: 1, embeddingModel: '' } });
    let hasCredits = false;
    answerAll(world, (answer) => {
      if (hasCredits || (partOf(answer) ?? 0) < 3) return false;
      answer.fail(new world.AppError('no-credits'));
      return true;
    });
    const watcher = world.watch();
    const runId = await world.start();
    const failed = await world.reach(watcher, runId, 'failed');
    expect(failed).toMatchObject({ error: { code: 'no-credits' }, parts: { done: 2 } });
    expect(failed.text).toContain(factOf(1));
    expect(world.api.answers).toHaveLength(3);
    hasCredits = true;
    await world.call('continueRun', { runId });
    const done = await world.reach(watcher, runId, 'done');
    expect(done.text).toBe('Whole answer.');
    expect(world.api.answers.slice(3).map(partOf)).toEqual([3, 4, 5, 6, 7, 8, 9, undefined]);
  });

  it('like three before it makes the server the culprit', async () => {
    const world = await openLongWorld(SECTIONS);
    await world.call('updateSettings', { documents: { parallel: 1, embeddingModel: '' } });
    answerAll(world, (answer) => {
      if (partOf(answer) === 1) return false;
      answer.fail(new world.AppError('server-error', { status: 500 }));
      return true;
    });
    const watcher = world.watch();
    const run = await world.reach(watcher, await world.start(), 'failed');
    expect(run.error?.code).toBe('server-error');
    expect(world.api.answers).toHaveLength(5);
  });

  it('by the length of its notes counts as read in part, and is named', async () => {
    const world = await openLongWorld(3);
    answerAll(world, (answer) => {
      if (partOf(answer) !== 2) return false;
      answer.text('- The beginning of').finish('length');
      return true;
    });
    const watcher = world.watch();
    const run = await world.reach(watcher, await world.start(), 'done');
    expect(run.parts?.missing).toEqual([{ part: 2 }]);
    expect(run.read?.wordsRead).toBeLessThan(run.read?.wordsTotal ?? 0);
    expect(sentText(world.api.answers.at(-1) as never)).toContain('The beginning of');
  });
});

describe('a busy server', () => {
  it('is left alone by all parts for as long as it asks', async () => {
    const world = await openLongWorld(SECTIONS);
    let refusedAt = 0;
    const askedAt: number[] = [];
    answerAll(world, (answer) => {
      askedAt.push(Date.now());
      if (refusedAt > 0) return false;
      refusedAt = Date.now();
      answer.fail(new world.AppError('rate-limited', { retryAfter: 1 }));
      return true;
    });
    const watcher = world.watch();
    const run = await world.reach(watcher, await world.start(), 'done');
    expect(run.parts?.missing).toEqual([]);
    expect(world.api.answers.filter((answer) => partOf(answer) === 1)).toHaveLength(2);
    // Four were under way; whatever came then had to wait.
    for (const at of askedAt.slice(4)) expect(at - refusedAt).toBeGreaterThanOrEqual(1_000);
  });
});

describe('a server that takes less than was believed', () => {
  it('gets a page that does not fit in parts', async () => {
    const world = await openLongWorld(4, { contextLength: 100_000 });
    answerAll(world, (answer) => {
      if (partOf(answer)) return false;
      if (world.api.answers.length > 1) return false;
      answer.fail(new world.AppError('context-too-long'));
      return true;
    });
    const watcher = world.watch();
    const run = await world.reach(watcher, await world.start(), 'done');
    expect(run.parts?.total).toBeGreaterThan(1);
    expect(run.read?.wordsRead).toBe(run.read?.wordsTotal);
    const parts = world.api.answers.filter((answer) => partOf(answer));
    for (let i = 0; i < 4; i++) expect(parts.filter((answer) => sentText(answer).includes(factOf(i)))).toHaveLength(1);
  });

  it('gets smaller parts, without asking again about those it took', async () => {
    const world = await openLongWorld(6, { contextLength: 6_000 });
    await world.call('updateSettings', { documents: { parallel: 1, embeddingModel: '' } });
    const isLarge = (text: string) => text.length > 9_000;
    const taken = new Set<string>();
    answerAll(world, (answer) => {
      const text = sentText(answer);
      if (!partOf(answer)) return false;
      if (isLarge(text) && taken.size > 0) {
        answer.fail(new world.AppError('context-too-long'));
        return true;
      }
      for (let i = 0; i < 6; i++) if (text.includes(factOf(i))) {
        expect(taken.has(factOf(i)), factOf(i)).toBe(false);
        taken.add(factOf(i));
      }
      return false;
    });
    const watcher = world.watch();
    const run = await world.reach(watcher, await world.start(), 'done');
    expect(taken.size).toBe(6);
    expect(run.read?.wordsRead).toBe(run.read?.wordsTotal);
    for (let i = 0; i < 6; i++) expect(sentText(world.api.answers.at(-1) as never)).toContain(factOf(i));
  });

  it('than any part ends in words', async () => {
    const world = await openLongWorld(2);
    answerAll(world, (answer) => {
      answer.fail(new world.AppError('context-too-long'));
      return true;
    });
    const watcher = world.watch();
    const run = await world.reach(watcher, await world.start(), 'failed');
    expect(run.error?.code).toBe('context-too-long');
    expect(world.api.answers.length).toBeLessThan(40);
  });
});

describe('a single block larger than the context', () => {
  it('is read whole', async () => {
    const world = await openLongWorld(1);
    const text = Array.from({ length: 700 }, (_, i) => `Lamp number ${i} was lit by the keeper at dusk.`).join(' ');
    world.page = { ...makeLongPage(0), blocks: [{ id: 'b1', kind: 'paragraph', text }], wordCount: 7_000 };
    answerAll(world);
    const watcher = world.watch();
    const run = await world.reach(watcher, await world.start(), 'done');
    expect(run.read?.wordsRead).toBe(7_000);
    const sent = world.api.answers.filter((answer) => partOf(answer)).map(sentText).join('\n');
    for (let i = 0; i < 700; i++) expect(sent.split(`Lamp number ${i} was lit by the keeper at dusk.`), `${i}`).toHaveLength(2);
  });
});

describe('the checkpoints of the guard', () => {
  it('hold for every part: nothing of a page is sent when one of its parts is unsafe', async () => {
    const world = await openLongWorld(SECTIONS);
    const page = makeLongPage(SECTIONS);
    page.blocks.push({ id: 'b99', kind: 'paragraph', text: 'This is BAD.' });
    world.page = page;
    const guard = addGuard(world);
    await world.call('updateSettings', { guard: guardOptions({ page: 'block' }) });
    const watcher = world.watch();
    const run = await world.reach(watcher, await world.start(), 'failed');
    expect(run.error?.code).toBe('guard-blocked');
    expect(guard.asked.join(' ')).toContain('This is BAD.');
    expect(world.api.answers).toHaveLength(0);
  });

  it('hold for what is written about every part: what is unsafe goes neither into the answer nor before the reader', async () => {
    const world = await openLongWorld(SECTIONS);
    answerAll(world, (answer) => {
      if (partOf(answer) !== 2) return false;
      answer.text('BAD words.').finish();
      return true;
    });
    addGuard(world);
    await world.call('updateSettings', { guard: guardOptions({ answer: 'block' }) });
    const watcher = world.watch();
    const run = await world.reach(watcher, await world.start(), 'done');
    expect(run.parts?.missing).toMatchObject([{ part: 2, error: { code: 'guard-blocked' } }]);
    expect(sentText(world.api.answers.at(-1) as never)).not.toContain('BAD words.');
    expect(run.text).toBe('Whole answer.');
    expect(run.guard).toMatchObject([{ checkpoint: 'answer', outcome: 'blocked' }]);
  });
});
