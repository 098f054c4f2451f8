// @vitest-environment happy-dom
import { useLayoutEffect } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { Conversation } from '~/components/chat/conversation';
import { useRuns } from '~/components/hooks/use-runs';
import { useThread } from '~/components/hooks/use-thread';
import { SourceMark } from '~/components/sources/source-mark';
import { Sources, SourceStore } from '~/components/sources/source-store';
import { linkToPassage } from '~/components/sources/web-link';
import type { Run } from '~/lib/shared/run';
import type { Source } from '~/lib/shared/source';
import { FakeBackground, makeRun } from './fake-background';
import { mount, settle } from './mount';
import { useMessages } from './use-messages';

let background: FakeBackground;
vi.mock('~/lib/messaging/call', () => ({ call: (...asked: [never, never]) => background.call(...asked) }));
vi.mock('~/lib/messaging/watch', () => ({ watchThread: (...asked: [never, never, never]) => background.watchThread(...asked) }));

function Thread() {
  const { runs } = useThread(1);
  const { actions } = useRuns(1);
  return <Conversation runs={runs} view={undefined} actions={actions} withStop withRequests={false} />;
}

async function show(changes: Partial<Run>) {
  background.runs = [makeRun(changes)];
  const page = await mount(<Thread />);
  await vi.waitFor(() => expect(document.querySelector('.markdown')).not.toBeNull());
  await settle();
  return page;
}

beforeEach(() => {
  useMessages();
  background = new FakeBackground();
});

const HOLDS: Source = { kind: 'passage', n: 1, mark: 3, quote: 'The quay will close.', blockId: 'b1', holds: true };
const HOLDS_NOT: Source = { kind: 'passage', n: 2, mark: 1, quote: 'The ferry sank.', holds: false };
const marks = () => [...document.querySelectorAll('.markdown .source-mark')].map((mark) => [mark.localName, mark.textContent, mark.getAttribute('aria-label')]);

it('a mark becomes a button as soon as its source is known, though its text was drawn long before', async () => {
  const page = await show({ state: 'streaming', text: 'It closes [3].\n\nNext.', sources: [] });
  expect(marks()).toEqual([['span', '[3]', null]]);
  const before = document.querySelector('.markdown p');
  await act(() => background.tell({ type: 'patch', runId: 'r1', run: makeRun({ state: 'streaming', sources: [HOLDS] }) }));
  expect(marks()).toEqual([['button', '[1]', 'Source 1: “The quay will close.”']]);
  expect(document.querySelector('.markdown p')).toBe(before);
  expect(page.find('list')).toBeUndefined();
});

it('what does not hold says so in words, what is no mark stays text, and a link holds no button', async () => {
  const page = await show({ text: 'It closes [3][1], `[3]`, [7], [see [3]](https://example.org).', sources: [HOLDS, HOLDS_NOT] });
  expect(marks().map(([, text, label]) => [text, label])).toEqual([['[1]', 'Source 1: “The quay will close.”'], ['[2?]', 'Source 2, not found in the page: “The ferry sank.”']]);
  expect(document.querySelector('.markdown')?.textContent).toContain('[7], see [3]');
  await page.press('Source 2, not found in the page: “The ferry sank.”');
  expect(background.inputsOf('showSource')).toEqual([]);
  expect(document.querySelector('details.sources')?.textContent).toContain('not found in the page');
  await page.press('Source 1: “The quay will close.”');
  expect(background.inputsOf('showSource')).toEqual([{ tabId: 1, runId: 'r1', n: 1 }]);
});

it('they stand in the parts that the guard has marked as well', async () => {
  const guard: Run['guard'] = [{ checkpoint: 'answer', verdict: { kind: 'unsafe', hazards: ['hate'] }, outcome: 'warned', range: { start: 16, end: 27 } }];
  await show({ text: 'It closes [3].\n\nIt sank [1].', sources: [HOLDS, HOLDS_NOT], guard });
  await vi.waitFor(() => expect(document.querySelector('.unsafe-part')).not.toBeNull());
  expect(document.querySelector('.unsafe-part .source-mark')?.textContent).toBe('[2?]');
  expect(marks()).toHaveLength(2);
});

it('an answer that was not asked for marks has none', async () => {
  await show({ text: 'It closes [3].' });
  expect(marks()).toEqual([]);
  expect(document.querySelector('.markdown')?.textContent).toBe('It closes [3].');
});

it('pages of the web are links with their host, and to the web alone', async () => {
  const web = { kind: 'web', n: 1, mark: 3, url: 'https://news.example/quay', title: 'The quay', date: '2026-03-03' } as const;
  const page = await show({ text: 'It closes [3].', sources: [web, { ...web, n: 2, mark: 4, url: 'javascript:alert(1)', title: 'Bad' }] });
  expect(page.get('link', 'Source 1: The quay').getAttribute('href')).toBe('https://news.example/quay');
  expect(document.querySelector('details.sources')?.textContent).toContain('news.example · 2026-03-03');
  expect([...document.querySelectorAll('a')].every((link) => link.href.startsWith('https://news.example/'))).toBe(true);
});

it('a passage is linked to by its first and last words, a page of a document by its number', () => {
  expect(linkToPassage('https://example.org/a#top', { quote: 'A well-known quay, it is' })).toBe('https://example.org/a#:~:text=A%20well%2Dknown%20quay%2C%20it%20is');
  expect(linkToPassage('https://example.org/a', { quote: Array.from({ length: 20 }, (_, i) => `w${i}`).join(' ') })).toBe('https://example.org/a#:~:text=w0%20w1%20w2%20w3%20w4%20w5%20w6%20w7,w12%20w13%20w14%20w15%20w16%20w17%20w18%20w19');
  expect(linkToPassage('https://example.org/a.pdf', { quote: 'x', page: 4 })).toBe('https://example.org/a.pdf#page=4');
  expect(linkToPassage('javascript:alert(1)', { quote: 'x' })).toBeUndefined();
});

it('a mark whose source becomes known as it is drawn is a button all the same', async () => {
  const store = new SourceStore([], true);
  function Late() {
    useLayoutEffect(() => store.update([HOLDS], false), []);
    return null;
  }
  await mount(<Sources.Provider value={store}><div class="markdown"><SourceMark numbers={[3]} written="[3]" gap="" /><Late /></div></Sources.Provider>);
  await settle();
  expect(marks()).toEqual([['button', '[1]', 'Source 1: “The quay will close.”']]);
});
