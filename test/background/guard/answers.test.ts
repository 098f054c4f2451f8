import { describe, expect, it, vi } from 'vitest';
import type { Platform } from '~/lib/background/platform';
import { indexedRuns } from '~/lib/storage/indexed-runs';
import { World } from '../world';
import { addGuard, guardOptions, openGuarded } from './guard-world';

describe('an answer in block', () => {
  it('is shown as it passes; an unsafe paragraph ends the stream and is nowhere', async () => {
    const { world } = await openGuarded({ answer: 'block' });
    const watcher = world.watch();
    const runId = await world.start();
    const answer = await world.answer();
    answer.reasoning('A BAD thought.').text('One is fine.\n\n').text('Two');
    await vi.waitFor(() => expect(watcher.last?.text).toBe('One is fine.\n\n'));
    answer.text(' is BAD.\n\n').text('Three.');
    const run = await world.reach(watcher, runId, 'failed');
    expect(answer.signal?.aborted).toBe(true);
    expect(run).toMatchObject({
      text: 'One is fine.\n\n', reasoning: '', error: { code: 'guard-blocked' }, guardUsage: { usd: 0.5 },
      guard: [{ checkpoint: 'answer', outcome: 'blocked', verdict: { kind: 'unsafe', hazards: ['hate'] } }],
    });
    await world.restartBackground();
    const again = await world.reach(world.watch(), runId, 'failed');
    expect(JSON.stringify(again)).not.toMatch(/Two|thought/);
  });

  it('that is blocked when it is complete has been paid for', async () => {
    const { world } = await openGuarded({ answer: 'block' });
    const runId = await world.start();
    (await world.answer()).text('BAD').finish('stop', { usd: 1 });
    expect(await world.reach(world.watch(), runId, 'failed')).toMatchObject({ text: '', error: { code: 'guard-blocked' }, usage: { usd: 1 } });
  });

  it('waits for a guard that is slower than it', async () => {
    const { world, guard } = await openGuarded({ answer: 'block' });
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const fast = world.api.streamChat;
    world.api.streamChat = (server, request, options) => {
      const stream = fast(server, request, options);
      if (!guard.requests.includes(request)) return stream;
      return (async function* () {
        await held;
        yield* stream;
      })();
    };
    const watcher = world.watch();
    const runId = await world.start();
    const answer = await world.answer();
    answer.text('One.\n\nTwo.\n\n').text('Three.').finish('stop', { usd: 1 });
    await vi.waitFor(() => expect(answer.signal).toBeDefined());
    expect(watcher.last?.text).toBe('');
    release();
    expect(await world.reach(watcher, runId, 'done')).toMatchObject({ text: 'One.\n\nTwo.\n\nThree.', usage: { usd: 1 } });
  });

  it('keeps what has passed when the connection breaks, and judges what came before', async () => {
    const { world } = await openGuarded({ answer: 'block' });
    const watcher = world.watch();
    const runId = await world.start();
    const answer = await world.answer();
    answer.text('One.\n\nTwo, up to he').fail(new world.AppError('stream-broken'));
    expect(await world.reach(watcher, runId, 'failed')).toMatchObject({ text: 'One.\n\nTwo, up to he', error: { code: 'stream-broken' } });
  });

  it.each([['open', 'done', 'One.\n\nTwo.'], ['closed', 'failed', '']] as const)('with a guard that dies in the middle, %s', async (onUnknown, state, text) => {
    const { world, guard } = await openGuarded({ answer: { action: 'block', onUnknown } });
    guard.reply = () => new world.AppError('server-unreachable');
    const watcher = world.watch();
    const runId = await world.start();
    (await world.answer()).text('One.\n\n').text('Two.').finish();
    const run = await world.reach(watcher, runId, state);
    expect(run.text).toBe(text);
    expect(run.guard).toMatchObject([{ checkpoint: 'answer', verdict: { kind: 'unknown', reason: 'unavailable' }, outcome: onUnknown === 'open' ? 'passed' : 'blocked' }]);
  });

  it('what was held when the background died is not in the journal; Continue goes on behind what passed', async () => {
    const { world } = await openGuarded({ answer: 'block' });
    const watcher = world.watch();
    const runId = await world.start();
    (await world.answer()).text('One.\n\n').text('Held back ZZZ.\n\n');
    await vi.waitFor(() => expect(watcher.last?.text).toBe('One.\n\n'));
    await vi.waitFor(async () => expect((await indexedRuns.loadThread(watcher.last?.threadId ?? ''))[0]?.run.text).toBe('One.\n\n'));
    await world.restartBackground();
    addGuard(world);
    const anew = world.watch();
    expect(await world.reach(anew, runId, 'interrupted')).toMatchObject({ text: 'One.\n\n' });
    await world.call('continueRun', { runId });
    const answer = await world.answer();
    expect(answer.request.messages.at(-2)).toEqual({ role: 'assistant', content: 'One.\n\n' });
    answer.text('Two.').finish();
    expect(await world.reach(anew, runId, 'done')).toMatchObject({ text: 'One.\n\nTwo.' });
  });
});

