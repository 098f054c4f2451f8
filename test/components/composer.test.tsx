// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Composer } from '~/components/chat/composer';
import { PlatformProvider } from '~/components/platform';
import { drafts, mount, settle } from './mount';
import { useMessages } from './use-messages';

const onSend = vi.fn<(text: string) => Promise<boolean>>();
const onStop = vi.fn();
const onEditLast = vi.fn();

type Props = Parameters<typeof Composer>[0];

beforeEach(() => {
  useMessages();
  drafts.clear();
  onSend.mockReset().mockResolvedValue(true);
  onStop.mockReset();
  onEditLast.mockReset();
});

async function open(state: 'idle' | 'live' | 'confirm' = 'idle', changes: Partial<Props> = {}) {
  const props: Props = { state, threadId: 't1', isNew: false, failed: false, onSend, onStop, onEditLast, ...changes };
  const page = await mount(<Composer {...props} />);
  const again = async (next: Partial<Props>) => {
    await act(() => render(<PlatformProvider value={page.platform}><Composer {...props} {...next} /></PlatformProvider>, document.body.firstElementChild ?? document.body));
    await settle();
  };
  const box = page.get('textbox', 'Message') as HTMLTextAreaElement;
  const write = (text: string) =>
    act(() => {
      box.value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const key = async (init: KeyboardEventInit) => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init });
    await act(() => void box.dispatchEvent(event));
    return event;
  };
  return { ...page, again, box, write, key };
}

