import { describe, expect, it, vi } from 'vitest';
import type { RunRequest } from '~/lib/shared/run';
import { makeModel } from './fake-api';
import { guardOptions } from './guard/guard-world';
import { ask, makePage, World } from './world';

const SEARCHED = { ...ask('Who made the lamp?'), web: true } as RunRequest;
const FOUND = [{ n: 1, url: 'https://museum.example/', title: 'Lamps', date: '2026-03-01' }, { n: 3, url: 'http://town.example/' }];

async function open(chatModel: string): Promise<World> {
  const world = await World.open();
  await world.call('updateSettings', { chatModel });
  return world;
}
const system = (request: { messages: { content: string }[] }) => request.messages[0]?.content ?? '';

describe('a question that is looked up on the web', () => {
  it('has the model search in its way, and keeps what it found as sources with the numbers of its marks', async () => {
    const world = await open('perplexity/sonar');
    const runId = await world.start(SEARCHED);
    const answer = await world.answer();
    expect(answer.request.webSearch).toBe('search_mode');
    expect(system(answer.request)).toContain('search the web as well');
    // The numbers are those of the search: the page's own words are not to be numbered as well.
    expect(JSON.stringify(answer.request.messages)).not.toContain('<sources>');
    expect(await world.call('getRequest', { runId })).toMatchObject({ web: 'asked' });
    const watcher = world.watch();
    answer.text('In Paris [1], says the town [3].').citations(FOUND).finish();
    await vi.waitFor(() => expect(watcher.last?.state).toBe('done'));
    expect(watcher.last?.text).toBe('In Paris [1], says the town [3].');
    expect(watcher.last?.sources).toEqual([
      { kind: 'web', n: 1, mark: 1, url: 'https://museum.example/', title: 'Lamps', date: '2026-03-01' },
      { kind: 'web', n: 2, mark: 3, url: 'http://town.example/', title: '' },
    ]);
  });

  it('of a model that cannot search is an ordinary question', async () => {
    const world = await open('gpt-4o-mini');
    const runId = await world.start(SEARCHED);
    const { request } = await world.answer();
    expect(request.webSearch).toBeUndefined();
    expect(system(request)).not.toContain('search the web');
    expect(await world.call('getRequest', { runId })).not.toHaveProperty('web');
  });

  it('is only one that the reader wants looked up', async () => {
    const world = await open('alibaba/qwen3.6-flash');
    await world.start(ask('Who made the lamp?'));
    expect((await world.answer()).request.webSearch).toBeUndefined();
  });

  it('is shown with all its fields under "What is sent"', async () => {
    const world = await open('perplexity/sonar');
    const describe = vi.fn<typeof world.api.describeRequest>((_, { model }) => ({ model }));
    world.api.describeRequest = describe;
    const runId = await world.start(SEARCHED);
    await world.answer();
    await world.call('getRequestBody', { runId });
    expect(describe.mock.lastCall?.[1]).toMatchObject({ model: 'perplexity/sonar', webSearch: 'search_mode' });
  });

  it('is told of a model that searches in any case, whose marks stay those of the page', async () => {
    const world = await open('perplexity/sonar');
    const [watcher, runId] = [world.watch(), await world.start(ask('Who made the lamp?'))];
    const answer = await world.answer();
    expect(answer.request.webSearch).toBeUndefined();
    expect(await world.call('getRequest', { runId })).toMatchObject({ web: 'always' });
    answer.text('Nobody knows.').citations(FOUND).finish();
    expect((await world.reach(watcher, runId, 'done')).sources).toEqual([]);
  });

  it('goes on after Continue with the pages of both; a mark that counts another page than before leads to neither', async () => {
    const world = await open('perplexity/sonar');
    const [watcher, runId] = [world.watch(), await world.start(SEARCHED)];
    (await world.answer()).text('In Paris [1], says the town [3],').citations(FOUND).finish('length');
    await world.reach(watcher, runId, 'done');
    await world.call('continueRun', { runId });
    const rest = await world.answer(1);
    expect(rest.request.webSearch).toBe('search_mode');
    rest.text(' in 1851 [1].').citations([{ n: 1, url: 'https://other.example/' }, { n: 3, url: 'http://town.example/' }]).finish();
    await vi.waitFor(() => expect(watcher.last).toMatchObject({ state: 'done', finish: 'stop' }));
    expect(watcher.last?.sources?.map(({ n, mark }) => [n, mark])).toEqual([[1, undefined], [2, 3], [3, undefined]]);
  });

  it('is looked up when the answer is written from all of a long page, too', async () => {
    const world = await open('perplexity/sonar');
    const paragraph = 'The harbour has a long history, and many ships have come to it over the years. ';
    world.api.bundledModels = [makeModel('perplexity/sonar', { contextLength: 8_000 })];
    world.page = makePage({ blocks: Array.from({ length: 60 }, (_, i) => ({ id: `b${i + 1}`, kind: 'paragraph' as const, text: paragraph.repeat(12) })), wordCount: 10_800 });
    const [watcher, runId] = [world.watch(), await world.start({ ...SEARCHED, whole: true } as RunRequest)];
    const asked = new Set<number>();
    await vi.waitFor(() => {
      world.api.answers.forEach((answer, index) => {
        if (asked.has(index)) return;
        asked.add(index);
        if (answer.request.webSearch) answer.text('In Paris [1].').citations(FOUND).finish();
        else answer.text('Notes.').finish();
      });
      expect(watcher.last?.state).toBe('done');
    });
    const searching = world.api.answers.filter((answer) => answer.request.webSearch).map(({ request }) => request);
    expect(world.api.answers.length).toBeGreaterThan(2);
    expect(searching.map(system)).toEqual([expect.stringContaining('search the web as well')]);
    expect(await world.call('getRequest', { runId })).toMatchObject({ web: 'asked' });
    expect(watcher.last?.sources).toMatchObject([{ kind: 'web', mark: 1 }, { kind: 'web', mark: 3 }]);
  });

  it('shows, where answers are held until they have passed, no pages before their titles have', async () => {
    const world = await open('perplexity/sonar');
    await world.call('updateSettings', { guard: guardOptions({ answer: 'block' }) });
    const [watcher, runId] = [world.watch(), await world.start(SEARCHED)];
    (await world.answer()).text('In Paris [1].').citations([{ n: 1, url: 'https://museum.example/', title: 'Words of harm' }]).finish();
    (await world.answer(1)).text('safe').finish();
    const titles = await world.answer(2);
    expect(JSON.stringify(titles.request.messages)).toContain('Words of harm');
    expect(watcher.last?.sources).toEqual([]);
    titles.text('unsafe\nS1').finish();
    expect((await world.reach(watcher, runId, 'done')).sources).toEqual([]);
  });
});
