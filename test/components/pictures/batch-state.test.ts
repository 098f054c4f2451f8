import { describe, expect, it, vi } from 'vitest';
import { BatchProgress } from '~/components/hooks/batch-state';
import type { PicturesEvent } from '~/lib/messaging/picture-calls';
import type { PictureProgress } from '~/lib/shared/picture';

const item = (id: string, state: PictureProgress['state'], more: Partial<PictureProgress> = {}): PictureProgress => ({ id, state, ...more });
const change = (of: PictureProgress, live: boolean): PicturesEvent => ({ type: 'item', item: of, live });

describe('the description of pictures', () => {
  it('is counted as it goes on', () => {
    const batch = new BatchProgress();
    batch.apply({ type: 'snapshot', batch: { live: true, items: [item('p1', 'working'), item('p2', 'waiting'), item('p3', 'known', { text: 'A quay.' })] } });
    expect(batch.state).toMatchObject({ live: true, total: 3, finished: 1, described: 1, failed: 0 });
    batch.apply(change(item('p1', 'done', { text: 'A boat.' }), true));
    batch.apply({ ...change(item('p2', 'failed', { error: { code: 'no-credits' } }), false), usage: { usd: 0.1 } } as PicturesEvent);
    expect(batch.state).toEqual({
      live: false, total: 3, finished: 3, described: 2, failed: 1, only: undefined, error: { code: 'no-credits' }, usage: { usd: 0.1 },
    });
  });

  it('counts a later go by itself', () => {
    const batch = new BatchProgress();
    batch.apply({ type: 'snapshot', batch: { live: false, items: [item('p1', 'done'), item('p2', 'failed')] } });
    batch.apply(change(item('p2', 'working'), true));
    batch.apply(change(item('p3', 'waiting'), true));
    expect(batch.state).toMatchObject({ live: true, total: 2, finished: 0 });
    batch.apply(change(item('p2', 'done'), true));
    batch.apply(change(item('p3', 'done'), false));
    expect(batch.state).toMatchObject({ total: 2, finished: 2, described: 2 });
  });

  it('does not count what was known from earlier visits', () => {
    const batch = new BatchProgress();
    batch.apply({ type: 'snapshot', batch: { live: false, items: [item('p1', 'known', { text: 'A quay.' })] } });
    expect(batch.state).toMatchObject({ total: 0, described: 0 });
    expect(batch.items.get('p1')?.text).toBe('A quay.');
  });

  it('wakes only who shows the picture that has changed', () => {
    const batch = new BatchProgress();
    batch.apply({ type: 'snapshot', batch: { live: true, items: [item('p1', 'working'), item('p2', 'working')] } });
    const first = vi.fn();
    const second = vi.fn();
    batch.items.subscribe('p1', first);
    batch.items.subscribe('p2', second);
    batch.apply(change(item('p2', 'done', { text: 'A boat.' }), true));
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
  });

  it('leaves faults of single pictures to their rows', () => {
    const batch = new BatchProgress();
    batch.apply({ type: 'snapshot', batch: { live: false, items: [item('p1', 'failed', { error: { code: 'image-broken' } })] } });
    expect(batch.state).toMatchObject({ failed: 1, error: undefined });
  });
});
