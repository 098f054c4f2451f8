import { describe, expect, it, vi } from 'vitest';
import { addGuard, guardOptions, openGuarded } from './guard-world';

describe('an answer in warn that ends before it is judged', () => {
  const SHOWN = 'One.\n\nTwo is BAD.\n\nThree, up to he';

  /** One paragraph is judged, the rest only shown, when the background dies. */
  async function die() {
    const { world, guard } = await openGuarded({ answer: 'warn' });
    guard.reply = (text) => (text.includes('Two') ? undefined : 'safe');
    const watcher = world.watch();
    const runId = await world.start();
    const answer = await world.answer();
    answer.text('One.\n\n');
    await vi.waitFor(() => expect(watcher.last?.judged).toBe(6));
    answer.text(SHOWN.slice(6));
    const { indexedRuns } = await import('~/lib/storage/indexed-runs');
    await vi.waitFor(async () => expect((await indexedRuns.loadThread(watcher.last?.threadId ?? ''))[0]?.run).toMatchObject({ text: SHOWN, judged: 6 }));
    await world.restartBackground();
    const anew = world.watch();
    expect(await world.reach(anew, runId, 'interrupted')).toMatchObject({ text: SHOWN, judged: 6 });
    return { world, guard: addGuard(world), watcher: anew, runId };
  }

  it('is judged from there by Continue, and nothing twice', async () => {
    const { world, guard, watcher, runId } = await die();
    await world.call('continueRun', { runId });
    (await world.answer()).text('re. BAD too.').finish();
    const run = await world.reach(watcher, runId, 'done');
    expect(run).toMatchObject({ text: `${SHOWN}re. BAD too.`, judged: SHOWN.length + 12 });
    expect(guard.asked.join('\n')).toContain('Three, up to here. BAD too.');
    expect(guard.asked.join('\n')).not.toContain('One.');
    expect(run.guard?.map(({ outcome, range }) => [outcome, run.text.slice(range?.start, range?.end)])).toEqual([['warned', 'Two is BAD.\n\nThree, up to here. BAD too.']]);
  });

  it('is judged by Continue although the server has no more to say', async () => {
    const { world, watcher, runId } = await die();
    await world.call('continueRun', { runId });
    (await world.answer()).fail(new world.AppError('server-unreachable'));
    expect(await world.reach(watcher, runId, 'failed')).toMatchObject({ text: SHOWN, judged: SHOWN.length, guard: [{ outcome: 'warned' }] });
  });

  it('is judged with block, where that is set by now: nothing follows what is unsafe', async () => {
    const { world, watcher, runId } = await die();
    await world.call('updateSettings', { guard: guardOptions({ answer: 'block' }) });
    await world.call('continueRun', { runId });
    (await world.answer()).text('re.\n\nFour.').finish();
    const run = await world.reach(watcher, runId, 'failed');
    expect(run).toMatchObject({ text: SHOWN, judged: 6, error: { code: 'guard-blocked' }, guard: [{ outcome: 'blocked' }] });
    expect(run.text.slice(run.guard?.[0]?.range?.start)).toMatch(/^Two is BAD/);
  });

  it('is judged in the end, also if it went on unjudged meanwhile', async () => {
    const { world, guard, watcher, runId } = await die();
    await world.call('updateSettings', { guard: guardOptions({}) });
    await world.call('continueRun', { runId });
    (await world.answer()).text('re.\n\n').fail(new world.AppError('stream-broken'));
    expect(await world.reach(watcher, runId, 'failed')).toMatchObject({ judged: 6 });
    expect(guard.asked).toEqual([]);
    guard.reply = () => 'safe';
    await world.call('updateSettings', { guard: guardOptions({ answer: 'block' }) });
    await world.call('continueRun', { runId });
    (await world.answer(1)).text('Four.').finish();
    const run = await world.reach(watcher, runId, 'done');
    expect(run.text).toBe(`${SHOWN}re.\n\nFour.`);
    expect(run.judged).toBeUndefined();
    expect(guard.asked.join('\n')).toContain('Two is BAD.\n\nThree, up to here.');
  });

  it('is forgotten where it begins anew', async () => {
    const { world, watcher, runId } = await die();
    await world.call('updateSettings', { engine: 'device', sendAcceptedHosts: [] });
    await world.call('continueRun', { runId });
    const run = await world.reach(watcher, runId, 'done');
    expect(run.engine).toBe('device');
    expect(run.judged).toBeUndefined();
  });

  it('keeps what of it was not judged when it is stopped', async () => {
    const { world, guard } = await openGuarded({ answer: 'warn' });
    guard.reply = () => undefined;
    const watcher = world.watch();
    const runId = await world.start();
    (await world.answer()).text('One is BAD.\n\n');
    await vi.waitFor(() => expect(guard.asked).toHaveLength(1));
    await world.call('stopRun', { runId });
    expect(await world.reach(watcher, runId, 'stopped')).toMatchObject({ text: 'One is BAD.\n\n', judged: 0 });
  });
});
