import { describe, expect, it } from 'vitest';
import type { Embeddings } from '~/lib/api/embed-texts';
import { addGuard, guardOptions } from '../guard/guard-world';
import { ask, type World } from '../world';
import { makeLongPage, openLongWorld, sentText } from './long-page';

const FACT = 'The foghorn was sold to a museum.';
const QUESTION = 'Who bought the siren?';
const EMBEDDING = { parallel: 4, embeddingModel: 'text-embedding-3-small' };

/** A world whose server knows that a siren is a foghorn, which no word of the page says. */
async function open(options: { accepted?: boolean } = {}): Promise<{ world: World; embedded: string[][] }> {
  const world = await openLongWorld(1, options);
  const page = makeLongPage(30);
  page.blocks.splice(50, 0, { id: 'b999', kind: 'paragraph', text: FACT });
  world.page = page;
  const embedded: string[][] = [];
  world.api.embedTexts = async (_, { texts }): Promise<Embeddings> => {
    embedded.push([...texts]);
    return { vectors: texts.map((text) => (/foghorn|siren/.test(text) ? [1, 0.1] : [0, 1])), usage: { promptTokens: 50 } };
  };
  await world.call('updateSettings', { documents: EMBEDDING });
  return { world, embedded };
}

describe('with a model for embeddings', () => {
  it('a question is answered from what means the same, and all that was sent for that is told and counted', async () => {
    const { world, embedded } = await open();
    const watcher = world.watch();
    const runId = await world.start(ask(QUESTION));
    const answer = await world.answer();
    expect(sentText(answer)).toContain(FACT);
    answer.text('A museum.').finish('stop', { promptTokens: 100 });
    const run = await world.reach(watcher, runId, 'done');
    expect(run.usage?.promptTokens).toBe(100 + 50 * embedded.length);
    expect(embedded.flat()).toContain(QUESTION);
    for (const texts of embedded) expect(texts.length).toBeLessThanOrEqual(64);
    expect((await world.call('getRequest', { runId }))?.embedded).toEqual({ model: EMBEDDING.embeddingModel, passages: run.read?.passages?.total });
  });

  it('a text is embedded once: of the next question only the question', async () => {
    const { world, embedded } = await open();
    const watcher = world.watch();
    const first = await world.start(ask(QUESTION));
    (await world.answer()).text('A museum.').finish();
    await world.reach(watcher, first, 'done');
    embedded.length = 0;
    await world.call('newThread', { tabId: 7 });
    await world.start(ask('What became of the old siren?'));
    expect(sentText(await world.answer(1))).toContain(FACT);
    expect(embedded).toEqual([['What became of the old siren?']]);
  });

  it('that fails, words alone decide', async () => {
    const { world } = await open();
    world.api.embedTexts = async () => { throw new world.AppError('model-unknown'); };
    const watcher = world.watch();
    const runId = await world.start(ask('When was the foghorn sold?'));
    const answer = await world.answer();
    expect(sentText(answer)).toContain(FACT);
    answer.text('In 1911.').finish();
    expect((await world.reach(watcher, runId, 'done')).error).toBeUndefined();
    expect((await world.call('getRequest', { runId }))?.embedded).toBeUndefined();
  });

  it('nothing goes to it before the host was accepted, nor past a checkpoint', async () => {
    const newcomer = await open({ accepted: false });
    await newcomer.world.reach(newcomer.world.watch(), await newcomer.world.start(ask(QUESTION)), 'confirm');
    expect(newcomer.embedded).toEqual([]);
    const { world, embedded } = await open();
    addGuard(world);
    await world.call('updateSettings', { guard: guardOptions({ page: 'warn' }) });
    await world.start(ask(QUESTION));
    await world.answer();
    expect(embedded).toEqual([]);
  });
});
