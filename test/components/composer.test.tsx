// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Composer } from '~/components/chat/composer';
import { mount } from './mount';
import { useMessages } from './use-messages';

const onSend = vi.fn();
const onStop = vi.fn();

beforeEach(() => {
  useMessages();
  localStorage.clear();
  onSend.mockReset();
  onStop.mockReset();
});

async function open(state: 'idle' | 'live' | 'confirm' = 'idle') {
  const page = await mount(<Composer state={state} onSend={onSend} onStop={onStop} />);
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
  return { ...page, box, write, key };
}

describe('Composer', () => {
  it('sends with Enter and empties the box', async () => {
    const { box, write, key } = await open();
    await write('  Which traders? ');
    await key({});
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Which traders?');
    expect(box.value).toBe('');
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

  it('keeps the draft when the panel is closed, until it is sent', async () => {
    await (await open()).write('Half a thou');
    const again = await open();
    expect(again.box.value).toBe('Half a thou');
    await again.press('Send');
    expect((await open()).box.value).toBe('');
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
