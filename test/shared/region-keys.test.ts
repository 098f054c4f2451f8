import { describe, expect, it } from 'vitest';
import { readRegionKey } from '~/lib/shared/region-keys';

const press = (key: string, code = '', shiftKey = false) => readRegionKey({ key, code, shiftKey, ctrlKey: false, altKey: false, metaKey: false });

describe('the keys of the region chooser', () => {
  it.each([
    ['the row of digits', '7', 'Digit7', false, '7'],
    ['the number pad: what is printed on the key', '7', 'Numpad7', false, '7'],
    ['a French keyboard, without Shift', 'è', 'Digit7', false, '7'],
    ['a French keyboard, with Shift', '7', 'Digit7', true, '7'],
    ['an Arabic keyboard', '٧', 'Digit7', false, '7'],
    ['a Persian keyboard', '۷', 'Digit7', false, '7'],
  ] as const)('takes digits of %s', (_, key, code, shiftKey, meant) => {
    expect(press(key, code, shiftKey)).toBe(meant);
  });

  it('leaves the number pad without Num Lock, shifted signs and browser shortcuts alone', () => {
    expect(press('Home', 'Numpad7')).toBeUndefined();
    expect(press('&', 'Digit7', true)).toBeUndefined();
    expect(press('Tab', 'Tab')).toBeUndefined();
    expect(press('constructor')).toBeUndefined();
    expect(readRegionKey({ key: '1', code: 'Digit1', shiftKey: false, ctrlKey: true, altKey: false, metaKey: false })).toBeUndefined();
  });

  it('moves with arrows, and with Shift changes the size', () => {
    expect(press('ArrowLeft')).toBe('left');
    expect(press('ArrowLeft', 'ArrowLeft', true)).toBe('narrower');
    expect(press('ArrowDown', 'ArrowDown', true)).toBe('taller');
    expect([press('+', 'Equal', true), press('-', 'NumpadSubtract'), press('0'), press('Backspace'), press('Enter'), press('Escape')]).toEqual(['larger', 'smaller', 'out', 'out', 'choose', 'cancel']);
  });
});
