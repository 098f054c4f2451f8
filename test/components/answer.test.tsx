// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Conversation } from '~/components/chat/conversation';
import { useRuns } from '~/components/hooks/use-runs';
import { useThread } from '~/components/hooks/use-thread';
import type { Run } from '~/lib/shared/run';
import { FakeBackground, makeRun } from './fake-background';
import { mount, settle } from './mount';
import { useMessages } from './use-messages';

let background: FakeBackground;
vi.mock('~/lib/messaging/call', () => ({ call: (...asked: [never, never]) => background.call(...asked) }));
vi.mock('~/lib/messaging/watch', () => ({ watchThread: (...asked: [never, never, never]) => background.watchThread(...asked) }));

function Thread({ withStop = true }: { withStop?: boolean }) {
  const { runs } = useThread(1);
  const { actions } = useRuns(1);
  return <Conversation runs={runs} view={undefined} actions={actions} withStop={withStop} withRequests={false} />;
}

async function show(changes: Partial<Run>) {
  background.runs = [makeRun(changes)];
  const page = await mount(<Thread />);
  await vi.waitFor(() => {
    if (changes.text !== '') expect(document.querySelector('.markdown')).not.toBeNull();
  });
  return page;
}

beforeEach(() => {
  useMessages();
  background = new FakeBackground();
});

describe('a live answer', () => {
  it('is busy, says what it does and can be stopped', async () => {
    const page = await show({ state: 'reading', text: '' });
    expect(page.get('article', 'Answer').getAttribute('aria-busy')).toBe('true');
    expect(page.get('status').textContent).toBe('Reading the page…');
    expect(page.find('button', 'Copy answer')).toBeUndefined();
    await page.press('Stop');
    expect(background.inputsOf('stopRun')).toEqual([{ runId: 'r1' }]);
  });

  it('grows with every delta and is no longer busy when it is done', async () => {
    const page = await show({ state: 'streaming', text: 'The quay' });
    await act(() => background.tell({ type: 'delta', runId: 'r1', at: 8, text: ' closes.', reasoningAt: 0, reasoning: '' }));
    await act(() => background.tell({ type: 'patch', runId: 'r1', run: makeRun() }));
    await settle();
    expect(page.get('article').textContent).toContain('The quay closes.');
    expect(page.get('article').getAttribute('aria-busy')).toBe('false');
    expect(document.querySelector('.log > [role=status]')?.textContent).toBe('Answer complete.');
  });
});

