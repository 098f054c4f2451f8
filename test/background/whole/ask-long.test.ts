import { describe, expect, it } from 'vitest';
import { ask } from '../world';
import { answerAll, factOf, openLongWorld, partOf, sentText } from './long-page';

const QUESTION = 'What is the number of lighthouse 7?';

describe('a question about a page larger than the model', () => {
  it('is answered from the passages that fit it, and says how many', async () => {
    const world = await openLongWorld(9);
    const watcher = world.watch();
    const runId = await world.start(ask(QUESTION));
    const answer = await world.answer();
    answer.text('7007.').finish();
    const run = await world.reach(watcher, runId, 'done');
    expect(sentText(answer)).toContain(factOf(6));
    expect(run.read?.passages).toMatchObject({ matched: true });
    expect(run.read?.passages?.chosen).toBeLessThan(run.read?.passages?.total ?? 0);
    expect(sentText(answer)).toContain(`of its ${run.read?.passages?.total} passages ${run.read?.passages?.chosen} are quoted`);
    expect(run.parts).toBeUndefined();
  });

  it('that is short is understood with the one before', async () => {
    const world = await openLongWorld(30);
    const watcher = world.watch();
    const first = await world.start(ask('Tell me the number of lighthouse 23, please.'));
    (await world.answer()).text('7023.').finish();
    await world.reach(watcher, first, 'done');
    await world.start(ask('Sure?'));
    expect(sentText(await world.answer(1))).toContain(factOf(22));
  });

  it('goes through all of it when the reader wants that, with the question in every part', async () => {
    const world = await openLongWorld(9);
    answerAll(world, (answer) => {
      if (!partOf(answer) && !sentText(answer).includes('Do not answer it')) return false;
      const part = /Note what stands in part (\d+) of (\d+)/.exec(sentText(answer))?.[1];
      if (!part) return false;
      answer.text(`- Found in part ${part}.`).finish();
      return true;
    });
    const watcher = world.watch();
    const runId = await world.start({ ...ask(QUESTION), whole: true } as ReturnType<typeof ask>);
    const run = await world.reach(watcher, runId, 'done');
    const parts = world.api.answers.slice(0, -1);
    for (let i = 0; i < 9; i++) expect(parts.filter((answer) => sentText(answer).includes(factOf(i)))).toHaveLength(1);
    for (const part of parts) expect(sentText(part)).toContain(QUESTION);
    const final = sentText(world.api.answers.at(-1) as never);
    for (let i = 1; i <= (run.parts?.total ?? 0); i++) expect(final).toContain(`Found in part ${i}.`);
    expect(run).toMatchObject({ text: 'Whole answer.', read: { wordsRead: run.read?.wordsTotal }, parts: { step: 'answer', missing: [] } });
    expect(run.read?.passages).toBeUndefined();
  });
});
