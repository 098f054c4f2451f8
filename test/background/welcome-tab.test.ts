import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openWelcomeTab } from '~/lib/background/welcome-tab';

const installed = (installType: string) => Object.assign(fakeBrowser, { management: { getSelf: () => Promise.resolve({ installType }) } });
const create = vi.fn(() => Promise.resolve({}));

beforeEach(() => {
  create.mockClear();
  Object.assign(fakeBrowser.tabs, { create });
});

it('greets a reader who has just installed Docent', async () => {
  installed('normal');
  await openWelcomeTab('install');
  expect(create).toHaveBeenCalledExactlyOnceWith({ url: expect.stringMatching(/options\.html#welcome$/) });
});

it.each([
  ['update', 'normal'],
  ['browser_update', 'normal'],
  ['install', 'development'],
])('greets nobody on %s of a %s copy', async (reason, installType) => {
  installed(installType);
  await openWelcomeTab(reason);
  expect(create).not.toHaveBeenCalled();
});
