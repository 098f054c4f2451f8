import { describe, expect, it } from 'vitest';
import type { World } from '../world';
import { ask } from '../world';
import { guardOptions, openGuarded, type Policies } from './guard-world';

/** Asks and is answered. */
async function talk(world: World, question: string, answer: string) {
  const asked = world.api.answers.length;
  const runId = await world.start(ask(question));
  const stream = await world.answer(asked);
  stream.text(answer).finish();
  await world.reach(world.watch(), runId, 'done');
  return stream.request.messages.map(({ content }) => content).join('\n');
}

/** What of a first question and its answer goes out with a second one, after the settings were changed. */
async function sentAgain(before: Policies, after: Policies, [question, answer]: [string, string], reply?: (text: string) => string) {
  const { world, guard } = await openGuarded(before);
  if (reply) guard.reply = reply;
  await talk(world, question, answer);
  await world.call('updateSettings', { guard: guardOptions(after) });
  const sent = await talk(world, 'And then?', 'Nothing.');
  return { question: sent.includes(question), answer: sent.includes(answer) };
}

const BOTH = { question: true, answer: true };
const NONE = { question: false, answer: false };

describe('an earlier question and its answer', () => {
  it.each([
    ['no checkpoint is on', {}, {}, BOTH],
    ['both have passed', { message: 'block', answer: 'block' }, { message: 'block', answer: 'block' }, BOTH],
    ['they are only warned of', {}, { message: 'warn', answer: 'warn' }, BOTH],
    ['they have passed, and the checkpoints are off by now', { message: 'block', answer: 'block' }, {}, BOTH],
  ] as const)('go out again while %s', async (_when, before, after, sent) => {
    expect(await sentAgain(before, after, ['Who built it?', 'A mason.'])).toEqual(sent);
  });

  it.each([
    ['the question was warned of', { message: 'warn' }, {}, ['Why BAD?', 'Because.']],
    ['the answer was warned of', { answer: 'warn' }, {}, ['Why?', 'It is BAD.']],
    ['the question was asked before messages were blocked', {}, { message: 'block' }, ['Why BAD?', 'Because.']],
    ['the answer was given before answers were blocked', {}, { answer: 'block' }, ['Why?', 'It is BAD.']],
    ['it was let through without a verdict, which is not enough now', { message: 'block' }, { message: { action: 'block', onUnknown: 'closed' } }, ['Why HMM?', 'Because.']],
  ] as const)('are left out when %s; the next question is answered', async (_when, before, after, [question, answer]) => {
    expect(await sentAgain(before, after, [question, answer])).toEqual(NONE);
  });

  it('are left out when a part of the answer was written while answers were not blocked', async () => {
    const { world } = await openGuarded({});
    const watcher = world.watch();
    const runId = await world.start(ask('Why?'));
    (await world.answer()).text('It is BAD, ');
    await world.reach(watcher, runId, 'streaming');
    await world.call('stopRun', { runId });
    await world.reach(watcher, runId, 'stopped');
    await world.call('updateSettings', { guard: guardOptions({ answer: 'block' }) });
    await world.call('continueRun', { runId });
    (await world.answer(1)).text('as they say.').finish();
    await world.reach(watcher, runId, 'done');
    expect(await talk(world, 'And then?', 'Nothing.')).not.toContain('BAD');
  });
});
