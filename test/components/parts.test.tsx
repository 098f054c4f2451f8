// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { Conversation } from '~/components/chat/conversation';
import { useRuns } from '~/components/hooks/use-runs';
import { useThread } from '~/components/hooks/use-thread';
import type { PartsReport } from '~/lib/shared/parts';
import type { Run } from '~/lib/shared/run';
import { FakeBackground, makeRun } from './fake-background';
import { mount } from './mount';
import { useMessages } from './use-messages';

let background: FakeBackground;
vi.mock('~/lib/messaging/call', () => ({ call: (...asked: [never, never]) => background.call(...asked) }));
vi.mock('~/lib/messaging/watch', () => ({ watchThread: (...asked: [never, never, never]) => background.watchThread(...asked) }));

function Thread() {
  const { runs } = useThread(1);
  const { actions } = useRuns(1);
  return <Conversation runs={runs} view={undefined} actions={actions} withStop withRequests={false} />;
}

const PARTS: PartsReport = { step: 'parts', total: 9, begun: true, done: 4, missing: [], estimate: { requests: 10, tokens: 9_000 } };
const READ = { wordsRead: 400, wordsTotal: 900, omissions: [] };

/** Shows a run that reads in parts, as soon as it says `words`. */
async function show(changes: Partial<Run>, words: string) {
  background.runs = [makeRun({ read: READ, ...changes })];
  const page = await mount(<Thread />);
  await vi.waitFor(() => expect(page.text()).toContain(words));
  return page;
}

beforeEach(() => {
  useMessages();
  background = new FakeBackground();
});

it('a reading under way says its part, and then that the parts are put together', async () => {
  const page = await show({ state: 'waiting', text: '', parts: PARTS }, 'Part 5 of 9…');
  expect(page.get('status').textContent).toContain('Part 5 of 9…');
  await show({ state: 'waiting', text: '', parts: { ...PARTS, step: 'merging', done: 9 } }, 'Putting 9 parts together…');
});

// The notice of the second has the button, that of the first has not.
it.each(['no-credits', 'server-error'] as const)('a reading that ended with %s can be continued by one button', async (code) => {
  const page = await show({ state: 'failed', error: { code, host: 'api.example' }, text: '', parts: PARTS }, '4 of 9 parts are read and kept');
  expect([...document.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Continue')).toHaveLength(1);
  await page.press('Continue');
  expect(background.inputsOf('continueRun')).toEqual([{ runId: 'r1' }]);
});

it('an answer names the parts it lacks, each with its reason, and never says that all was read', async () => {
  const missing = [{ part: 2 }, { part: 7, error: { code: 'content-filtered' as const, host: 'api.example' } }];
  const page = await show({ read: { ...READ, wordsRead: 899 }, parts: { ...PARTS, step: 'answer', done: 8, missing } }, 'Part 7 is missing in this answer.');
  expect(page.text()).toContain('about part 2 was cut off');
  expect(page.text()).toContain('Read 99%: 899 of 900 words, in 9 parts');
  await page.press('Read missing parts again');
  expect(background.inputsOf('retryParts')).toEqual([{ runId: 'r1' }]);
});

it('an answer from chosen passages offers to read all', async () => {
  const request = { task: 'ask' as const, source: { kind: 'page' as const }, question: 'When?' };
  const page = await show({ request, read: { ...READ, passages: { chosen: 12, total: 300, matched: true } } }, 'Read the 12 most relevant of 300 parts');
  await page.press('Read all');
  expect(background.inputsOf('retryRun')).toEqual([{ runId: 'r1', request: { ...request, whole: true } }]);
});
