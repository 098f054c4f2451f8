// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { RegionSteering } from '~/components/pictures/region-steering';
import { mount } from './mount';
import { useMessages } from './use-messages';

const onKey = vi.fn();

beforeEach(() => {
  useMessages();
  onKey.mockReset();
});

async function open() {
  const page = await mount(<RegionSteering status="Centre, 33% wide, 33% high" onKey={onKey} />);
  const box = page.get('application', 'Choose a part of the page');
  const key = async (init: KeyboardEventInit, target: HTMLElement = box) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    await act(() => void target.dispatchEvent(event));
    return event;
  };
  return { ...page, box, key };
}

describe('RegionSteering', () => {
  it('takes the keyboard, tells the keys and what is chosen', async () => {
    const { box, get } = await open();
    expect(document.activeElement).toBe(box);
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toContain('1 to 9 zoom');
    expect(get('status').textContent).toBe('Centre, 33% wide, 33% high');
  });

  it('hands on what keys mean, and keeps them from the panel', async () => {
    const { key } = await open();
    for (const pressed of ['5', 'ArrowLeft', 'Backspace', 'Enter', 'Escape']) expect((await key({ key: pressed })).defaultPrevented).toBe(true);
    expect(onKey.mock.calls.flat()).toEqual(['5', 'left', 'out', 'choose', 'cancel']);
  });

  it('leaves Tab and shortcuts to the browser, and Enter on a button to the button', async () => {
    const { key, get, press } = await open();
    expect((await key({ key: 'Tab' })).defaultPrevented).toBe(false);
    expect((await key({ key: '1', ctrlKey: true })).defaultPrevented).toBe(false);
    expect((await key({ key: 'Enter' }, get('button', 'Cancel'))).defaultPrevented).toBe(false);
    expect(onKey).not.toHaveBeenCalled();
    await press('Cancel');
    await press('Describe');
    expect(onKey.mock.calls.flat()).toEqual(['cancel', 'choose']);
  });
});