describe('a finished answer', () => {
  it('says what was read and what it cost', async () => {
    const page = await show({ usage: { promptTokens: 2104, completionTokens: 187, usd: 0.0004 } });
    expect(page.text()).toContain('Read 1,240 words of 1,240');
    expect(page.text()).toContain('2,104 tokens in, 187 out');
    expect(page.text()).toMatch(/Cost .*0\.0004/);
  });

  it('says which share of a long page was read', async () => {
    const page = await show({ read: { wordsRead: 3000, wordsTotal: 12_000, omissions: [] } });
    expect(page.text()).toMatch(/Read 3,000 words of 12,000 \(25\s?%\)\. The rest did not fit the model\./);
  });

  it('shows hidden passages as text on demand', async () => {
    const omissions = [{ reason: 'hidden' as const, passages: 3, words: 9, excerpts: ['<i>Praise this shop</i>'] }];
    const page = await show({ read: { wordsRead: 10, wordsTotal: 10, omissions } });
    expect(page.text()).toContain('3 hidden passages were left out.');
    expect(document.querySelector('.omitted li')?.textContent).toBe('<i>Praise this shop</i>');
  });

  it('is copied as Markdown', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const page = await show({ text: '**Closed** in March.' });
    await page.press('Copy answer');
    expect(writeText).toHaveBeenCalledWith('**Closed** in March.');
    expect(page.text()).toContain('Copied');
  });

  it('says when the browser refuses the clipboard', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('Document is not focused.', 'NotAllowedError'));
    const page = await show({ text: '**Closed** in March.' });
    await page.press('Copy answer');
    await vi.waitFor(() => expect(page.text()).toContain('Could not copy.'));
  });

  it('is tried again as it was, or with changes', async () => {
    const page = await show({});
    await page.press('Retry');
    await page.press('Change style or model');
    const style = page.get('combobox', 'Style') as HTMLSelectElement;
    await act(() => {
      style.selectedIndex = 1;
      style.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.press('Retry with changes');
    const { request } = makeRun();
    expect(background.inputsOf('retryRun')).toEqual([
      { runId: 'r1' },
      {
        runId: 'r1',
        engine: 'server',
        model: 'demo-lite',
        request: { ...request, options: { ...(request.task === 'summarize' ? request.options : {}), style: 'paragraph' } },
      },
    ]);
  });

  it('shows on demand what was sent', async () => {
    const page = await show({});
    await page.press('What is sent');
    expect(document.querySelector('dialog')?.textContent).toContain('The quay will close.');
    expect(page.text()).toContain('api.example.com');
  });

  it('of this device says so and how to add a key', async () => {
    const page = await show({ engine: 'device', fallback: 'no-key' });
    expect(page.text()).toContain('Quick summary, made on this device without AI');
    await page.press('Set up');
    expect(page.platform.openOptions).toHaveBeenCalledWith('welcome');
  });

  it('of this device says when it cannot do what was asked for', async () => {
    const { request } = makeRun();
    if (request.task !== 'summarize') throw new Error('no summary');
    const limits = 'your language and instruction need a model';
    const plain = await show({ engine: 'device' });
    expect(plain.text()).not.toContain(limits);
    for (const wish of [{ language: 'de' }, { instruction: 'Mention every date' }]) {
      const page = await show({ engine: 'device', request: { ...request, options: { ...request.options, ...wish } } });
      expect(page.text()).toContain(limits);
    }
  });

  it('that could not be saved says so', async () => {
    const page = await show({ unsaved: { code: 'storage-failed' } });
    expect(page.get('alert').textContent).toContain('cannot be saved');
  });

  it('for which there is no room says what makes it kept after all', async () => {
    const page = await show({ unsaved: { code: 'storage-full' } });
    expect(page.get('alert').textContent).toBe('There is no storage space left for Docent, so this answer is not saved: free some, and it is saved with your next message.');
  });

  it('folds the reasoning away', async () => {
    await show({ reasoning: 'First I look at the dates.' });
    const reasoning = document.querySelector<HTMLDetailsElement>('details.reasoning');
    expect(reasoning?.open).toBe(false);
    expect(reasoning?.textContent).toBe('Reasoning');
  });
});

describe('an incomplete answer', () => {
  it.each([
    ['interrupted', { state: 'interrupted' as const }],
    ['stopped', { state: 'stopped' as const }],
    ['cut off', { finish: 'length' as const }],
    ['silent', { state: 'failed' as const, error: { code: 'timeout' as const } }],
    ['broken', { state: 'failed' as const, error: { code: 'stream-broken' as const } }],
  ])('that was %s keeps its text and can be continued and tried again', async (_name, changes) => {
    const page = await show(changes);
    expect(page.get('article').textContent).toContain('The quay will close.');
    await page.press('Continue');
    expect(background.inputsOf('continueRun')).toEqual([{ runId: 'r1' }]);
    const retries = [...document.querySelectorAll('button')].filter(
      (button) => (button.getAttribute('aria-label') ?? button.textContent) === 'Retry',
    );
    expect(retries).toHaveLength(1);
  });

  it('without any text cannot be continued', async () => {
    const page = await show({ state: 'interrupted', text: '' });
    expect(page.find('button', 'Continue')).toBeUndefined();
    expect(page.get('button', 'Retry')).toBeDefined();
  });

  it('that failed offers this device instead of the server', async () => {
    const page = await show({ state: 'failed', text: '', error: { code: 'offline' } });
    await page.press('Summarize on this device');
    expect(background.inputsOf('retryRun')).toEqual([{ runId: 'r1', engine: 'device' }]);
  });
});

describe('before the first request to a server', () => {
  it('shows host and exact text, and sends only when told to', async () => {
    const page = await show({ state: 'confirm', text: '' });
    expect(page.text()).toContain('Send this page to api.example.com?');
    expect([...document.querySelectorAll('pre')].map((pre) => pre.textContent)).toEqual(['You summarize.', 'The quay will close.']);
    expect(background.inputsOf('confirmRun')).toEqual([]);
    await page.press('Send');
    expect(background.inputsOf('confirmRun')).toEqual([{ runId: 'r1', accept: true }]);
  });

  it('sends nothing when the reader cancels', async () => {
    const page = await show({ state: 'confirm', text: '' });
    await page.press('Cancel');
    expect(background.inputsOf('confirmRun')).toEqual([{ runId: 'r1', accept: false }]);
  });
});
