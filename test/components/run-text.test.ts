import { expect, test, vi } from 'vitest';
import { RunText } from '~/components/chat/run-text';

test('a reader gets each piece once, and a new edition from its beginning', () => {
  const text = new RunText('a');
  const reader = text.reader();
  expect(reader.read()).toEqual({ text: 'a', restarted: false });
  text.append('b');
  text.append('c');
  expect(reader.read()).toEqual({ text: 'bc', restarted: false });
  expect(reader.read()).toEqual({ text: '', restarted: false });
  text.replace('abcd');
  expect(reader.read()).toEqual({ text: 'd', restarted: false });
  text.replace('other');
  expect(reader.read()).toEqual({ text: 'other', restarted: true });
  expect([text.snapshot(), text.length]).toEqual(['other', 5]);
});

test('listeners hear of changes until they stop, and of nothing when nothing changed', () => {
  const text = new RunText();
  const listener = vi.fn();
  const stop = text.subscribe(listener);
  text.append('');
  text.replace('');
  expect(listener).not.toHaveBeenCalled();
  text.append('x');
  text.replace('y');
  stop();
  text.append('z');
  expect(listener).toHaveBeenCalledTimes(2);
  expect(text.snapshot()).toBe('yz');
});
