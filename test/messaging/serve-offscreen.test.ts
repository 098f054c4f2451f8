import { expect, it, vi } from 'vitest';
import { type PerformJob, serveOffscreen } from '~/lib/messaging/serve-offscreen';

it('the offscreen document closes when nothing was to do for a while, not at the first moment of rest', () => {
  vi.useFakeTimers();
  try {
    let busy = true;
    const close = vi.fn();
    serveOffscreen(vi.fn<PerformJob>(), () => busy, close);
    vi.advanceTimersByTime(59_000);
    busy = false;
    vi.advanceTimersByTime(12_000);
    expect(close).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(close).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});
