import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { PictureRequest } from '~/lib/shared/run';
import { base64, BLIND, finish, forgetImages, FOUND, image, makeAcquired, openWorld, SEEING, sentImages, view } from './picture-world';
import type { Watcher, World } from './world';

const page = vi.hoisted(() => ({ acquirePicture: vi.fn(), acquireView: vi.fn(), find: vi.fn() }));
vi.mock('~/lib/background/pictures/acquire', () => page);
vi.mock('~/lib/background/pictures/run-reader', () => ({ runReader: (_tab: number, _job: string, input: unknown) => page.find(input) as unknown }));

beforeEach(() => {
  page.acquirePicture.mockReset().mockResolvedValue(makeAcquired('red'));
  page.acquireView.mockReset().mockResolvedValue(makeAcquired('screen'));
  page.find.mockReset().mockResolvedValue(FOUND);
});

describe('what is sent', () => {
  it('shows before the first request, names pictures by id and keeps bytes out of the journal', async () => {
    const world = await openWorld({ accepted: false });
    const watcher = world.watch();
    const runId = await world.start(image);
    expect((await world.reach(watcher, runId, 'confirm')).pictures?.[0]?.thumbnail).toContain('data:');
    expect(world.api.answers).toEqual([]);
    const shown = await world.call('getRequest', { runId });
    expect(shown && sentImages(shown)).toEqual(['id-red']);
    expect(JSON.stringify(shown)).not.toContain(base64('red'));
    await world.restartBackground();
    await world.reach(world.watch(), runId, 'confirm');
    await world.call('confirmRun', { runId, accept: true });
    const answer = await world.answer();
    expect(answer.request.messages).toEqual(shown?.messages);
    expect(answer.request.images?.get('id-red')).toBe(base64('red'));
  });

  it('goes out even if it cannot be kept, which the run says', async () => {
    const world = await openWorld();
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'images') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    onTestFinished(() => void vi.restoreAllMocks());
    const { run, answer } = await finish(world, world.watch(), image);
    expect(answer.request.images?.get('id-red')).toBe(base64('red'));
    expect(run.unsaved?.code).toBe('storage-full');
  });

  it('of a private window never touches the disk', async () => {
    const world = await openWorld();
    world.tabs.set(8, { id: 8, url: 'https://example.org/story', title: 'The lighthouse', incognito: true });
    const watcher = world.watch(8);
    const runId = await world.start(image, 8);
    (await world.answer()).text('A wall.').finish();
    await world.reach(watcher, runId, 'done');
    const { indexedImages } = await import('~/lib/storage/indexed-images');
    const { getImage } = await import('~/lib/storage/images');
    expect(await indexedImages.get('id-red')).toBeUndefined();
    expect((await getImage('id-red'))?.width).toBe(300);
  });
});

describe('after an interruption', () => {
  async function interrupt(world: World, request: PictureRequest): Promise<{ runId: string; watcher: Watcher }> {
    const before = world.watch();
    const runId = await world.start(request);
    (await world.answer()).text('A red');
    await world.reach(before, runId, 'streaming');
    await vi.waitFor(async () => {
      const { indexedRuns } = await import('~/lib/storage/indexed-runs');
      expect((await indexedRuns.loadThread(before.last?.threadId ?? ''))[0]?.run.text).toBe('A red');
    });
    await world.restartBackground();
    world.api.bundledModels = [SEEING, BLIND];
    page.acquirePicture.mockClear();
    page.acquireView.mockClear();
    const watcher = world.watch();
    expect((await world.reach(watcher, runId, 'interrupted')).pictures).toHaveLength(1);
    return { runId, watcher };
  }

  it('the answer is continued with the same picture', async () => {
    const world = await openWorld();
    const { runId, watcher } = await interrupt(world, image);
    await world.call('continueRun', { runId });
    const rest = await world.answer();
    expect(rest.request.images?.get('id-red')).toBe(base64('red'));
    expect(rest.request.messages.at(-2)).toEqual({ role: 'assistant', content: 'A red' });
    rest.text(' wall.').finish();
    expect((await world.reach(watcher, runId, 'done')).text).toBe('A red wall.');
    expect(page.acquirePicture).not.toHaveBeenCalled();
  });

  it('it is not continued without the picture, and the text so far stays', async () => {
    const world = await openWorld();
    const { runId, watcher } = await interrupt(world, image);
    await forgetImages();
    await world.call('continueRun', { runId });
    const run = await world.reach(watcher, runId, 'failed');
    expect(run).toMatchObject({ text: 'A red', error: { code: 'image-gone', reason: 'not-kept' } });
    const again = await world.call('retryRun', { runId });
    (await world.answer()).text('Anew.').finish();
    expect((await world.reach(watcher, again.runId, 'done')).text).toBe('Anew.');
    expect(page.acquirePicture).toHaveBeenCalledOnce();
  });

  it('Retry takes the picture from the page, or, where it is gone, the one that was sent', async () => {
    const world = await openWorld();
    const { runId, watcher } = await interrupt(world, image);
    page.acquirePicture.mockRejectedValue(new world.AppError('image-gone'));
    const again = await world.call('retryRun', { runId });
    const answer = await world.answer();
    expect(page.acquirePicture).toHaveBeenCalledOnce();
    expect(answer.request.images?.get('id-red')).toBe(base64('red'));
    answer.text('Anew.').finish();
    expect((await world.reach(watcher, again.runId, 'done')).pictures?.[0]?.imageIds).toEqual(['id-red']);
  });

  it('Retry does not give the address of a picture to a model that takes none', async () => {
    const world = await openWorld();
    const watcher = world.watch();
    page.acquirePicture.mockResolvedValue({ ...makeAcquired(), url: FOUND.src, way: 'address' });
    const { runId } = await finish(world, watcher, image);
    page.acquirePicture.mockRejectedValue(new world.AppError('image-unreachable'));
    const again = await world.call('retryRun', { runId, model: 'anthropic/claude-sonnet-5' });
    expect((await world.reach(watcher, again.runId, 'failed')).error?.code).toBe('image-unreachable');
    expect(world.api.answers).toHaveLength(1);
  });

  it('Retry of what the tab showed is about what it showed then', async () => {
    const world = await openWorld();
    const { runId, watcher } = await interrupt(world, view);
    const again = await world.call('retryRun', { runId });
    (await world.answer()).text('Anew.').finish();
    await world.reach(watcher, again.runId, 'done');
    expect(page.acquireView).not.toHaveBeenCalled();
  });

  it('Stop while the picture is being had sends nothing', async () => {
    const world = await openWorld();
    let signal: AbortSignal | undefined;
    page.acquirePicture.mockImplementation((...args: unknown[]) => {
      signal = args[4] as AbortSignal;
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal?.reason as Error)));
    });
    const watcher = world.watch();
    const runId = await world.start(image);
    await vi.waitFor(() => expect(signal).toBeDefined());
    await world.call('stopRun', { runId });
    await world.reach(watcher, runId, 'stopped');
    expect(signal?.aborted).toBe(true);
    expect(world.api.answers).toEqual([]);
  });
});
