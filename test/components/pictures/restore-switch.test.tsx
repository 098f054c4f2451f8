// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { RestoreSwitch } from '~/components/pictures/restore-switch';
import { FakeBackground } from '../fake-background';
import { mount, settle, type Mounted } from '../mount';
import { useMessages } from '../use-messages';

let background: FakeBackground;
vi.mock('~/lib/messaging/call', () => ({ call: (...asked: [never, never]) => background.call(...asked) }));

const ORIGIN = 'https://harbour.example';

beforeEach(() => {
  useMessages();
  background = new FakeBackground();
});

async function turn(page: Mounted) {
  await act(() => page.get('switch').click());
  await settle();
}
const isOn = (page: Mounted) => (page.get('switch') as HTMLInputElement).checked;

it('says why it needs the site, asks for it, and stays off without it', async () => {
  const page = await mount(<RestoreSwitch origin={ORIGIN} on={false} passing={false} />);
  expect(page.text()).toContain('Put back by itself on harbour.example');
  expect(page.text()).toContain('needs permission to read this site');
  page.platform.requestOrigin.mockResolvedValueOnce(false);
  await turn(page);
  expect(background.inputsOf('setRestore')).toEqual([]);
  expect(isOn(page)).toBe(false);
  await turn(page);
  expect(background.inputsOf('setRestore')).toEqual([{ origin: ORIGIN, on: true }]);
  expect(isOn(page)).toBe(true);
});

it('is turned off without a question, and goes back when that could not be stored', async () => {
  const page = await mount(<RestoreSwitch origin={ORIGIN} on passing={false} />);
  background.refusals.set('setRestore', { code: 'storage-failed' });
  await turn(page);
  expect(page.platform.requestOrigin).not.toHaveBeenCalled();
  expect(isOn(page)).toBe(true);
  expect(page.get('alert').textContent).toContain('could not store');
});

it('leads to the panel from a popup, which the browser closes when it asks for a site', async () => {
  const closed = await mount(<RestoreSwitch origin={ORIGIN} on={false} passing />, { hasOrigin: () => Promise.resolve(false) });
  expect(closed.find('switch')).toBeUndefined();
  expect(closed.text()).toContain('open the side panel');
  const open = await mount(<RestoreSwitch origin={ORIGIN} on={false} passing />);
  expect(open.find('switch')).toBeDefined();
});
