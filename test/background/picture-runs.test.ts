import { beforeEach, describe, expect, it, vi } from 'vitest';
import { passCheckpoint } from '~/lib/background/guard/pass-checkpoint';
import { DEFAULT_GUARD_OPTIONS } from '~/lib/shared/guard';
import { BLIND, base64, finish, forgetImages, FOUND, image, makeAcquired, openWorld, PNG, SEEING, sentImages, view } from './picture-world';
import { ask } from './world';

const page = vi.hoisted(() => ({ acquirePicture: vi.fn(), acquireView: vi.fn(), find: vi.fn() }));
vi.mock('~/lib/background/pictures/acquire', () => page);
vi.mock('~/lib/background/pictures/run-reader', () => ({ runReader: (_tab: number, _job: string, input: unknown) => page.find(input) as unknown }));

beforeEach(() => {
  page.acquirePicture.mockReset().mockResolvedValue(makeAcquired('red'));
  page.acquireView.mockReset().mockResolvedValue(makeAcquired('screen'));
  page.find.mockReset().mockResolvedValue(FOUND);
});

describe('a run about a picture', () => {
  it('shows the picture before the first word, and sends it with what the page says about it', async () => {
    const world = await openWorld();
    const watcher = world.watch();
    const runId = await world.start(image);
    const answer = await world.answer();
    const waiting = await world.reach(watcher, runId, 'waiting');
    expect(waiting.pictures).toEqual([{
      imageIds: ['id-red'], thumbnail: 'data:image/jpeg;base64,AAAA', name: 'A wall', ref: { src: FOUND.src, id: 'p3' }, way: 'page',
      width: 600, height: 400, animated: false,
    }]);
    const { model, messages, images } = answer.request;
    expect(model).toBe(SEEING.id);
    expect(messages.at(-1)).toMatchObject({ role: 'user', images: [{ imageId: 'id-red', mediaType: PNG, width: 300, height: 200 }] });
    expect(messages.at(-1)?.content).toMatch(/Title: The lighthouse[^]*Caption: The customs house[^]*Painted in 1907\./);
    expect(images).toEqual(new Map([['id-red', base64('red')]]));
    answer.text('A red wall.').finish('stop', { promptTokens: 900 });
    expect(await world.reach(watcher, runId, 'done')).toMatchObject({ text: 'A red wall.', usage: { promptTokens: 900 } });
    expect(watcher.last).not.toHaveProperty('read');
  });

  it('is sent in the size that was chosen, and as an address only to servers that fetch', async () => {
    const world = await openWorld();
    await world.call('updateSettings', { pictures: { maxSide: 768, language: 'de', restoreOrigins: [] }, chatModel: 'anthropic/claude-sonnet-5' });
    const watcher = world.watch();
    const { answer } = await finish(world, watcher, image);
    expect(page.acquirePicture.mock.lastCall?.[2]).toEqual({ maxSide: 768, mayReveal: true, mayUseAddress: false });
    expect(answer.request.messages.at(-1)?.content).toContain('Write in German');
    await world.call('updateSettings', { chatModel: '' });
    page.acquirePicture.mockResolvedValue({ ...makeAcquired(), url: 'https://example.org/a.png', way: 'address', thumbnail: '' });
    const second = await finish(world, watcher, image);
    expect(page.acquirePicture.mock.lastCall?.[2]).toMatchObject({ mayUseAddress: true });
    expect(second.answer.request.messages.at(-1)?.images).toEqual([{ type: 'image', url: 'https://example.org/a.png', width: 600, height: 400 }]);
    expect(second.answer.request).not.toHaveProperty('images');
  });

  it('is sent as an address nowhere where pictures must pass the guard, which would fetch it by itself', async () => {
    const world = await openWorld();
    await world.call('updateSettings', { guard: { ...DEFAULT_GUARD_OPTIONS, strict: true } });
    page.acquirePicture.mockRejectedValue(new world.AppError('image-unreachable'));
    const runId = await world.start(image);
    expect((await world.reach(world.watch(), runId, 'failed')).error?.code).toBe('image-unreachable');
    expect(page.acquirePicture.mock.lastCall?.[2]).toMatchObject({ mayUseAddress: false });
  });

  it('that was sent as an address is not sent again once pictures must pass', async () => {
    const world = await openWorld();
    const watcher = world.watch();
    page.acquirePicture.mockResolvedValue({ ...makeAcquired(), url: FOUND.src, way: 'address' });
    await finish(world, watcher, image);
    await world.call('updateSettings', { guard: { ...DEFAULT_GUARD_OPTIONS, checkpoints: { ...DEFAULT_GUARD_OPTIONS.checkpoints, image: { action: 'block', onUnknown: 'closed' } } } });
    await world.start(ask('What colour is it?'));
    const { request } = await world.answer(1);
    expect(request.messages.flatMap(({ images = [] }) => images)).toEqual([]);
  });

  it('that would go out as an address has no verdict where it must pass, and nobody is asked for one', async () => {
    const guard = { judge: vi.fn() };
    const onNote = vi.fn();
    const policy = { action: 'block', onUnknown: 'closed' } as const;
    const options = { ...DEFAULT_GUARD_OPTIONS, checkpoints: { ...DEFAULT_GUARD_OPTIONS.checkpoints, image: policy } };
    const checks = { options, guard, place: { url: FOUND.src, isPrivate: true }, signal: new AbortController().signal, onNote, onUsage: vi.fn() };
    const sent = passCheckpoint(checks, 'image', [{ kind: 'image', images: [{ type: 'image', url: FOUND.src, width: 1, height: 1 }] }]);
    await expect(sent).rejects.toMatchObject({ code: 'guard-blocked' });
    expect(onNote.mock.calls).toEqual([[{ checkpoint: 'image', verdict: { kind: 'unknown', reason: 'not-taken' }, outcome: 'blocked' }]]);
    expect(guard.judge).not.toHaveBeenCalled();
  });

  it('goes on where the page lets nobody in but the file can be had', async () => {
    const world = await openWorld();
    page.find.mockRejectedValue(new world.AppError('page-permission', {}));
    const { answer, run } = await finish(world, world.watch(), image);
    expect(sentImages(answer.request)).toEqual(['id-red']);
    expect(run.pictures?.[0]?.ref).toEqual({ src: FOUND.src });
  });

  it('looks at what the tab shows, or a part of it', async () => {
    const world = await openWorld();
    const watcher = world.watch();
    const { answer, run } = await finish(world, watcher, view);
    expect(page.acquireView.mock.lastCall?.slice(0, 2)).toEqual([7, undefined]);
    expect(answer.request.messages.at(-1)?.content).toContain('what the browser shows');
    expect(run.pictures?.[0]).not.toHaveProperty('ref');
    const region = { x: 0.25, y: 0, width: 0.5, height: 1 };
    await finish(world, watcher, { task: 'describe-image', source: { kind: 'region', region } });
    expect(page.acquireView.mock.lastCall?.slice(0, 2)).toEqual([7, region]);
  });

  it('compares several in their order, long ones in pieces', async () => {
    const world = await openWorld();
    page.acquirePicture.mockResolvedValueOnce(makeAcquired('top', 'bottom'));
    const pictures = [{ id: 'p1' }, { id: 'p2' }];
    const { answer, run } = await finish(world, world.watch(), { task: 'compare-images', source: { kind: 'images', pictures }, question: '' });
    expect(sentImages(answer.request)).toEqual(['id-top', 'id-bottom', 'id-red']);
    expect(run.pictures?.map(({ imageIds }) => imageIds.length)).toEqual([2, 1]);
  });

  it('gives an alternative text tidied and at once', async () => {
    const world = await openWorld();
    const watcher = await world.watchFromNow();
    const runId = await world.start({ task: 'write-alt-text', source: { kind: 'image', picture: { id: 'p3' } } });
    (await world.answer()).text('Alt text: "A photo of').text(' a red wall"').finish();
    expect((await world.reach(watcher, runId, 'done')).text).toBe('A red wall');
    expect(watcher.events.flatMap((event) => (event.type === 'delta' && event.text ? [event.text] : []))).toEqual(['A red wall']);
  });

  it('gives no refusal for an alternative text', async () => {
    const world = await openWorld();
    const watcher = world.watch();
    const runId = await world.start({ task: 'write-alt-text', source: { kind: 'image', picture: { id: 'p3' } } });
    (await world.answer()).text("I'm sorry, but I can't help with that.").finish();
    const run = await world.reach(watcher, runId, 'failed');
    expect(run).toMatchObject({ text: '', error: { code: 'content-filtered', detail: "I'm sorry, but I can't help with that." } });
  });

  it('tells what kept the picture from being had', async () => {
    const world = await openWorld();
    page.acquirePicture.mockRejectedValue(new world.AppError('image-permission', { origin: 'https://cdn.example' }));
    const watcher = world.watch();
    const run = await world.reach(watcher, await world.start(image), 'failed');
    expect(run.error).toEqual({ code: 'image-permission', origin: 'https://cdn.example' });
    expect(world.api.answers).toEqual([]);
  });
});