describe('an answer in warn', () => {
  it('is shown at once, and what is unsafe in it is marked', async () => {
    const { world } = await openGuarded({ answer: 'warn' });
    const watcher = world.watch();
    const runId = await world.start();
    (await world.answer()).reasoning('Hm.').text('One.\n\nTwo is BAD.\n\n').text('Also BAD.\n\nFour.').finish();
    const run = await world.reach(watcher, runId, 'done');
    expect(run).toMatchObject({ text: 'One.\n\nTwo is BAD.\n\nAlso BAD.\n\nFour.', reasoning: 'Hm.' });
    const marked = run.guard?.map(({ outcome, range }) => [outcome, run.text.slice(range?.start, range?.end)]);
    expect(marked?.every(([outcome]) => outcome === 'warned')).toBe(true);
    expect(marked?.map(([, text]) => text).join('\n')).toContain('BAD');
  });

  it('without a verdict is told to have none, once', async () => {
    const { world, guard } = await openGuarded({ answer: 'warn' });
    guard.reply = () => new world.AppError('model-unknown');
    const watcher = world.watch();
    const runId = await world.start();
    const answer = await world.answer();
    for (const text of ['One.\n\n', 'Two.\n\n', 'Three.']) {
      answer.text(text);
      await vi.waitFor(() => expect(watcher.last?.text).toContain(text));
    }
    answer.finish();
    expect((await world.reach(watcher, runId, 'done')).guard).toMatchObject([{ outcome: 'passed', range: { start: 0, end: 18 } }]);
  });
});

describe('the summary of the built-in model', () => {
  const summarizer: Platform['summarizer'] = {
    isAvailable: async () => true,
    async *summarize() {
      yield 'One.\n\n';
      yield 'Two is BAD.';
    },
  };

  it('is judged where there is a server to ask', async () => {
    const { world } = await openGuarded({ answer: 'block' });
    Object.assign(world.summarizer, summarizer);
    await world.call('updateSettings', { engine: 'browser' });
    expect(await world.reach(world.watch(), await world.start(), 'failed')).toMatchObject({ engine: 'browser', text: 'One.\n\n', error: { code: 'guard-blocked' } });
  });

  it.each([
    ['no key', 'closed', 'failed', '', 'blocked'],
    ['no key', 'open', 'done', 'One.\n\nTwo is BAD.', 'passed'],
    ['not accepted', 'closed', 'failed', '', 'blocked'],
    ['not accepted', 'open', 'done', 'One.\n\nTwo is BAD.', 'passed'],
  ] as const)('has no verdict where nobody may be asked (%s, %s), and is never shown without a word about it', async (why, onUnknown, state, text, outcome) => {
    const world = await World.open(why === 'no key' ? { key: '' } : {});
    const guard = addGuard(world);
    Object.assign(world.summarizer, summarizer);
    await world.call('updateSettings', { engine: 'browser', sendAcceptedHosts: [], guard: guardOptions({ answer: { action: 'block', onUnknown } }) });
    const run = await world.reach(world.watch(), await world.start(), state);
    expect(run).toMatchObject({ engine: 'browser', text });
    const code = why === 'no key' ? 'no-key' : 'not-accepted';
    expect(new Set(run.guard?.map((note) => `${note.verdict.kind} ${note.outcome} ${note.error?.code}`))).toEqual(new Set([`unknown ${outcome} ${code}`]));
    expect(guard.asked).toEqual([]);
  });

  it('is held by Strict without a server', async () => {
    const world = await World.open({ key: '' });
    Object.assign(world.summarizer, summarizer);
    await world.call('updateSettings', { engine: 'browser', guard: guardOptions({}, { strict: true }) });
    expect(await world.reach(world.watch(), await world.start(), 'failed')).toMatchObject({ text: '', error: { code: 'guard-blocked' }, guard: [{ outcome: 'blocked' }] });
  });
});