describe('Composer', () => {
  it('sends with Enter and empties the box', async () => {
    const { box, write, key } = await open();
    await write('  Which traders? ');
    await key({});
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Which traders?');
    expect(box.value).toBe('');
  });

  it('has a message that did not arrive again, before what was written since, and kept meanwhile', async () => {
    const arrival = Promise.withResolvers<boolean>();
    onSend.mockReturnValue(arrival.promise);
    const { box, write, key } = await open();
    await write('Which traders?');
    await key({});
    expect([box.value, drafts.get('t1')]).toEqual(['', 'Which traders?']);
    await write('And when?');
    dispatchEvent(new Event('pagehide'));
    expect(drafts.get('t1')).toBe('Which traders?\n\nAnd when?');
    arrival.resolve(false);
    await settle();
    expect([box.value, drafts.get('t1')]).toEqual(['Which traders?\n\nAnd when?', 'Which traders?\n\nAnd when?']);
  });

  it('keeps what did not arrive for its own conversation when another one is shown by then', async () => {
    const arrival = Promise.withResolvers<boolean>();
    onSend.mockReturnValue(arrival.promise);
    const { box, write, key, again } = await open();
    await write('Which traders?');
    await key({});
    await again({ threadId: 't2' });
    arrival.resolve(false);
    await settle();
    expect(box.value).toBe('');
    await again({ threadId: 't1' });
    expect(box.value).toBe('Which traders?');
  });

  it('forgets a message that has arrived, also when another conversation is shown by then', async () => {
    const arrival = Promise.withResolvers<boolean>();
    onSend.mockReturnValue(arrival.promise);
    const { write, key, again } = await open();
    await write('Which traders?');
    await key({});
    await again({ threadId: 't2' });
    arrival.resolve(true);
    await settle();
    expect(drafts.get('t1')).toBe('');
  });

  it('leaves Shift+Enter and the Enter of an input method to the box', async () => {
    const { write, key } = await open();
    await write('Which');
    expect((await key({ shiftKey: true })).defaultPrevented).toBe(false);
    expect((await key({ isComposing: true })).defaultPrevented).toBe(false);
    expect(onSend).not.toHaveBeenCalled();
  });

  it('sends no blank message', async () => {
    const { write, press } = await open();
    await write(' \n ');
    await press('Send');
    expect(onSend).not.toHaveBeenCalled();
  });

  it('keeps the draft of each conversation when the panel is closed, until it is sent', async () => {
    await (await open()).write('Half a thou');
    dispatchEvent(new Event('pagehide'));
    expect((await open('idle', { threadId: 't2' })).box.value).toBe('');
    const again = await open();
    expect(again.box.value).toBe('Half a thou');
    await again.press('Send');
    expect((await open()).box.value).toBe('');
  });

  it('shows the draft of the conversation that is switched to, and takes along what stood there when a new chat begins', async () => {
    drafts.set('t2', 'Of the other');
    const note = vi.fn(() => null);
    const { box, write, again } = await open('idle', { note });
    await write('Of the one');
    await again({ threadId: undefined });
    await again({ threadId: 't2' });
    expect(box.value).toBe('Of the other');
    expect(note).toHaveBeenLastCalledWith('');
    await again({ threadId: undefined });
    await again({ threadId: 't1' });
    expect(box.value).toBe('Of the one');
    // It was written in this window: what it comes to is told.
    expect(note).toHaveBeenLastCalledWith('Of the one');
    await again({ threadId: 't3', isNew: true });
    expect(box.value).toBe('Of the one');
    dispatchEvent(new Event('pagehide'));
    expect([drafts.get('t1'), drafts.get('t2'), drafts.get('t3')]).toEqual(['', 'Of the other', 'Of the one']);
  });

  it('says that a message is too long, keeps all of it, and sends nothing', async () => {
    const { box, write, key, text } = await open();
    const long = 'word '.repeat(210_000);
    await write(long);
    await key({});
    expect(onSend).not.toHaveBeenCalled();
    expect(box.value).toBe(long);
    expect(text()).toContain('This message has 1,049,999 characters; 100,000 can be sent at most.');
  });

  it('says that there is nothing to send', async () => {
    const { key, text } = await open();
    await key({});
    expect(onSend).not.toHaveBeenCalled();
    expect(text()).toContain('Nothing to send');
  });

  it('lets a message wait for the end of an answer, sends it then, and never after a failure', async () => {
    const { write, key, press, text, again, box } = await open('live');
    await write('Next question');
    await key({});
    expect(text()).toContain('Waits here');
    await press('Cancel');
    await again({ state: 'idle' });
    expect(onSend).not.toHaveBeenCalled();
    await again({ state: 'live' });
    await key({});
    await again({ state: 'idle', failed: true });
    expect(onSend).not.toHaveBeenCalled();
    expect(text()).toContain('Not sent');
    await again({ state: 'live' });
    await key({});
    await again({ state: 'idle' });
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Next question');
    expect(box.value).toBe('');
  });

  it('sends what was sent before it was known where, once that is known', async () => {
    const { write, key, again, box } = await open('idle', { threadId: undefined });
    await write('Next question');
    await key({});
    expect(onSend).not.toHaveBeenCalled();
    await again({ threadId: 't1', isNew: true });
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Next question');
    expect(box.value).toBe('');
  });

  it('lets a message wait in its own conversation: into another it is not sent, and not into a new one', async () => {
    drafts.set('t2', 'Something else');
    const { write, key, again, box } = await open('live');
    await write('Next question');
    await key({});
    await again({ threadId: 't2', state: 'idle' });
    expect([box.value, drafts.get('t2')]).toEqual(['Something else', 'Something else']);
    expect(onSend).not.toHaveBeenCalled();
    await again({ threadId: 't1', state: 'live' });
    expect(box.value).toBe('Next question');
    await again({ threadId: 't1', state: 'idle' });
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Next question');

    await again({ state: 'live' });
    await write('One more');
    await key({});
    await again({ threadId: 't3', isNew: true, state: 'idle' });
    expect(onSend).toHaveBeenCalledOnce();
    await again({ threadId: 't1', state: 'idle' });
    await write('Written later');
    expect(onSend).toHaveBeenCalledOnce();
  });

  it('takes a quotation in after what is written', async () => {
    const { write, again, box } = await open();
    await write('Is this true?');
    await again({ quote: { text: 'First line\n\nSecond' } });
    expect(box.value).toBe('Is this true?\n\n> First line\n>\n> Second\n\n');
  });

  it('edits the last message with Up in the empty box', async () => {
    const { write, key } = await open();
    await write('a');
    await key({ key: 'ArrowUp' });
    expect(onEditLast).not.toHaveBeenCalled();
    await write('');
    await key({ key: 'ArrowUp' });
    expect(onEditLast).toHaveBeenCalledOnce();
  });

  it('keeps what is written while an answer is live, and stops it', async () => {
    const { box, write, key, press, find } = await open('live');
    await write('Next question');
    await key({});
    expect(onSend).not.toHaveBeenCalled();
    expect(box.value).toBe('Next question');
    expect(find('button', 'Send')).toBeUndefined();
    await press('Stop');
    expect(onStop).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(box);
  });

  it('has no Send of its own while the reader is asked what to send', async () => {
    expect((await open('confirm')).find('button', 'Send')).toBeUndefined();
  });
});