describe('without a model that sees', () => {
  it('no key or another engine is said before the picture is touched', async () => {
    const keyless = await openWorld({ key: '' });
    expect((await keyless.reach(keyless.watch(), await keyless.start(image), 'failed')).error?.code).toBe('no-key');
    const world = await openWorld();
    await world.call('updateSettings', { engine: 'device' });
    expect((await world.reach(world.watch(), await world.start(image), 'failed')).error?.code).toBe('needs-model');
    expect(page.acquirePicture).not.toHaveBeenCalled();
  });

  it('a model that is known to see nothing is not asked, and one that sees is offered', async () => {
    const world = await openWorld();
    await world.call('updateSettings', { visionModel: BLIND.id });
    const watcher = world.watch();
    const runId = await world.start(image);
    const { error } = await world.reach(watcher, runId, 'failed');
    expect(error).toMatchObject({ code: 'no-vision', model: BLIND.id, suggestion: SEEING.id });
    expect(page.acquirePicture).not.toHaveBeenCalled();
    const again = await world.call('retryRun', { runId, model: SEEING.id });
    const answer = await world.answer();
    expect(answer.request.model).toBe(SEEING.id);
    answer.text('A wall.').finish();
    await world.reach(watcher, again.runId, 'done');
  });

  it('a model that turns out to see nothing has one offered, too', async () => {
    const world = await openWorld();
    await world.call('updateSettings', { chatModel: 'some/unknown' });
    const watcher = world.watch();
    const runId = await world.start(image);
    (await world.answer()).fail(new world.AppError('no-vision', { model: 'some/unknown', host: 'api.aimlapi.com' }));
    expect((await world.reach(watcher, runId, 'failed')).error).toMatchObject({ code: 'no-vision', model: 'some/unknown', suggestion: SEEING.id });
    expect(watcher.last?.pictures).toHaveLength(1);
  });

  it('the chat model answers questions and another one looks at pictures', async () => {
    const world = await openWorld();
    await world.call('updateSettings', { chatModel: BLIND.id });
    const watcher = world.watch();
    expect((await finish(world, watcher, ask('Before?'))).answer.request.model).toBe(BLIND.id);
    expect((await finish(world, watcher, image)).answer.request.model).toBe(SEEING.id);
    expect((await finish(world, watcher, ask('And now?'))).answer.request.model).toBe(SEEING.id);
  });
});

describe('a question after a picture', () => {
  it('carries the picture and the page', async () => {
    const world = await openWorld();
    const watcher = world.watch();
    await finish(world, watcher, image);
    const { answer } = await finish(world, watcher, ask('Who painted it?'));
    const { messages, images } = answer.request;
    expect(sentImages(answer.request)).toEqual(['id-red']);
    expect(images?.get('id-red')).toBe(base64('red'));
    expect(messages[1]?.content).toContain('The lighthouse was built in 1851.');
    expect(messages[1]?.content).toMatch(/Describe the picture at example\.org\.$/);
    expect(messages.slice(2)).toMatchObject([{ role: 'assistant', content: 'A red wall.' }, { role: 'user', content: expect.stringMatching(/^Question: Who painted it\?/) as string }]);
  });

  it('carries it after the background died, and says so when it is no longer kept', async () => {
    const world = await openWorld();
    await finish(world, world.watch(), image);
    await world.restartBackground();
    world.api.bundledModels = [SEEING, BLIND];
    const watcher = world.watch();
    const { answer } = await finish(world, watcher, ask('Who?'));
    expect(answer.request.images?.get('id-red')).toBe(base64('red'));
    await forgetImages();
    const next = await finish(world, watcher, ask('When?'));
    expect(sentImages(next.answer.request)).toEqual([]);
    expect(JSON.stringify(next.answer.request.messages)).toContain('no longer attached');
  });

  it('is answered from the words where no model sees any more', async () => {
    const world = await openWorld();
    const watcher = world.watch();
    await finish(world, watcher, image);
    world.api.bundledModels = [BLIND];
    await world.call('listModels', { refresh: true });
    const { answer } = await finish(world, watcher, ask('Who?'));
    expect(answer.request.model).toBe(BLIND.id);
    expect(sentImages(answer.request)).toEqual([]);
  });
});
